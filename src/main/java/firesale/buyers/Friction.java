package firesale.buyers;

import java.util.Set;

/**
 * What keeps a price away from FMV, in the order of the waterfall; each can be switched off to see what it costs. A set of frictions is
 * also a number with the bit of each friction that is on.
 */
public enum Friction {
    /** The power and the density of ready racks are limited; retrofits cost and take time. */
    RACK_POWER,
    /** Ready power could serve the newest generation instead. */
    OTHER_USE_OF_POWER,
    /** Racks cool only the machines that their cooling serves. */
    COOLING,
    /** Buyers learn, and disagree, about how fast rent falls. */
    BELIEFS,
    /** Cash and lines are limited, and the cost of capital follows the funding spread. */
    FUNDING,
    /** Other lots are sold at the same time, or were before and have taken racks and money. */
    CROWDING,
    /** Dealers lend against machines, as far as they can: the one that adds money instead of taking it. Without funding it is none. */
    REPO,
    /** Buyers hold back for a later sale, where they are set to. */
    WAITING,
    /** The seller takes what the week's visitors bid: not every buyer comes to every sale, and some capital moves slowly. */
    HURRY;

    /** How many there are. */
    public static final int COUNT = values().length;

    /** All frictions together, as a number. */
    public static final int ALL = (1 << COUNT) - 1;

    /** Its bit in a number that stands for a set. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Whether it is in a set. */
    public boolean in(int set) {
        return (set & bit()) != 0;
    }

    /** A set as a number. */
    public static int bits(Set<Friction> set) {
        int bits = 0;
        for (Friction friction : set) {
            bits |= friction.bit();
        }
        return bits;
    }
}
