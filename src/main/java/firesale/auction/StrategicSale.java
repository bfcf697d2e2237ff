package firesale.auction;

/** A pooled sale in which bidders do not simply bid their values. */
final class StrategicSale implements AuctionFormat {

    private final PoolBids strategy;
    private final AuctionFormat format;
    private final BidBook bids = new BidBook();

    StrategicSale(PoolBids strategy, AuctionFormat format) {
        this.strategy = strategy;
        this.format = format;
    }

    @Override
    public void clear(BidBook values, LotBook lots, Outcome outcome) {
        strategy.bid(values, lots, bids);
        format.clear(bids, lots, outcome);
    }

    @Override
    public boolean sellsWholeLots() {
        return format.sellsWholeLots();
    }

    @Override
    public boolean poolsLots() {
        return format.poolsLots();
    }
}
