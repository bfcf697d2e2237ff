package firesale.auction;

/**
 * A way to sell: bids and lots in, an outcome out. Nobody pays more than its bid, or than its budget and what it can borrow on
 * what it wins, or wins more units than it names; no lot goes below its reserve. An instance keeps working arrays between clearings: one a thread.
 */
public interface AuctionFormat {

    /**
     * Clears a market.
     *
     * @param bids    schedules and budgets; left as they are
     * @param lots    units and reserves; left as they are
     * @param outcome filled with the awards; whatever was in it is gone
     */
    void clear(BidBook bids, LotBook lots, Outcome outcome);

    /** Whether each lot is sold as a whole or not at all. */
    boolean sellsWholeLots();

    /** Whether the units of all lots are sold together, so that it does not matter how a fleet is cut into lots. */
    default boolean poolsLots() {
        return !sellsWholeLots();
    }
}
