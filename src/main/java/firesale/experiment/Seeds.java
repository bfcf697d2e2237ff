package firesale.experiment;

/** Seeds of replications: a 64-bit hash of the experiment's seed and the replication. */
final class Seeds {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long DESIGN = 0xA0761D6478BD642FL;
    private static final long ODD = 0xD1342543DE82EF95L;

    private Seeds() {
    }

    /**
     * The seed of a replication, the same at every design point (common random numbers). For one experiment seed no two
     * replications share a seed: each step is a bijection of 64-bit numbers.
     *
     * @param replication from 0
     */
    static long replication(long experimentSeed, long replication) {
        return mix(mix(experimentSeed + GOLDEN) + (replication + 1) * ODD);
    }

    /** The experiment's seed whose replication 0 has a given seed: the other way round, for there is just one. */
    static long experiment(long seedOfReplicationZero) {
        return unmix(unmix(seedOfReplicationZero) - ODD) - GOLDEN;
    }

    /** The seed of the points that are drawn from ranges; no replication's, but for a chance of 2^-64 each. */
    static long design(long experimentSeed) {
        return mix(mix(experimentSeed + GOLDEN) ^ DESIGN);
    }

    /** Stafford's variant 13 of the 64-bit finaliser (also in SplitMix64). */
    static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }

    /** The number that {@link #mix} makes this one of. */
    private static long unmix(long z) {
        long y = (z ^ (z >>> 31) ^ (z >>> 62)) * 0x319642B2D24D8EC3L;
        y = (y ^ (y >>> 27) ^ (y >>> 54)) * 0x96DE1B173F119089L;
        return y ^ (y >>> 30) ^ (y >>> 60);
    }
}
