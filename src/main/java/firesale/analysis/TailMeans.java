package firesale.analysis;

import firesale.analysis.Estimate.Method;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Means of the lowest or highest share of runs: expected shortfall. Where that is no whole number of runs the last one counts in
 * part, so that the estimate is coherent (Acerbi and Tasche, 2002). Intervals are percentiles of {@link RatioBootstrap}'s
 * resamples; with fewer than {@value #LEAST_IN_TAIL} runs in the tail they would be too narrow, and there are none.
 */
public final class TailMeans {

    static final int LEAST_IN_TAIL = 10;

    private final short[][] times;
    private final int blockSize;

    /** @param replications how many runs a sample has at most */
    public TailMeans(int replications) {
        RatioBootstrap bootstrap = new RatioBootstrap(replications);
        times = bootstrap.times();
        blockSize = bootstrap.blockSize();
    }

    /**
     * The mean of a tail; with fewer runs than one over the share it is the outermost run.
     *
     * @param values by replication; those that are NaN are left out
     * @param share  of runs in the tail, above 0 and at most 1
     * @param upper  whether of the highest
     */
    public Estimate of(double[] values, double share, boolean upper) {
        int[] outermostFirst = order(values, upper);
        int n = outermostFirst.length;
        long missing = values.length - n;
        double value = mean(values, outermostFirst, share, n, null);
        if (share * n < LEAST_IN_TAIL - 1e-9) {
            return new Estimate(value, Double.NaN, Double.NaN, n, missing, Method.PERCENTILES);
        }
        double[] draws = new double[times.length];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = mean(values, outermostFirst, share, drawn(times[i], values, n), times[i]);
        }
        return BlockResamples.interval(value, draws, n, missing);
    }

    private static int[] order(double[] values, boolean upper) {
        Comparator<Integer> lowestFirst = Comparator.comparingDouble(r -> values[r]);
        return IntStream.range(0, values.length).filter(r -> !Double.isNaN(values[r])).boxed()
                .sorted(upper ? lowestFirst.reversed() : lowestFirst).mapToInt(Integer::intValue).toArray();
    }

    /** How many runs with a value a resample has. */
    private long drawn(short[] resample, double[] values, int n) {
        if (n == values.length && n % blockSize == 0) {
            return n;
        }
        long drawn = 0;
        for (int r = 0; r < values.length; r++) {
            drawn += Double.isNaN(values[r]) ? 0 : resample[r / blockSize];
        }
        return drawn;
    }

    /** @param resample how often each block counts; null for once */
    private double mean(double[] values, int[] outermostFirst, double share, long runs, short[] resample) {
        double wanted = Math.max(1, share * runs);
        double left = wanted;
        double sum = 0;
        for (int i = 0; i < outermostFirst.length && left > 0; i++) {
            double counted = Math.min(left, resample == null ? 1 : resample[outermostFirst[i] / blockSize]);
            sum += counted * values[outermostFirst[i]];
            left -= counted;
        }
        return runs == 0 ? Double.NaN : sum / wanted;
    }
}
