package firesale.world;

/** A loop from the institutions back to prices; each can be switched off. */
public enum Feedback {
    /** GPUs that stand idle are missing in the rental market: rent rises slightly, which dampens. */
    REDEPLOYMENT_RENT,
    /** Coins sold by agents press on the price of BTC. */
    COIN_SALES_BTC,
    /** Lenders' losses widen the funding spread. */
    LOSSES_SPREAD,
    /** What auctions fetch lowers the value at which covenants are tested, where they are marked to auctions. */
    MARKS_COVENANTS,
    /** Losses shrink what lenders lend, down to nothing at their minimum of capital. */
    LOSSES_CREDIT,
    /** What auctions fetch, and how long lots wait, moves haircuts and marks of repos; without it dealers see prices at FMV. */
    HAIRCUTS
}
