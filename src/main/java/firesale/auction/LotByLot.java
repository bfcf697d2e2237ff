package firesale.auction;

/**
 * Clears each lot on its own, one after another, in a format that would pool them; what a bidder wins shrinks its budget and
 * capacity.
 */
final class LotByLot implements AuctionFormat {

    private final AuctionFormat format;
    private final BidBook bids = new BidBook();
    private final BidBook forTheLot = new BidBook();
    private final LotBook one = new LotBook();
    private final Outcome part = new Outcome();

    LotByLot(AuctionFormat format) {
        this.format = format;
    }

    @Override
    public void clear(BidBook book, LotBook lots, Outcome outcome) {
        outcome.clear();
        bids.copyOf(book);
        long dearest = -1;
        for (int lot = 0; lot < lots.lots(); lot++) {
            one.clear();
            one.add(lots.units(lot), lots.reserve(lot));
            // who could take more than the lot does not bid against itself
            forTheLot.copyOf(bids);
            forTheLot.capUnits(lots.units(lot));
            format.clear(forTheLot, one, part);
            dearest = Math.max(dearest, part.clearingPrice());
            for (int a = 0; a < part.awards(); a++) {
                outcome.award(part.bidder(a), lot, part.units(a), part.payment(a));
                bids.consume(part.bidder(a), part.units(a), part.payment(a));
            }
        }
        outcome.clearingPrice(dearest);
    }

    @Override
    public boolean sellsWholeLots() {
        return format.sellsWholeLots();
    }

    @Override
    public boolean poolsLots() {
        return false;
    }
}
