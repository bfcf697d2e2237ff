package firesale.kernel.books;

/** The unit of the book of coins. */
public final class Coins {

    /** Satoshi in a coin. */
    public static final double SATOSHI = 1e8;

    private Coins() {
    }
}
