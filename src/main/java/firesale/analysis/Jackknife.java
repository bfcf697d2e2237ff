package firesale.analysis;

import java.util.Arrays;

/**
 * How far a statistic would move with other replications, from its values without one replication each (Quenouille, 1956; Tukey,
 * 1958): with R of them and their mean S,
 * <pre>
 *   se^2 = (R - 1) / R  sum (S_(r) - S)^2
 * </pre>
 */
public final class Jackknife {

    private Jackknife() {
    }

    /**
     * The standard error of the statistic over all replications.
     *
     * @param without the statistic without the first, the second, ... replication
     * @return NaN with fewer than two, or if one of them is NaN
     */
    public static double standardError(double[] without) {
        double mean = Arrays.stream(without).sum() / without.length;
        double squares = Arrays.stream(without).map(each -> (each - mean) * (each - mean)).sum();
        return without.length < 2 ? Double.NaN : Math.sqrt(squares * (without.length - 1) / without.length);
    }
}
