package firesale.analysis;

import java.util.Arrays;

/** Quantiles of a sample, linear between order statistics. */
public final class Quantiles {

    private final double[] sorted;

    /** @param values at least one, in any order, none of them NaN */
    public Quantiles(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** The value below which a share of the sample lies: the smallest for 0, the median for 0.5, the largest for 1. */
    public double at(double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
