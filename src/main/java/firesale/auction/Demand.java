package firesale.auction;

/** How many units a bidder takes when the marginal bid is at a price. Never rises with the price. */
interface Demand {

    /** What it wants and can pay for if every unit costs that price. */
    Demand AT_THE_PRICE = BidBook::demand;

    /** What it gets if every unit costs what it bids for it. */
    Demand AT_OWN_BIDS = BidBook::demandAtOwnBids;

    /** Units, at least 0. */
    long of(BidBook bids, int bidder, long price);
}
