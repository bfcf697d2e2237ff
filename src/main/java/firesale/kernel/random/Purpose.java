package firesale.kernel.random;

/** What a draw is for. The hash of the name, not the position, enters the stream's key. */
public enum Purpose {
    /** Innovations of the world's prices in a week. */
    INNOVATIONS,
    /** Whether the regime changes this week. */
    REGIME,
    /** Innovations of the price of power in a week. */
    POWER,
    /** Who an agent is: drawn once. */
    POPULATION,
    /** What an agent owns at the start. */
    ENDOWMENT,
    /** Whether a miner has drawn a line against its coins. */
    COIN_LINE,
    /** Disagreement about the decline of rent. */
    BELIEF,
    /** Whether a buyer comes to this week's sale. */
    ATTENDANCE,
    /** Who wins among equal bids. */
    TIE_BREAK,
    /** The order in which lots are called, where it is random. */
    LOT_ORDER,
    /** Which mark-up a bidder tries. */
    MARK_UP,
    /** Whether a lender waives a breach. */
    WAIVER,
    /** How long repossession takes. */
    REPOSSESSION,
    /** The seed of one replication. */
    REPLICATION,
    /** Bootstrap. */
    BOOTSTRAP,
    /** A check against theory. */
    VALIDATION;

    private final long hash = Mixing.hash("purpose/" + name());

    long hash() {
        return hash;
    }
}
