package firesale.auction;

/**
 * All units at one price, pooled over lots: the lowest winning or the highest losing bid, see {@link Crossing}. For identical
 * bidders without a limit on units this is cash-in-the-market pricing, min(V, W/Q) (Allen and Gale).
 */
public final class UniformPrice implements AuctionFormat {

    /** Which marginal bid makes the price. */
    public enum Rule {
        HIGHEST_LOSING, LOWEST_WINNING
    }

    private final Rule rule;
    private final Crossing crossing = new Crossing(Demand.AT_THE_PRICE);
    private final Deal deal = new Deal();

    public UniformPrice(Rule rule) {
        this.rule = rule;
    }

    @Override
    public void clear(BidBook bids, LotBook lots, Outcome outcome) {
        outcome.clear();
        long price = crossing.price(bids, lots, rule == Rule.HIGHEST_LOSING);
        if (price < 0) {
            return;
        }
        long[] won = crossing.allocate(bids, lots, price);
        deal.clear();
        for (int i = 0; i < bids.bidders(); i++) {
            deal.add(i, won[i], price);
        }
        deal.close(lots, outcome);
    }

    @Override
    public boolean sellsWholeLots() {
        return false;
    }
}
