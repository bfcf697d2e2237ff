package firesale.report;

import java.util.List;

/**
 * The bars of a histogram: equal steps from a multiple of the step.
 *
 * @param firstStep the lower end of the first bar, in steps
 * @param count     bars
 * @param step      their width, a share
 */
record Bars(int firstStep, int count, double step) {

    private static final List<Double> STEPS = List.of(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5);
    private static final int MOST = 40;

    /** Bars of a round width that cover a range, at most about forty. */
    static Bars covering(double low, double high) {
        for (double step : STEPS) {
            Bars bars = covering(low, high, step);
            if (bars.count <= MOST) {
                return bars;
            }
        }
        return covering(low, high, STEPS.get(STEPS.size() - 1));
    }

    private static Bars covering(double low, double high, double step) {
        int first = (int) Math.floor(low / step + 1e-9);
        int last = (int) Math.floor(high / step + 1e-9);
        return new Bars(first, last - first + 1, step);
    }

    /** The bar of a value; values beyond belong to the outermost. */
    int of(double value) {
        int bar = (int) Math.floor(value / step + 1e-9) - firstStep;
        return Math.max(0, Math.min(count - 1, bar));
    }

    /** The lower end of a bar, and with {@link #count} the upper end of the last. */
    double low(int bar) {
        return (firstStep + bar) * step;
    }

    /** The share of a sample in each bar. */
    double[] shares(double[] values) {
        double[] shares = new double[count];
        for (double value : values) {
            shares[of(value)] += 1.0 / values.length;
        }
        return shares;
    }
}
