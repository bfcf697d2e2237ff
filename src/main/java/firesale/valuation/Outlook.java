package firesale.valuation;

/**
 * How one valuer sees the future: a path of rent, shifted by a disagreement, and a discount rate. Built from factors at
 * the knots by multiplication alone, so that giving every buyer an outlook every week is cheap. Mutable and reused.
 */
public final class Outlook {

    /** Below this product of rate and time a flow is integrated by its series. */
    static final double SMALL = 1e-4;

    private final double[] revenue = new double[RevenuePath.SEGMENTS + 1];
    private final double[] discount = new double[RevenuePath.SEGMENTS + 1];
    private final double[] decline = new double[RevenuePath.SEGMENTS];
    private final double[] perRevenueRate = new double[RevenuePath.SEGMENTS];
    private final int segments;
    private double perRate;
    private double rate;
    private int lastRise;

    /** An outlook over all segments of a path. */
    public Outlook() {
        this(RevenuePath.SEGMENTS * RevenuePath.STEP_YEARS);
    }

    /** @param years how far ahead it will be asked: the longest life of a machine */
    public Outlook(double years) {
        segments = StrictMath.min(RevenuePath.SEGMENTS, 1 + (int) (years / RevenuePath.STEP_YEARS));
    }

    /**
     * Sets the outlook.
     *
     * @param path         the expected path that all share
     * @param disagreement what this valuer adds to its decline
     * @param base         the valuer's own discount rate
     * @param premium      what all discount rates have in addition this week (a funding stress), may be negative
     */
    public void set(RevenuePath path, Knots disagreement, Knots base, Knots premium) {
        rate = base.rate() + premium.rate();
        for (int k = 0; k <= segments; k++) {
            revenue[k] = path.factor(k) * disagreement.factor(k);
            discount[k] = base.factor(k) * premium.factor(k);
        }
        perRate = inverse(rate);
        lastRise = -1;
        for (int k = 0; k < segments; k++) {
            decline[k] = path.decline(k) + disagreement.rate();
            lastRise = decline[k] < 0 ? k : lastRise;
            perRevenueRate[k] = inverse(decline[k] + rate);
        }
    }

    /** One over a rate, or 0 if the rate is so small that a series must stand in for the division. */
    private static double inverse(double x) {
        return StrictMath.abs(x) * RevenuePath.STEP_YEARS < SMALL ? 0 : 1 / x;
    }

    /** The discount rate, 1/a. */
    public double rate() {
        return rate;
    }

    double revenue(int k) {
        return revenue[k];
    }

    double discount(int k) {
        return discount[k];
    }

    double decline(int k) {
        return decline[k];
    }

    /** The last segment in which rent rises; -1 if it never does. */
    int lastRise() {
        return lastRise;
    }

    /** One over decline plus discount rate in segment k; 0 if that is almost nothing. */
    double perRevenueRate(int k) {
        return perRevenueRate[k];
    }

    /** One over the discount rate; 0 if that is almost nothing. */
    double perRate() {
        return perRate;
    }
}
