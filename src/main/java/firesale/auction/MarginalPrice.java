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
        if (bids.demand(reserve) == 0) {
            return -1;
        }
        // budgets only lower demand, so that the price without them is never below the price with them
        long high = Math.max(reserve, withoutBudgets(bids, count, reserve));
        if (high == reserve || covers(bids, high, count)) {
            return high;
        }
        long low = reserve;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (covers(bids, middle, count)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean covers(BidBook bids, long price, long count) {
        long sum = 0;
        for (int bidder = 0; bidder < bids.bidders() && sum <= count; bidder++) {
            sum += bids.demand(bidder, price);
        }
        return sum > count;
    }

    /** The value of the unit after so many, the highest first; the reserve if there are not as many above it. */
    private long withoutBudgets(BidBook bids, long count, long reserve) {
        int n = 0;
        if (value.length < bids.steps()) {
            value = new long[2 * bids.steps()];
            units = new long[2 * bids.steps()];
        }
        for (int s = 0; s < bids.steps(); s++) {
            if (bids.value(s) > reserve && bids.units(s) > 0) {
                value[n] = bids.value(s);
                units[n++] = bids.units(s);
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
