package firesale.report;

/** A mean weighted by GPUs, kept as two sums. Missing values do not enter. */
final class WeightedMean {

    private double sum;
    private double weights;

    /** Adds a value unless it is NaN. */
    void add(double value, double weight) {
        if (!Double.isNaN(value)) {
            sum += value * weight;
            weights += weight;
        }
    }

    /** The mean; NaN if nothing entered. */
    double value() {
        return weights == 0 ? Double.NaN : sum / weights;
    }

    /** Whether anything entered. */
    boolean isPresent() {
        return weights > 0;
    }
}
