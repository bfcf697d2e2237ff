package firesale.auction;

/** How bidders in a pooled sale bid upon their values. Bids are never above values. */
interface PoolBids {

    /**
     * Turns values into bids.
     *
     * @param values schedules of values; left as they are
     * @param lots   what is on offer; reserves are known to all
     * @param bids   is made a book of the same bidders with the steps that they bid
     */
    void bid(BidBook values, LotBook lots, BidBook bids);
}
