package firesale.auction;

/**
 * A way to sell: bids and lots in, an outcome out. A pure kernel; the bid book may be consumed by sequential formats. Nobody
 * pays more than its value or its budget, or wins more units than it names.
 */
public interface AuctionFormat {

    /**
     * Clears a market.
     *
     * @param bids    schedules and budgets; its content is undefined afterwards
     * @param lots    units and reserves
     * @param outcome filled with the awards
     */
    void clear(BidBook bids, LotBook lots, Outcome outcome);

    /** Whether lots are sold whole, one after another, rather than pooled unit by unit. */
    boolean sellsWholeLots();
}
