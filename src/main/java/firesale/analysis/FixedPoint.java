package firesale.analysis;

import java.util.Arrays;

/**
 * Where a curve of fair spreads meets the spreads that are charged. A higher spread raises debt service and with it defaults, so
 * that fair spreads rise too and need not be met.
 *
 * @param value   the lowest spread charged that pays for the losses it goes with, by linear interpolation; negative infinity if
 *                the lowest of the range pays already, positive infinity if none does, NaN if it cannot be said
 * @param low     lower end of the 95 % interval; infinite if resamples leave the range
 * @param high    upper end
 * @param within  share of resamples in which it is within the range
 */
public record FixedPoint(double value, double low, double high, double within) {

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /**
     * From the sample and its resamples.
     *
     * @param value of the sample
     * @param draws of the resamples; those that are NaN are left out
     * @param n     replications; below 2 there is no interval
     */
    public static FixedPoint of(double value, double[] draws, long n) {
        double[] sorted = Arrays.stream(draws).filter(draw -> !Double.isNaN(draw)).sorted().toArray();
        if (n < 2 || sorted.length == 0) {
            return new FixedPoint(value, Double.NaN, Double.NaN, Double.NaN);
        }
        long within = Arrays.stream(sorted).filter(Double::isFinite).count();
        return new FixedPoint(value, at(sorted, LOW), at(sorted, HIGH), (double) within / sorted.length);
    }

    /** Between finite order statistics linear; else the nearest, since nothing lies between a number and infinity. */
    private static double at(double[] sorted, double probability) {
        double between = RatioBootstrap.quantile(sorted, probability);
        return Double.isFinite(between) ? between : sorted[(int) Math.rint(probability * (sorted.length - 1))];
    }

    /**
     * The first crossing from below.
     *
     * @param charged spreads charged, in rising order
     * @param fair    fair spread at each
     */
    public static double crossing(double[] charged, double[] fair) {
        double before = charged[0] - fair[0];
        if (before >= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        for (int k = 1; k < charged.length; k++) {
            double margin = charged[k] - fair[k];
            if (Double.isNaN(margin)) {
                return Double.NaN;
            }
            if (margin >= 0) {
                return charged[k - 1] + (charged[k] - charged[k - 1]) * -before / (margin - before);
            }
            before = margin;
        }
        return Double.isNaN(before) ? Double.NaN : Double.POSITIVE_INFINITY;
    }

    /** How often charged spreads come to pay, or cease to, along the curve; above 1 there are several crossings. */
    public static int crossings(double[] charged, double[] fair) {
        int count = 0;
        for (int k = 1; k < charged.length; k++) {
            count += charged[k - 1] >= fair[k - 1] == charged[k] >= fair[k] ? 0 : 1;
        }
        return count;
    }
}
