package firesale.auction;

import org.apache.commons.math3.special.Beta;

/**
 * The distribution of the b-th highest of a + b - 1 independent draws: P(at most x) = I_F(x)(a, b), the regularised incomplete
 * beta function. Numbers need not be whole. With a of 0 or less there are too few draws, which is below everything; with b of
 * 0 it is above everything.
 */
final class OrderStatistic {

    private final double a;
    private final double b;
    private final double logBeta;

    OrderStatistic(double a, double b) {
        this.a = a;
        this.b = b;
        this.logBeta = a > 0 && b > 0 && b != 1 ? Beta.logBeta(a, b) : Double.NaN;
    }

    /** P(the order statistic is at most x) where a draw is at most x with probability t. */
    double atMost(double t) {
        if (a <= 0 || t >= 1) {
            return 1;
        } else if (b <= 0 || t <= 0) {
            return 0;
        }
        return b == 1 ? StrictMath.exp(a * StrictMath.log(t)) : Beta.regularizedBeta(t, a, b);
    }

    /** The integral of {@link #atMost} from 0 to t: t I_t(a, b) - a / (a + b) I_t(a + 1, b). */
    double integral(double t) {
        if (a <= 0) {
            return t;
        } else if (b <= 0 || t <= 0) {
            return 0;
        } else if (t >= 1) {
            return t - 1 + b / (a + b);
        } else if (b == 1) {
            return t * atMost(t) / (a + 1);
        }
        double below = atMost(t);
        double next = below - StrictMath.exp(a * StrictMath.log(t) + b * StrictMath.log1p(-t) - logBeta) / a;
        return t * below - a / (a + b) * StrictMath.max(0, next);
    }
}
