package firesale.auction;

/**
 * The price that a number of identical units would fetch in a sale at one price, the highest losing bid, without saying who gets them:
 * what {@link UniformPrice} would charge, found faster. Working arrays are kept between calls: one a thread.
 */
public final class MarginalPrice {

    private long[] value = new long[256];
    private long[] units = new long[256];

    /**
     * The price,
     * <pre>
     *   max {p : D(p) &gt; 0 and D(p) &gt;= x}        x = units + 1 above the reserve, 1 at it
     * </pre>
     *
     * @param count   units for sale, at least 1
     * @param reserve the least price, cents
     * @return cents; -1 if nobody wants a unit at the reserve
     */
    public long of(BidBook bids, long count, long reserve) {
        return of(bids, count, reserve, Long.MAX_VALUE);
    }

    /**
     * The same where nobody bids for more units than there are for sale, although the book holds bids for more: one book then
     * serves all quantities. Never rises with the number of units.
     */
    public long ofCapped(BidBook bids, long count, long reserve) {
        return of(bids, count, reserve, count);
    }

    private long of(BidBook bids, long count, long reserve, long most) {
        if (bids.demand(reserve) == 0) {
            return -1;
        }
        // budgets only lower demand, so that the price without them is never below the price with them
        long high = Math.max(reserve, withoutBudgets(bids, count, reserve, most));
        if (high == reserve || covers(bids, high, count, most)) {
            return high;
        }
        long low = reserve;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (covers(bids, middle, count, most)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean covers(BidBook bids, long price, long count, long most) {
        long sum = 0;
        for (int bidder = 0; bidder < bids.bidders() && sum <= count; bidder++) {
            sum += Math.min(most, bids.demand(bidder, price));
        }
        return sum > count;
    }

    /** The value of the unit after so many, the highest first; the reserve if there are not as many above it. */
    private long withoutBudgets(BidBook bids, long count, long reserve, long most) {
        int n = 0;
        if (value.length < bids.steps()) {
            value = new long[2 * bids.steps()];
            units = new long[2 * bids.steps()];
        }
        for (int bidder = 0; bidder < bids.bidders(); bidder++) {
            long left = most;
            for (int s = bids.firstStep(bidder); s < bids.endStep(bidder) && left > 0 && bids.value(s) > reserve; s++) {
                if (bids.units(s) > 0) {
                    value[n] = bids.value(s);
                    units[n] = Math.min(left, bids.units(s));
                    left -= units[n++];
                }
            }
        }
        return select(n, count, reserve);
    }

    /** Quickselect by value, weighted by units. */
    private long select(int n, long count, long otherwise) {
        int from = 0;
        int to = n;
        long left = count;
        while (from < to) {
            long pivot = value[(from + to) >>> 1];
            int above = from;
            int end = to;
            // three parts: above the pivot, equal to it, below it
            for (int i = from; i < end;) {
                if (value[i] > pivot) {
                    swap(i++, above++);
                } else if (value[i] < pivot) {
                    swap(i, --end);
                } else {
                    i++;
                }
            }
            long more = 0;
            for (int i = from; i < above; i++) {
                more += units[i];
            }
            if (more > left) {
                to = above;
                continue;
            }
            for (int i = above; i < end; i++) {
                more += units[i];
            }
            if (more > left) {
                return pivot;
            }
            left -= more;
            from = end;
        }
        return otherwise;
    }

    private void swap(int i, int j) {
        long v = value[i];
        value[i] = value[j];
        value[j] = v;
        long u = units[i];
        units[i] = units[j];
        units[j] = u;
    }
}
