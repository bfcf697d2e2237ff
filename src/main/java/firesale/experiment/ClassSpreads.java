package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.analysis.LossSample;
import firesale.analysis.RatioBootstrap;

/**
 * Spreads of one class of lending at one point, 1/a, and the tail of its losses, USD.
 *
 * @param name         the class, as in names of measures
 * @param charged      interest above the risk-free rate
 * @param fair         what pays for losses
 * @param mispricing   charged less fair, from the same resamples
 * @param required     fair with the cost of capital
 * @param expectedLoss mean of a run's discounted losses
 * @param worst        mean of the worst {@link #TAIL} of runs
 * @param runsInTail   how many runs these are
 */
record ClassSpreads(String name, Estimate charged, Estimate fair, Estimate mispricing, Estimate required, Estimate expectedLoss,
        Estimate worst, int runsInTail) {

    /** ES99 is the mean of so many runs. */
    static final double TAIL = 0.01;

    static ClassSpreads of(String name, LossSample sample, RatioBootstrap bootstrap, double costOfCapital) {
        int n = sample.n();
        int missing = sample.missing();
        return new ClassSpreads(name, bootstrap.estimate(sample::charged, n, missing),
                bootstrap.estimate(sample::fair, n, missing), bootstrap.estimate(sample::mispricing, n, missing),
                bootstrap.estimate(times -> sample.required(costOfCapital, TAIL, times), n, missing),
                bootstrap.estimate(sample::expectedLoss, n, missing),
                bootstrap.estimate(times -> sample.worst(TAIL, times), n, missing), sample.runsInTail(TAIL));
    }

    /** Whether anything was lent. */
    boolean isThere() {
        return !Double.isNaN(fair.value());
    }

    /** Whether lenders have an option beside the coupon, so that the two spreads do not compare. */
    boolean hasOption() {
        return name.equals("convertible_notes");
    }
}
