package firesale.report;

/** How many GPUs were sold at which discount to FMV, in fine steps, so that no sale need be kept. */
final class GpuDiscounts {

    private static final double LOWEST = -2;
    private static final int STEPS_PER_UNIT = 1000;
    private static final int STEPS = 3 * STEPS_PER_UNIT;

    private final double[] gpus = new double[STEPS];
    private final double[] lastGpus = new double[STEPS];
    private double total;

    /** Adds a sale unless its discount is unknown. Discounts below -200 % count as -200 %. */
    void add(double discount, double count, boolean last) {
        if (Double.isFinite(discount)) {
            int step = (int) Math.floor((discount - LOWEST) * STEPS_PER_UNIT + 1e-9);
            (last ? lastGpus : gpus)[Math.max(0, Math.min(STEPS - 1, step))] += count;
            total += count;
        }
    }

    /** GPUs in all. */
    double total() {
        return total;
    }

    /** The discount below which a share of GPUs was sold. */
    double quantile(double share) {
        double below = 0;
        for (int i = 0; i < STEPS; i++) {
            below += gpus[i] + lastGpus[i];
            if (below >= share * total) {
                return middle(i);
            }
        }
        return 1;
    }

    /** The share of all GPUs in each bar, sold before the last week; what lies beyond the bars enters the outermost. */
    double[] shares(Bars bars) {
        return shares(bars, gpus);
    }

    /** Likewise of those sold without reserve in the last week. */
    double[] lastShares(Bars bars) {
        return shares(bars, lastGpus);
    }

    private double[] shares(Bars bars, double[] counts) {
        double[] shares = new double[bars.count()];
        for (int i = 0; i < STEPS; i++) {
            if (counts[i] > 0) {
                shares[bars.of(middle(i))] += counts[i] / total;
            }
        }
        return shares;
    }

    private static double middle(int step) {
        return LOWEST + (step + 0.5) / STEPS_PER_UNIT;
    }
}
