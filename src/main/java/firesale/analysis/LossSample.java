package firesale.analysis;

import firesale.analysis.RatioBootstrap.Multiplicity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What lending lost and earned in each replication at one point, and what follows from it: fair and charged spreads as ratios of
 * sums, and the tail of the losses.
 */
public final class LossSample {

    private final double[] losses;
    private final double[] exposures;
    private final double[] earned;
    private int[] worstFirst;

    /** @param replications how many replications there will be at most */
    public LossSample(int replications) {
        losses = new double[replications];
        exposures = new double[replications];
        earned = new double[replications];
        Arrays.fill(losses, Double.NaN);
    }

    /**
     * Adds a run; one without numbers, or without exposure and losses, is missing.
     *
     * @param lossUsd          discounted losses
     * @param exposureUsdYears discounted balances times time
     * @param earnedUsd        discounted interest above the risk-free rate
     */
    public void add(int replication, double lossUsd, double exposureUsdYears, double earnedUsd) {
        boolean nothing = lossUsd == 0 && exposureUsdYears == 0;
        if (nothing || Double.isNaN(lossUsd) || Double.isNaN(exposureUsdYears) || Double.isNaN(earnedUsd)) {
            return;
        }
        losses[replication] = lossUsd;
        exposures[replication] = exposureUsdYears;
        earned[replication] = earnedUsd;
        worstFirst = null;
    }

    /** Replications that entered. */
    public int n() {
        return order().length;
    }

    /** Replications that did not. */
    public int missing() {
        return losses.length - n();
    }

    private int[] order() {
        if (worstFirst == null) {
            worstFirst = IntStream.range(0, losses.length).filter(r -> !Double.isNaN(losses[r])).boxed()
                    .sorted(Comparator.comparingDouble((Integer r) -> -losses[r])).mapToInt(Integer::intValue).toArray();
        }
        return worstFirst;
    }

    private double ratio(double[] numerators, Multiplicity times) {
        double sum = 0;
        double exposure = 0;
        for (int r : order()) {
            sum += times.of(r) * numerators[r];
            exposure += times.of(r) * exposures[r];
        }
        return exposure == 0 ? Double.NaN : sum / exposure;
    }

    /** Sum of losses over sum of exposures, 1/a. */
    public double fair(Multiplicity times) {
        return ratio(losses, times);
    }

    /** Sum of interest above the risk-free rate over sum of exposures, 1/a. */
    public double charged(Multiplicity times) {
        return ratio(earned, times);
    }

    /** Charged less fair, 1/a. */
    public double mispricing(Multiplicity times) {
        return charged(times) - fair(times);
    }

    /** The mean loss of a run, USD. */
    public double expectedLoss(Multiplicity times) {
        return mean(losses, times);
    }

    private double mean(double[] values, Multiplicity times) {
        double sum = 0;
        long runs = 0;
        for (int r : order()) {
            sum += times.of(r) * values[r];
            runs += times.of(r);
        }
        return runs == 0 ? Double.NaN : sum / runs;
    }

    /**
     * Expected shortfall: the mean of the worst share of runs, USD. Where that is no whole number of runs the last one counts in
     * part, so that the estimate is coherent (Acerbi and Tasche, 2002); with fewer runs than one over the share it is the worst.
     *
     * @param share of runs, above 0 and at most 1
     */
    public double worst(double share, Multiplicity times) {
        long runs = 0;
        for (int r : order()) {
            runs += times.of(r);
        }
        double wanted = Math.max(1, share * runs);
        double left = wanted;
        double sum = 0;
        for (int i = 0; i < order().length && left > 0; i++) {
            double counted = Math.min(left, times.of(order()[i]));
            sum += counted * losses[order()[i]];
            left -= counted;
        }
        return runs == 0 ? Double.NaN : sum / wanted;
    }

    /** From how many of the runs that entered {@link #worst} is computed; the last may count in part. */
    public int runsInTail(double share) {
        return (int) Math.ceil(Math.max(Math.min(1, n()), share * n()) - 1e-9);
    }

    /**
     * The spread that pays for expected losses and for capital held against the others, 1/a:
     * <pre>
     *   fair + kappa (ES - EL) / (sum of exposures over runs)
     * </pre>
     *
     * @param costOfCapital kappa, return on what losses may exceed their mean by, over the run
     * @param share         of runs in the tail
     */
    public double required(double costOfCapital, double share, Multiplicity times) {
        double exposure = mean(exposures, times);
        return exposure == 0 ? Double.NaN
                : fair(times) + costOfCapital * (worst(share, times) - expectedLoss(times)) / exposure;
    }
}
