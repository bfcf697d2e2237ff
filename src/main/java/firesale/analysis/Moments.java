package firesale.analysis;

import firesale.analysis.Estimate.Method;
import firesale.kernel.numerics.RunningMean;

/** Mean and spread of values that come one by one. NaN is counted as missing. */
public final class Moments {

    private final StudentQuantiles quantiles;
    private final RunningMean values = new RunningMean();
    private long missing;

    public Moments(StudentQuantiles quantiles) {
        this.quantiles = quantiles;
    }

    /** Adds one value. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            missing++;
        } else {
            values.add(value);
        }
    }

    /** The mean with Student's t interval, mean &plusmn; t(0.975, n - 1) s / &radic;n; no interval below two values. */
    public Estimate estimate() {
        long n = values.count();
        double mean = values.mean();
        if (n < 2) {
            return new Estimate(n == 0 ? Double.NaN : mean, Double.NaN, Double.NaN, n, missing, Method.STUDENT_T);
        }
        double half = quantiles.upper(n - 1) * values.standardError();
        return new Estimate(mean, mean - half, mean + half, n, missing, Method.STUDENT_T);
    }
}
