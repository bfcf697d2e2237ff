package firesale.analysis;

import firesale.analysis.Estimate.Method;
import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** Quantiles of a sample, linear between order statistics (type 7 of Hyndman and Fan, 1996). */
public final class Quantiles {

    private static final double EACH_SIDE = 0.025;

    private final double[] sorted;

    /** @param values at least one, in any order, none of them NaN */
    public Quantiles(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** The value below which a share of the sample lies: the smallest for 0, the median for 0.5, the largest for 1. */
    public double at(double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * The quantile with its 95 % interval between two order statistics, of {@link #ranks}.
     *
     * @param missing runs without a value
     */
    public Estimate estimate(double share, long missing) {
        return estimate(share, ranks(sorted.length, share), missing);
    }

    /** The same with ranks that are known, for many samples of one size. */
    public Estimate estimate(double share, int[] ranks, long missing) {
        double low = ranks.length == 0 ? Double.NaN : sorted[ranks[0] - 1];
        double high = ranks.length == 0 ? Double.NaN : sorted[ranks[1] - 1];
        return new Estimate(at(share), low, high, sorted.length, missing, Method.ORDER_STATISTICS);
    }

    /**
     * Between which order statistics a quantile lies with a chance of at least 95 %, whatever the distribution (David and
     * Nagaraja, 2003, section 7.1): how many of n values are below it is binomial, and each side is missed with at most 2.5 %.
     *
     * @param n     size of the sample
     * @param share of the quantile, above 0 and below 1
     * @return the two ranks, from 1; none if the sample is too small for such an interval
     */
    public static int[] ranks(int n, double share) {
        BinomialDistribution below = new BinomialDistribution(null, n, share);
        // low: the largest l with P(B <= l - 1) <= 2.5 %; high: the smallest u with P(B <= u - 1) >= 97.5 %
        int low = below.inverseCumulativeProbability(EACH_SIDE);
        while (low > 0 && below.cumulativeProbability(low - 1) > EACH_SIDE) {
            low--;
        }
        while (below.cumulativeProbability(low) <= EACH_SIDE) {
            low++;
        }
        int high = below.inverseCumulativeProbability(1 - EACH_SIDE) + 1;
        return low < 1 || high > n ? new int[0] : new int[] {low, high};
    }
}
