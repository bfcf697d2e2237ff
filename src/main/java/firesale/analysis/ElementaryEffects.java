package firesale.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Morris screening: by how much an output changes when one input moves and the others stay, at several places (Morris, 1991). Over
 * the trajectories
 * <pre>
 *   mu     mean effect; near 0 where the input has none, and where effects of both signs cancel
 *   mu*    mean of the effects' sizes (Campolongo, Cariboni and Saltelli, 2007): how much the input matters
 *   sigma  standard deviation of the effects: large where the input acts non-linearly or together with others
 * </pre>
 * Intervals are percentiles of a bootstrap over trajectories, the same resamples for all inputs; of few trajectories they are too
 * narrow.
 */
public final class ElementaryEffects {

    private final long n;
    private final long missing;
    /** By input, then by trajectory. */
    private final double[][] effects;
    /** By input, then by resample. */
    private final double[][] muDraws;
    private final double[][] muStarDraws;
    private final double[][] sigmaDraws;

    /**
     * Estimates from effects. A trajectory with an effect that is NaN is left out.
     *
     * @param byTrajectory by trajectory, then by input: change of the output over change of the input
     * @param inputs       how many there are
     */
    public ElementaryEffects(double[][] byTrajectory, int inputs) {
        this(byTrajectory, inputs, true);
    }

    /** The estimates alone, without intervals: quickly. */
    public static ElementaryEffects withoutIntervals(double[][] byTrajectory, int inputs) {
        return new ElementaryEffects(byTrajectory, inputs, false);
    }

    private ElementaryEffects(double[][] byTrajectory, int inputs, boolean intervals) {
        int[] kept = IntStream.range(0, byTrajectory.length).filter(t -> Arrays.stream(byTrajectory[t]).noneMatch(Double::isNaN))
                .toArray();
        n = kept.length;
        missing = byTrajectory.length - n;
        effects = new double[inputs][kept.length];
        for (int i = 0; i < inputs; i++) {
            for (int t = 0; t < kept.length; t++) {
                effects[i][t] = byTrajectory[kept[t]][i];
            }
        }
        int draws = intervals ? BlockResamples.DRAWS : 0;
        muDraws = new double[inputs][draws];
        muStarDraws = new double[inputs][draws];
        sigmaDraws = new double[inputs][draws];
        if (intervals && n >= 2) {
            int[] draw = {0};
            BlockResamples.forEach(kept.length, times -> {
                for (int i = 0; i < inputs; i++) {
                    muDraws[i][draw[0]] = mean(effects[i], times, x -> x);
                    muStarDraws[i][draw[0]] = mean(effects[i], times, Math::abs);
                    sigmaDraws[i][draw[0]] = deviation(effects[i], times);
                }
                draw[0]++;
            });
        }
    }

    /** @param times how often each value counts; null for once */
    private static double mean(double[] values, int[] times, DoubleUnaryOperator of) {
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += (times == null ? 1 : times[t]) * of.applyAsDouble(values[t]);
        }
        return values.length == 0 ? Double.NaN : sum / values.length;
    }

    private static double deviation(double[] values, int[] times) {
        double about = mean(values, times, x -> x);
        double squares = mean(values, times, x -> (x - about) * (x - about)) * values.length;
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    /** Trajectories that entered. */
    public long n() {
        return n;
    }

    /** Trajectories that were left out. */
    public long missing() {
        return missing;
    }

    /** Mean effect of an input. */
    public Estimate mu(int input) {
        return BlockResamples.expanded(mean(effects[input], null, x -> x), muDraws[input], n, missing);
    }

    /** Mean size of an input's effects. */
    public Estimate muStar(int input) {
        return BlockResamples.expanded(mean(effects[input], null, Math::abs), muStarDraws[input], n, missing);
    }

    /** Standard deviation of an input's effects. */
    public Estimate sigma(int input) {
        return BlockResamples.expanded(deviation(effects[input], null), sigmaDraws[input], n, missing);
    }

    /** Inputs by falling mean size of their effects. */
    public List<Integer> ranked() {
        List<Integer> inputs = new ArrayList<>(IntStream.range(0, effects.length).boxed().toList());
        inputs.sort((i, j) -> Double.compare(mean(effects[j], null, Math::abs), mean(effects[i], null, Math::abs)));
        return inputs;
    }

    /** In which share of resamples an input has the largest mean size of effects; there must be intervals. */
    public double leads(int input) {
        return BlockResamples.leads(muStarDraws, input);
    }
}
