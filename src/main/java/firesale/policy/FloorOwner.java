package firesale.policy;

import java.util.Locale;

/** Who puts a floor under prices. */
public enum FloorOwner {
    /** Outsiders, at a share of FMV. */
    STANDBY,
    /** The vendor of the machines, at a share of FMV. */
    VENDOR,
    /** An authority, at a share of OLV. */
    AUTHORITY;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The owner's name in records. */
    public String label() {
        return label;
    }

    /** Whether the price follows the lot's orderly liquidation value; else its FMV. */
    public boolean followsOlv() {
        return this == AUTHORITY;
    }
}
