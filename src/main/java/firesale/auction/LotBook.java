package firesale.auction;

import java.util.Arrays;

/** The lots of one clearing: units and reserve price each (cents), in the order in which they are called. Reused. */
public final class LotBook {

    private int lots;
    private long[] units = new long[16];
    private long[] reserve = new long[16];
    private long[] creditBid = new long[16];

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
        return add(unitCount, reserveCents, 0);
    }

    /**
     * Adds a lot for which its seller, a secured lender, bids a part of its claim instead of money. Who wants the lot must
     * outbid it, so that it acts as a reserve does; if nobody outbids it, the lot is the lender's own.
     *
     * @param creditBidCents the credit bid for a unit; 0 if there is none
     * @return its index
     */
    public int add(long unitCount, long reserveCents, long creditBidCents) {
        if (unitCount < 0 || reserveCents < 0 || creditBidCents < 0) {
            throw new IllegalArgumentException("a lot has at least 0 units and a reserve of at least 0");
        }
        if (lots == units.length) {
            units = Arrays.copyOf(units, 2 * lots);
            reserve = Arrays.copyOf(reserve, 2 * lots);
            creditBid = Arrays.copyOf(creditBid, 2 * lots);
        }
        units[lots] = unitCount;
        reserve[lots] = Math.max(reserveCents, creditBidCents);
        creditBid[lots] = creditBidCents >= reserveCents ? creditBidCents : 0;
        return lots++;
    }

    public int lots() {
        return lots;
    }

    public long units(int lot) {
        return units[lot];
    }

    /** The least price of a unit, cents: the reserve or, if that is higher, the lender's credit bid. */
    public long reserve(int lot) {
        return reserve[lot];
    }

    /** Whether what nobody buys is won by the lender's credit bid. */
    public boolean hasCreditBid(int lot) {
        return creditBid[lot] > 0;
    }

    /** The lowest reserve of a lot with units, cents; -1 if there is none. */
    long lowestReserve() {
        long lowest = -1;
        for (int lot = 0; lot < lots; lot++) {
            if (units[lot] > 0 && (lowest < 0 || reserve[lot] < lowest)) {
                lowest = reserve[lot];
            }
        }
        return lowest;
    }

    /** Lots in the order of their reserves, equal ones in the order in which they are called. */
    int[] byReserve() {
        int[] order = new int[lots];
        for (int i = 0; i < lots; i++) {
            int j = i;
            while (j > 0 && reserve[order[j - 1]] > reserve[i]) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = i;
        }
        return order;
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
