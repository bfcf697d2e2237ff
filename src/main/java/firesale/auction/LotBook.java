package firesale.auction;

import java.util.Arrays;

/** The lots of one clearing: units and reserve price each (cents), in the order in which they are called. Reused. */
public final class LotBook {

    private int lots;
    private long[] units = new long[16];
    private long[] reserve = new long[16];

    /** Empties the book. */
    public void clear() {
        lots = 0;
    }

    /**
     * Adds a lot.
     *
     * @return its index
     */
    public int add(long unitCount, long reserveCents) {
        if (unitCount < 0 || reserveCents < 0) {
            throw new IllegalArgumentException("a lot has at least 0 units and a reserve of at least 0");
        }
        if (lots == units.length) {
            units = Arrays.copyOf(units, 2 * lots);
            reserve = Arrays.copyOf(reserve, 2 * lots);
        }
        units[lots] = unitCount;
        reserve[lots] = reserveCents;
        return lots++;
    }

    public int lots() {
        return lots;
    }

    public long units(int lot) {
        return units[lot];
    }

    public long reserve(int lot) {
        return reserve[lot];
    }

    /** All units on offer. */
    public long units() {
        long sum = 0;
        for (int lot = 0; lot < lots; lot++) {
            sum += units[lot];
        }
        return sum;
    }

    /** Units whose sellers accept a price strictly below the given one. */
    long unitsReservedBelow(long price) {
        long sum = 0;
        for (int lot = 0; lot < lots; lot++) {
            sum += reserve[lot] < price ? units[lot] : 0;
        }
        return sum;
    }
}
