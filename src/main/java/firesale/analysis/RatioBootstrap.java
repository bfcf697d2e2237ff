package firesale.analysis;

import firesale.analysis.Estimate.Method;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap of ratios of sums over replications: {@value #DRAWS} resamples from a fixed stream, the same
 * resamples for every ratio and every point, so that differences are paired.
 */
public final class RatioBootstrap {

    static final int DRAWS = 2_000;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;
    private static final long STREAM = 0x5EED_0F_B007L;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final int blocks;
    private final int blockSize;
    private final int[][] resamples;

    /** @param replications how many replications the experiment has */
    public RatioBootstrap(int replications) {
        RatioSums none = new RatioSums(replications);
        blocks = none.blocks();
        blockSize = none.blockSize();
        resamples = new int[DRAWS][blocks];
        long state = STREAM;
        for (int[] resample : resamples) {
            for (int i = 0; i < blocks; i++) {
                state += STEP;
                resample[i] = (int) (((mix(state) >>> 32) * blocks) >>> 32);
            }
        }
    }

    /** SplitMix64's finaliser. */
    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }

    /** How often each block is in each resample. */
    short[][] times() {
        short[][] times = new short[DRAWS][blocks];
        for (int i = 0; i < DRAWS; i++) {
            for (int block : resamples[i]) {
                times[i][block]++;
            }
        }
        return times;
    }

    /** Replications in a block. */
    int blockSize() {
        return blockSize;
    }

    /** Computes the ratio in every resample, once for all uses. */
    public Resampled resample(RatioSums sums) {
        return new Resampled(sums, draws(sums));
    }

    /** The ratio in every resample. */
    double[] draws(RatioSums sums) {
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = sums.ratio(resamples[i]);
        }
        return draws;
    }

    /**
     * A statistic of replications that is no ratio of sums, with its interval: percentiles over the same resamples.
     *
     * @param statistic given how often each replication counts; NaN where there is nothing to compute from
     * @param n         replications that entered
     * @param missing   replications without a value
     */
    public Estimate estimate(ToDoubleFunction<Multiplicity> statistic, long n, long missing) {
        return interval(statistic.applyAsDouble(new Multiplicity(null, blockSize)), draws(statistic), n, missing);
    }

    /** The statistic in every resample. */
    public double[] draws(ToDoubleFunction<Multiplicity> statistic) {
        double[] draws = new double[DRAWS];
        int[] times = new int[blocks];
        Multiplicity multiplicity = new Multiplicity(times, blockSize);
        for (int i = 0; i < DRAWS; i++) {
            Arrays.fill(times, 0);
            for (int block : resamples[i]) {
                times[block]++;
            }
            draws[i] = statistic.applyAsDouble(multiplicity);
        }
        return draws;
    }

    /** How often each replication counts: once in the sample itself, any number of times in a resample. */
    public static final class Multiplicity {

        /** By block; null for the sample itself. */
        private final int[] times;
        private final int blockSize;

        private Multiplicity(int[] times, int blockSize) {
            this.times = times;
            this.blockSize = blockSize;
        }

        /** How often a replication counts. */
        public int of(int replication) {
            return times == null ? 1 : times[replication / blockSize];
        }
    }

    /** A ratio and its values in all resamples. */
    public static final class Resampled {

        private final RatioSums sums;
        private final double[] draws;

        private Resampled(RatioSums sums, double[] draws) {
            this.sums = sums;
            this.draws = draws;
        }

        /** The ratio with its interval; no interval below two runs. */
        public Estimate estimate() {
            return interval(sums.ratio(), draws, sums.n(), sums.missing());
        }

        /**
         * The difference of two ratios, each over all of its runs, with the interval of the paired resamples.
         *
         * @param pairs    replications in which both have a value
         * @param unpaired replications in which one has not
         */
        public Estimate minus(Resampled baseline, long pairs, long unpaired) {
            double[] differences = new double[DRAWS];
            for (int i = 0; i < DRAWS; i++) {
                differences[i] = draws[i] - baseline.draws[i];
            }
            return interval(sums.ratio() - baseline.sums.ratio(), differences, pairs, unpaired);
        }
    }

    /** Resamples without a ratio are left out. */
    static Estimate interval(double value, double[] draws, long n, long missing) {
        double[] sorted = Arrays.stream(draws).filter(draw -> !Double.isNaN(draw)).sorted().toArray();
        if (n < 2 || sorted.length == 0) {
            return new Estimate(value, Double.NaN, Double.NaN, n, missing, Method.BOOTSTRAP);
        }
        return new Estimate(value, quantile(sorted, LOW), quantile(sorted, HIGH), n, missing, Method.BOOTSTRAP);
    }

    /** Linear between order statistics (type 7 of Hyndman and Fan, 1996). */
    static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
