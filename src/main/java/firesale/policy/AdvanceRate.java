package firesale.policy;

import firesale.kernel.numerics.Normal;

/**
 * The largest advance on cost whose expected loss the spread pays for (section 8 of the model),
 * <pre>
 *   LTV* = max {LTV : lambda (1 - pi g) E[(1 - max(x, f) / LTV)+] &lt;= s}        x = P / cost,  f = pi phi OLV / cost
 * </pre>
 * with a guaranteed share g, a floor at phi OLV and lenders who believe in them with probability pi. For f &lt; LTV the
 * expectation is [put(LTV) - put(f)] / LTV, with put(k) = E[(k - x)+] = k N(d) - m N(d - v), d = [ln(k / m) + v^2 / 2] / v for
 * a log-normal x of mean m and log standard deviation v (Black 1976); for f &gt;= LTV it is 0. It rises with LTV, so that the
 * maximum is found by bisection. Budgets, triggers and fees do not enter, nor do floors of others than the authority.
 *
 * @param hazardPerYear lambda, default intensity, 1/a
 * @param spread        s, what is charged, 1/a
 * @param meanPrice     m, mean price at default over cost
 * @param logSd         v, standard deviation of its log; 0 for a price that is known
 * @param most          advance that is never exceeded
 */
public record AdvanceRate(double hazardPerYear, double spread, double meanPrice, double logSd, double most) {

    /** Halvings of an interval of order one until its ends are neighbours. */
    private static final int HALVINGS = 60;

    /** E[(strike - x)+], both over cost. */
    double put(double strike) {
        if (strike <= 0) {
            return 0;
        }
        if (logSd == 0) {
            return StrictMath.max(0, strike - meanPrice);
        }
        double d = StrictMath.log(strike / meanPrice) / logSd + logSd / 2;
        return StrictMath.max(0, strike * Normal.cdf(d) - meanPrice * Normal.cdf(d - logSd));
    }

    /**
     * The share of a loan that a lender expects to lose if the borrower defaults, before any guarantee.
     *
     * @param ltv   advance on cost
     * @param floor least price of the collateral over its cost; 0 for none
     */
    public double expectedLoss(double ltv, double floor) {
        return ltv <= floor ? 0 : (put(ltv) - put(floor)) / ltv;
    }

    /**
     * LTV*, at most {@link #most()}.
     *
     * @param guaranteed share of a loss that somebody else is believed to bear, pi g
     * @param floor      least price of the collateral that is believed in over its cost, pi phi OLV / cost
     */
    public double largest(double guaranteed, double floor) {
        double borne = hazardPerYear * (1 - guaranteed);
        if (borne * expectedLoss(most, floor) <= spread) {
            return most;
        }
        double low = 0;
        double high = most;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (borne * expectedLoss(middle, floor) <= spread) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
