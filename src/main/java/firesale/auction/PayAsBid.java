package firesale.auction;

/**
 * Discriminatory price, pooled over lots: the highest bids win, and each unit is paid at the bid made for it. A budget is
 * spent from the most wanted unit on, at its own bids.
 */
public final class PayAsBid implements AuctionFormat {

    private final Crossing crossing = new Crossing(Demand.AT_OWN_BIDS);
    private final Deal deal = new Deal();

    @Override
    public void clear(BidBook bids, LotBook lots, Outcome outcome) {
        outcome.clear();
        long price = crossing.price(bids, lots, false);
        if (price < 0) {
            return;
        }
        long[] won = crossing.allocate(bids, lots, price);
        deal.clear();
        for (int i = 0; i < bids.bidders(); i++) {
            long left = won[i];
            for (int s = bids.firstStep(i); left > 0; s++) {
                long taken = Math.min(left, bids.units(s));
                deal.add(i, taken, bids.value(s));
                left -= taken;
            }
        }
        deal.close(lots, outcome);
    }

    @Override
    public boolean sellsWholeLots() {
        return false;
    }
}
