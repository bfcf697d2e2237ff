package firesale.auction;

import java.util.Arrays;

/** What bidders hold for the distribution F of each other's values: straight lines between knots, cents for values. Reused. */
final class ValueDistribution {

    private int knots;
    private double[] value = new double[64];
    private double[] probability = new double[64];

    /** Values uniform between two bounds. */
    static ValueDistribution uniform(double low, double high) {
        ValueDistribution distribution = new ValueDistribution();
        distribution.add(low, 0);
        distribution.add(high, 1);
        return distribution;
    }

    void clear() {
        knots = 0;
    }

    /** Adds a knot; values and probabilities do not fall. */
    void add(double cents, double atMost) {
        if (knots == value.length) {
            value = Arrays.copyOf(value, 2 * knots);
            probability = Arrays.copyOf(probability, 2 * knots);
        }
        value[knots] = cents;
        probability[knots] = atMost;
        knots++;
    }

    /**
     * The empirical distribution of values seen, from the reserve on: from 0 at the reserve through (j + 1) / n at the j-th
     * lowest. With steps instead of lines bids against it would be too high, for two bidders by half.
     *
     * @param sorted values in rising order, none below the reserve
     */
    void empirical(long[] sorted, int n, long reserve) {
        clear();
        add(reserve, 0);
        for (int j = 0; j < n; j++) {
            add(sorted[j], (j + 1.0) / n);
        }
    }

    /** F at a value. */
    double atMost(double cents) {
        if (cents < value[0]) {
            return 0;
        }
        int k = knots - 1;
        while (value[k] > cents) {
            k--;
        }
        return k == knots - 1 ? probability[k]
                : probability[k] + (probability[k + 1] - probability[k]) * (cents - value[k]) / (value[k + 1] - value[k]);
    }

    /** The integral over x from one value to another of P(order statistic of draws from F is at most x), cents. */
    double integral(OrderStatistic statistic, double from, double to) {
        return integral(statistic, from, to, 1);
    }

    /** The same of draws from F given that they are at most {@code to}. */
    double integralBelow(OrderStatistic statistic, double from, double to) {
        double all = atMost(to);
        return all == 0 ? to - from : integral(statistic, from, to, all);
    }

    /** Segment by segment from above, until what is left cannot matter. */
    private double integral(OrderStatistic statistic, double from, double to, double all) {
        double sum = 0;
        double upper = to;
        double upperT = atMost(to) / all;
        double upperIntegral = Double.NaN;
        for (int k = knots - 1; k >= 0 && upper > from; k--) {
            if (value[k] >= upper) {
                // of several knots at one value the lowest ends the segment below
                if (value[k] == upper && probability[k] / all < upperT) {
                    upperT = probability[k] / all;
                    upperIntegral = Double.NaN;
                }
                continue;
            }
            double lower = StrictMath.max(from, value[k]);
            double lowerT = (lower == value[k] ? probability[k] : atMost(lower)) / all;
            double width = upper - lower;
            double lowerIntegral = Double.NaN;
            if (upperT - lowerT > 1e-12) {
                lowerIntegral = statistic.integral(lowerT);
                sum += width * ((Double.isNaN(upperIntegral) ? statistic.integral(upperT) : upperIntegral) - lowerIntegral)
                        / (upperT - lowerT);
            } else {
                sum += width * statistic.atMost(upperT);
            }
            // below here the order statistic practically never lies
            if (lowerIntegral < 1e-16 * lowerT || lowerT == 0 && statistic.atMost(0) == 0) {
                return sum;
            }
            upper = lower;
            upperT = lowerT;
            upperIntegral = lowerIntegral;
        }
        return sum + (upper > from ? (upper - from) * statistic.atMost(0) : 0);
    }
}
