package firesale.report;

/**
 * An estimate from the summary.
 *
 * @param mean   the estimate, a mean or a ratio of sums; NaN if there was nothing to estimate from
 * @param low    lower end of its 95 % interval; NaN if there is none
 * @param high   upper end
 * @param n      runs that entered
 * @param method how the interval was made
 */
record Interval(double mean, double low, double high, int n, String method) {

    /** Whether this is a ratio of sums over runs rather than a mean of the runs' values. */
    boolean isRatioOfSums() {
        return method.startsWith("ratio_of_sums");
    }

    boolean hasMean() {
        return !Double.isNaN(mean);
    }

    boolean hasEnds() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }
}
