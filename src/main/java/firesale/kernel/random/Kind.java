package firesale.kernel.random;

/** Whose draw it is. The hash of the name, not the position, enters the stream's key, so new kinds shift nobody's draws. */
public enum Kind {
    WORLD, BORROWER, CUSTOMER, COHORT, LENDER, BUYER, SITE, LOT, AUCTION, RUN, RESAMPLE, CHECK;

    private final long hash = Mixing.hash("kind/" + name());

    long hash() {
        return hash;
    }
}
