package firesale.analysis;

import firesale.analysis.Estimate.Method;

/** Mean and spread of values that come one by one (Welford's recurrence). NaN is counted as missing. */
public final class Moments {

    private final StudentQuantiles quantiles;
    private long n;
    private long missing;
    private double mean;
    private double squares;

    public Moments(StudentQuantiles quantiles) {
        this.quantiles = quantiles;
    }

    /** Adds one value. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            missing++;
            return;
        }
        n++;
        double deviation = value - mean;
        mean += deviation / n;
        squares += deviation * (value - mean);
    }

    /** The mean with Student's t interval, mean &plusmn; t(0.975, n - 1) s / &radic;n; no interval below two values. */
    public Estimate estimate() {
        if (n < 2) {
            return new Estimate(n == 0 ? Double.NaN : mean, Double.NaN, Double.NaN, n, missing, Method.STUDENT_T);
        }
        double standardError = StrictMath.sqrt(squares / (n - 1) / n);
        double half = quantiles.upper(n - 1) * standardError;
        return new Estimate(mean, mean - half, mean + half, n, missing, Method.STUDENT_T);
    }
}
