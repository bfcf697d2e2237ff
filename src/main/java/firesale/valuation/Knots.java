package firesale.valuation;

/** The factors e^(-x s) at the knots of a {@link RevenuePath}, computed once and multiplied where they are needed. */
public final class Knots {

    private final double rate;
    private final double[] factor = new double[RevenuePath.SEGMENTS + 1];

    /** @param rate x, 1/a */
    public Knots(double rate) {
        this.rate = rate;
        double step = StrictMath.exp(-rate * RevenuePath.STEP_YEARS);
        factor[0] = 1;
        for (int k = 1; k < factor.length; k++) {
            factor[k] = factor[k - 1] * step;
        }
    }

    /** The rate x, 1/a. */
    public double rate() {
        return rate;
    }

    /** e^(-x s) at knot k. */
    public double factor(int k) {
        return factor[k];
    }
}
