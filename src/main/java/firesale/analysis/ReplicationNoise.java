package firesale.analysis;

/**
 * How much of the variance of a measure across points goes back to the seeds of few replications. All points have the same seeds:
 * what a seed does to all of them alike shifts every point and is no variance across points. What it does to each in its own way is:
 * in the two-way layout of points and replications, the interaction
 * <pre>
 *   s^2 = sum (e_pr - e_p. - e_.r + e_..)^2 / ((P - 1) (R - 1)),      noise of a point's mean over R' replications: s^2 / R'
 * </pre>
 * where e is the linear part of a ratio of sums, (numerator - ratio denominator) / mean denominator. A mean is a ratio whose
 * denominators are 1, or 0 in runs without a value.
 */
public final class ReplicationNoise {

    private ReplicationNoise() {
    }

    /**
     * The share of noise in the variance of the points' estimates.
     *
     * @param numerators   by point, then by replication, of some of the replications; NaN where there is no value
     * @param denominators the same; 1 for means. Runs without a value weigh nothing
     * @param replications over which the points' estimates are
     * @param estimates    by point; those that are NaN are left out
     * @return about 0 to 1, a little above by chance; NaN with fewer than two replications or two points, or without variance
     */
    public static double share(double[][] numerators, double[][] denominators, int replications, double[] estimates) {
        double across = variance(estimates);
        double within = interaction(numerators, denominators) / replications;
        return across > 0 ? within / across : Double.NaN;
    }

    private static double variance(double[] values) {
        double mean = 0;
        double squares = 0;
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                n++;
                double step = value - mean;
                mean += step / n;
                squares += step * (value - mean);
            }
        }
        return n < 2 ? Double.NaN : squares / (n - 1);
    }

    private static double interaction(double[][] numerators, double[][] denominators) {
        int replications = numerators.length == 0 ? 0 : numerators[0].length;
        double[][] parts = new double[numerators.length][];
        double[] means = new double[replications];
        int points = 0;
        for (int p = 0; p < numerators.length; p++) {
            double[] part = linear(numerators[p], denominators[p]);
            if (part != null) {
                parts[points++] = part;
                for (int r = 0; r < replications; r++) {
                    means[r] += part[r];
                }
            }
        }
        if (points < 2 || replications < 2) {
            return Double.NaN;
        }
        double squares = 0;
        for (int p = 0; p < points; p++) {
            for (int r = 0; r < replications; r++) {
                double own = parts[p][r] - means[r] / points;
                squares += own * own;
            }
        }
        return squares / ((points - 1.0) * (replications - 1.0));
    }

    /** What each run moves the ratio by; null without a ratio. Its mean is 0. */
    private static double[] linear(double[] numerators, double[] denominators) {
        double top = 0;
        double bottom = 0;
        for (int r = 0; r < numerators.length; r++) {
            boolean there = !Double.isNaN(numerators[r]) && !Double.isNaN(denominators[r]);
            top += there ? numerators[r] : 0;
            bottom += there ? denominators[r] : 0;
        }
        if (bottom == 0) {
            return null;
        }
        double[] linear = new double[numerators.length];
        for (int r = 0; r < linear.length; r++) {
            boolean there = !Double.isNaN(numerators[r]) && !Double.isNaN(denominators[r]);
            linear[r] = there ? (numerators[r] - top / bottom * denominators[r]) * linear.length / bottom : 0;
        }
        return linear;
    }
}
