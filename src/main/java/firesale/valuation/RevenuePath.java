package firesale.valuation;

/**
 * An expected path of rent as multiples of today's, with a constant rate of decline between knots half a year apart, and
 * the last rate for ever after the last knot.
 */
public final class RevenuePath {

    /** Years between knots. */
    public static final double STEP_YEARS = 0.5;
    /** How many segments a path has: twelve years, longer than any machine's life. */
    public static final int SEGMENTS = 24;

    private final double[] factor = new double[SEGMENTS + 1];
    private final double[] decline = new double[SEGMENTS];

    /** A path that stays where it is, to be {@link #set}. */
    public RevenuePath() {
        java.util.Arrays.fill(factor, 1);
    }

    /** A path with one constant rate of decline (1/a). */
    public static RevenuePath constant(double declinePerYear) {
        double[] cumulative = new double[SEGMENTS + 1];
        for (int k = 0; k <= SEGMENTS; k++) {
            cumulative[k] = declinePerYear * k * STEP_YEARS;
        }
        RevenuePath path = new RevenuePath();
        path.set(cumulative);
        return path;
    }

    /** Sets the path from its cumulative log decline at the knots; entry 0 must be 0. */
    public void set(double[] cumulativeLogDecline) {
        for (int k = 0; k <= SEGMENTS; k++) {
            factor[k] = StrictMath.exp(-cumulativeLogDecline[k]);
        }
        for (int k = 0; k < SEGMENTS; k++) {
            decline[k] = (cumulativeLogDecline[k + 1] - cumulativeLogDecline[k]) / STEP_YEARS;
        }
    }

    /** Rent at knot k as a multiple of today's. */
    public double factor(int k) {
        return factor[k];
    }

    /** Rate of decline (1/a) between knots k and k + 1. */
    public double decline(int k) {
        return decline[k];
    }

    /** Rent after some years as a multiple of today's. */
    public double factorAt(double years) {
        int k = StrictMath.min((int) (years / STEP_YEARS), SEGMENTS - 1);
        return factor[k] * StrictMath.exp(-decline[k] * (years - k * STEP_YEARS));
    }
}
