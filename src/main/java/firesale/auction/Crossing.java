package firesale.auction;

/**
 * Where demand meets supply, and who is served there: the allocation rule of pooled sales. Demand D(p) falls and the supply
 * S(<p) of lots whose reserve is below p rises with the price, so that bisection in cents finds the marginal price
 * <pre>
 *   max {p : D(p) > 0 and D(p) >= S(<p) + x}      x = 0 for the lowest winning bid, 1 for the highest losing bid
 * </pre>
 * Where demand falls short, that is the marginal lot's reserve. Who bids more is served in full; of those at the margin the
 * smaller tie-break number comes first.
 */
final class Crossing {

    private final Demand demand;
    private long[] won = new long[64];
    private long[] marginal = new long[64];
    private long unitsSold;

    Crossing(Demand demand) {
        this.demand = demand;
    }

    /** The marginal price in cents; -1 if nothing can be sold. */
    long price(BidBook bids, LotBook lots, boolean highestLosing) {
        long low = -1;
        long high = bids.highestValue() + 1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (covers(bids, lots, middle, highestLosing)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean covers(BidBook bids, LotBook lots, long price, boolean highestLosing) {
        long cheaper = lots.unitsReservedBelow(price);
        long needed = Math.max(1, cheaper + (highestLosing && cheaper > 0 ? 1 : 0));
        long sum = 0;
        for (int bidder = 0; bidder < bids.bidders() && sum < needed; bidder++) {
            sum += demand.of(bids, bidder, price);
        }
        return sum >= needed;
    }

    /**
     * Serves bidders at a marginal price.
     *
     * @return units that each bidder wins; valid until the next call
     */
    long[] allocate(BidBook bids, LotBook lots, long price) {
        int n = bids.bidders();
        if (won.length < n) {
            won = new long[2 * n];
            marginal = new long[2 * n];
        }
        long above = 0;
        long atMargin = 0;
        for (int i = 0; i < n; i++) {
            won[i] = demand.of(bids, i, price + 1);
            marginal[i] = demand.of(bids, i, price) - won[i];
            above += won[i];
            atMargin += marginal[i];
        }
        unitsSold = Math.min(lots.unitsReservedBelow(price + 1), above + atMargin);
        long left = unitsSold - above;
        if (left == atMargin) {
            for (int i = 0; i < n; i++) {
                won[i] += marginal[i];
            }
            return won;
        }
        TieBreak.serve(bids, marginal, left, won);
        return won;
    }

    /** Units that the last allocation sold. */
    long unitsSold() {
        return unitsSold;
    }
}
