package firesale.valuation;

/**
 * How one valuer sees the future: a path of rent, shifted by a disagreement, and a discount rate. Built from factors at
 * the knots by multiplication alone, so that giving every buyer an outlook every week is cheap. Mutable and reused.
 */
public final class Outlook {

    private final double[] revenue = new double[RevenuePath.SEGMENTS + 1];
    private final double[] discount = new double[RevenuePath.SEGMENTS + 1];
    private final double[] decline = new double[RevenuePath.SEGMENTS];
    private double rate;
    private int lastRise;

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
        for (int k = 0; k < revenue.length; k++) {
            revenue[k] = path.factor(k) * disagreement.factor(k);
            discount[k] = base.factor(k) * premium.factor(k);
        }
        lastRise = -1;
        for (int k = 0; k < decline.length; k++) {
            decline[k] = path.decline(k) + disagreement.rate();
            lastRise = decline[k] < 0 ? k : lastRise;
        }
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
}
