package firesale.kernel.numerics;

/** Mean and spread of numbers that come one by one (Welford's recurrence). */
public final class RunningMean {

    private long n;
    private double mean;
    private double squares;

    /** Adds one number. */
    public void add(double value) {
        n++;
        double deviation = value - mean;
        mean += deviation / n;
        squares += deviation * (value - mean);
    }

    /** How many numbers there are. */
    public long count() {
        return n;
    }

    /** Their mean; 0 if there are none. */
    public double mean() {
        return mean;
    }

    /** The standard error of the mean, s / &radic;n with n - 1 degrees of freedom; NaN below two numbers. */
    public double standardError() {
        return n < 2 ? Double.NaN : StrictMath.sqrt(squares / (n - 1) / n);
    }
}
