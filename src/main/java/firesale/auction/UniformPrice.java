package firesale.auction;

/**
 * All units at one price, pooled over lots. With demand D(p), which falls in p because of values and of budgets, and supply
 * S(p) of lots whose reserve is at most p, the price is the highest at which demand still exceeds the units in question:
 * with the rule {@link Rule#LOWEST_WINNING} max {p : D(p) >= S}, with {@link Rule#HIGHEST_LOSING} max {p : D(p) >= S + 1};
 * where demand falls short, the marginal lot's reserve. For identical bidders without a limit on units this is cash-in-the-market
 * pricing, min(V, W/Q) (Allen and Gale).
 */
public final class UniformPrice implements AuctionFormat {

    /** Which marginal bid makes the price. */
    public enum Rule {
        HIGHEST_LOSING, LOWEST_WINNING
    }

    private final Rule rule;

    public UniformPrice(Rule rule) {
        this.rule = rule;
    }

    @Override
    public void clear(BidBook bids, LotBook lots, Outcome outcome) {
        outcome.clear();
        long price = price(bids, lots);
        if (price < 0) {
            return;
        }
        long offered = lots.unitsReservedBelow(price + 1);
        long toSell = Math.min(offered, bids.demand(price));
        if (toSell == 0) {
            return;
        }
        outcome.clearingPrice(price);
        long[] won = allocate(bids, price, toSell);
        handOut(bids, lots, price, won, outcome);
    }

    @Override
    public boolean sellsWholeLots() {
        return false;
    }

    /** The clearing price in cents, by bisection: excess demand over strictly cheaper supply never rises with the price. */
    private long price(BidBook bids, LotBook lots) {
        long low = -1;
        long high = bids.highestValue() + 1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (covers(bids, lots, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether demand at a price covers all lots that would accept less, so that the price need not fall. */
    private boolean covers(BidBook bids, LotBook lots, long price) {
        long cheaper = lots.unitsReservedBelow(price);
        long extra = rule == Rule.HIGHEST_LOSING && cheaper > 0 ? 1 : 0;
        long demand = bids.demand(price);
        return demand > 0 && demand >= cheaper + extra;
    }

    /** Units each bidder wins: all that it wants at a higher price, the rest at the margin by tie-break. */
    private static long[] allocate(BidBook bids, long price, long toSell) {
        int n = bids.bidders();
        long[] won = new long[n];
        long[] marginal = new long[n];
        long left = toSell;
        for (int i = 0; i < n; i++) {
            won[i] = bids.demand(i, price + 1);
            marginal[i] = bids.demand(i, price) - won[i];
            left -= won[i];
        }
        while (left > 0) {
            int next = firstByTieBreak(bids, marginal);
            long given = Math.min(left, marginal[next]);
            won[next] += given;
            marginal[next] = 0;
            left -= given;
        }
        return won;
    }

    private static int firstByTieBreak(BidBook bids, long[] marginal) {
        int next = -1;
        for (int i = 0; i < marginal.length; i++) {
            if (marginal[i] > 0 && (next < 0 || Long.compareUnsigned(bids.tieBreak(i), bids.tieBreak(next)) < 0)) {
                next = i;
            }
        }
        return next;
    }

    /** Deals the units won out of the lots: cheapest reserve first, then in the order of the lot book. */
    private static void handOut(BidBook bids, LotBook lots, long price, long[] won, Outcome outcome) {
        int[] order = byReserve(lots);
        int position = 0;
        long inLot = lots.lots() == 0 ? 0 : lots.units(order[0]);
        for (int i = 0; i < won.length; i++) {
            long wanted = won[i];
            while (wanted > 0) {
                while (inLot == 0) {
                    position++;
                    inLot = lots.units(order[position]);
                }
                long given = Math.min(wanted, inLot);
                outcome.award(i, order[position], given, given * price);
                wanted -= given;
                inLot -= given;
            }
        }
    }

    private static int[] byReserve(LotBook lots) {
        int[] order = new int[lots.lots()];
        for (int i = 0; i < order.length; i++) {
            int j = i;
            while (j > 0 && lots.reserve(order[j - 1]) > lots.reserve(i)) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = i;
        }
        return order;
    }
}
