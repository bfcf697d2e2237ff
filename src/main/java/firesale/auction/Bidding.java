package firesale.auction;

/** How bidders turn what they are willing to pay into bids. */
public enum Bidding {
    /** Bids are values, whatever the format. */
    TRUTHFUL,
    /**
     * Equilibrium bids of those who do not think that they move prices: shaded where a winner pays its own bid, else truthful.
     */
    PRICE_TAKING,
    /**
     * As well, demand is held back where one price is paid for all, and lots yet to come are reckoned with in sequential sales.
     */
    STRATEGIC,
    /** Values less a mark-up that each bidder learns from its gains. */
    LEARNING
}
