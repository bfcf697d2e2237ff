package firesale.kernel.random;

/**
 * The random streams of one run. A stream is found by (seed, kind, identity, purpose, week) and by nothing else: no
 * stream is stored, so nobody's draws shift when an agent is added, stays away from a sale or is cleared in a shadow.
 * Two runs with one seed stay synchronised after they diverge (common random numbers).
 */
public final class Streams {

    private static final int NO_WEEK = -1;

    private final long root;
    private final long seed;

    /** @param seed any 64-bit number; neighbouring seeds give unrelated streams */
    public Streams(long seed) {
        this.seed = seed;
        this.root = Mixing.combine(Mixing.hash("firesale"), seed);
    }

    /** A 64-bit identity for what has a name and no number. */
    public static long identity(String name) {
        return Mixing.hash("name/" + name);
    }

    /** The seed that this family of streams was made from. */
    public long seed() {
        return seed;
    }

    /** The stream for a draw that happens once in a run. */
    public RandomStream once(Kind kind, long identity, Purpose purpose) {
        return new RandomStream(key(kind, identity, purpose, NO_WEEK));
    }

    /** The stream for a draw that recurs every week. */
    public RandomStream weekly(Kind kind, long identity, Purpose purpose, int week) {
        return new RandomStream(key(kind, identity, purpose, week));
    }

    /**
     * A number in [0, 2^64) that depends on the key alone: a tie-break priority or another run's seed.
     */
    public long number(Kind kind, long identity, Purpose purpose, int week) {
        return key(kind, identity, purpose, week);
    }

    private long key(Kind kind, long identity, Purpose purpose, int week) {
        long key = Mixing.combine(root, kind.hash());
        key = Mixing.combine(key, identity);
        key = Mixing.combine(key, purpose.hash());
        return Mixing.combine(key, week);
    }
}
