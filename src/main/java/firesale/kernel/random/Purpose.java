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
    /** Which further sites a buyer has, and what each is like. */
    FURTHER_SITE,
    /** How much rack power a buyer could build anew. */
    NEW_BUILD,
    /** Whether a miner has drawn a line against its coins. */
    COIN_LINE,
    /** Whether and how a host has issued high-yield notes. */
    HIGH_YIELD,
    /** Whether a host has a revolving line, and with whom. */
    REVOLVER,
    /** Whether a host has assigned income. */
    ASSIGNMENT,
    /** Whether and when a host's notes fall due at a wall. */
    WALL,
    /** Whether and when a host buys more machines. */
    DRAW,
    /** Which customer of a funding circle owes a contract's rent. */
    CIRCLE,
    /** Who lends to a vehicle. */
    VEHICLE,
    /** A default for reasons outside the model. */
    EXOGENOUS,
    /** Which lender grants a buyer's line. */
    LINE_LENDER,
    /** How many coins a buyer holds. */
    BUYER_COINS,
    /** Disagreement about the decline of rent. */
    BELIEF,
    /** Whether a buyer comes to this week's sale. */
    ATTENDANCE,
    /** Whether a buyer comes while a lot is exposed for some weeks, in a sale that does not take place. */
    SHADOW_ATTENDANCE,
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
    /** Whether machines may stay where they stand. */
    IN_PLACE,
    /** Who is let the racks that a default frees. */
    RELET,
    /** The seed of one replication. */
    REPLICATION,
    /** Where the points of a design lie. */
    DESIGN,
    /** Bootstrap. */
    BOOTSTRAP,
    /** The order in which players join a coalition. */
    PERMUTATION,
    /** A check against theory. */
    VALIDATION;

    private final long hash = Mixing.hash("purpose/" + name());

    long hash() {
        return hash;
    }
}
