package firesale.analysis;

import java.util.Arrays;

/**
 * The least amount of money that does something, with its 95 % interval. An amount may be infinite: more than the largest that
 * was tried, yet an unlimited one does it; or NaN: none does it.
 *
 * @param usd              the estimate, USD
 * @param lowUsd           lower end of its interval; of no meaning without one
 * @param highUsd          upper end: infinite and NaN as above
 * @param standardErrorUsd standard deviation over resamples; NaN if the amount is a number in too few of them
 * @param existsShare      share of resamples in which some amount does it; NaN without an interval
 * @param n                runs that entered, at the amount with the fewest
 */
public record Threshold(double usd, double lowUsd, double highUsd, double standardErrorUsd, double existsShare, long n) {

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;
    /** Share of resamples that must have a number for their spread to say something. */
    private static final double MOST = 0.95;

    /** Whether some amount does it. */
    public boolean exists() {
        return !Double.isNaN(usd);
    }

    /** Whether it takes more than the largest amount that was tried. */
    public boolean isBeyondGrid() {
        return Double.isInfinite(usd);
    }

    /** Whether low and high mean something: not below two runs. */
    public boolean hasInterval() {
        return n >= 2;
    }

    /** @param draws the amount in each resample; none where there was nothing to estimate from */
    static Threshold of(double usd, double[] draws, long n) {
        if (draws.length == 0) {
            return new Threshold(usd, Double.NaN, Double.NaN, Double.NaN, Double.NaN, n);
        }
        double[] sorted = draws.clone();
        // the largest numbers, then more than these, then none at all: NaN comes last
        Arrays.sort(sorted);
        double[] finite = Arrays.stream(sorted).filter(Double::isFinite).toArray();
        double exists = n < 2 ? Double.NaN
                : (double) Arrays.stream(sorted).filter(draw -> !Double.isNaN(draw)).count() / sorted.length;
        double spread = finite.length >= MOST * sorted.length && n >= 2 ? deviation(finite) : Double.NaN;
        return new Threshold(usd, quantile(sorted, LOW, false), quantile(sorted, HIGH, true), spread, exists, n);
    }

    /** Linear between numbers; next to what is no number the outer one. */
    private static double quantile(double[] sorted, double share, boolean upper) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        if (Double.isFinite(sorted[above])) {
            return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        }
        return sorted[upper ? above : below];
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        return Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1));
    }
}
