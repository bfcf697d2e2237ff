package firesale.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.analysis.sampling.MorrisDesign;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Elementary effects of functions whose effects are known. */
class ElementaryEffectsTest {

    /** Effects by trajectory and input, from points in the order of {@link MorrisDesign}. */
    private static ElementaryEffects effects(int trajectories, int inputs, int levels, long seed, ToDoubleFunction<double[]> of) {
        double[][] points = MorrisDesign.of(trajectories, inputs, levels, seed);
        double[][] effects = new double[trajectories][inputs];
        for (int t = 0; t < trajectories; t++) {
            for (int step = 1; step <= inputs; step++) {
                double[] before = points[t * (inputs + 1) + step - 1];
                double[] after = points[t * (inputs + 1) + step];
                for (int i = 0; i < inputs; i++) {
                    if (before[i] != after[i]) {
                        effects[t][i] = (of.applyAsDouble(after) - of.applyAsDouble(before)) / (after[i] - before[i]);
                    }
                }
            }
        }
        return new ElementaryEffects(effects, inputs);
    }

    @Test
    void effectsOfALinearFunctionAreItsSlopes() {
        double[] slopes = {3, -2, 0.5, 0};
        ElementaryEffects found = effects(10, 4, 4, 1, x -> 7 + 3 * x[0] - 2 * x[1] + 0.5 * x[2]);
        for (int i = 0; i < 4; i++) {
            assertThat(found.mu(i).value()).isCloseTo(slopes[i], within(1e-12));
            assertThat(found.muStar(i).value()).isCloseTo(Math.abs(slopes[i]), within(1e-12));
            assertThat(found.sigma(i).value()).isCloseTo(0, within(1e-12));
            assertThat(found.muStar(i).high() - found.muStar(i).low()).isCloseTo(0, within(1e-12));
        }
        assertThat(found.ranked()).containsExactly(0, 1, 2, 3);
        assertThat(found.leads(0)).isEqualTo(1);
    }

    /** Of x y the effects of x are the values of y, which on four levels are 0, 1/3, 2/3 and 1: mean 1/2, deviation 0.3727. */
    @Test
    void anInteractionSpreadsEffects() {
        ElementaryEffects found = effects(4_000, 2, 4, 2, x -> x[0] * x[1]);
        assertThat(found.mu(0).value()).isCloseTo(0.5, within(4 * 0.3727 / Math.sqrt(4_000)));
        assertThat(found.sigma(0).value()).isCloseTo(Math.sqrt(5.0 / 36), within(0.01));
    }

    /** Where effects of both signs cancel, mu misses what mu* sees: of (x - 1/2)(y - 1/2) they are y - 1/2. */
    @Test
    void signsCancelInMuOnly() {
        ElementaryEffects found = effects(4_000, 2, 4, 3, x -> (x[0] - 0.5) * (x[1] - 0.5));
        assertThat(found.mu(0).value()).isCloseTo(0, within(0.025));
        assertThat(found.muStar(0).value()).isCloseTo(1.0 / 3, within(0.011));
    }

    /** By hand: effects 1, -3 of one input; 2, 2 of the other; a third trajectory misses one. */
    @Test
    void byHand() {
        ElementaryEffects found = new ElementaryEffects(new double[][] {{1, 2}, {9, Double.NaN}, {-3, 2}}, 2);
        assertThat(found.n()).isEqualTo(2);
        assertThat(found.missing()).isEqualTo(1);
        assertThat(found.mu(0).value()).isEqualTo(-1);
        assertThat(found.muStar(0).value()).isEqualTo(2);
        assertThat(found.sigma(0).value()).isCloseTo(Math.sqrt(8), within(1e-12));
        assertThat(found.muStar(0).low()).isEqualTo(1);
        assertThat(found.muStar(0).high()).isEqualTo(3);
        assertThat(found.mu(1).missing()).isEqualTo(1);
        assertThat(new ElementaryEffects(new double[][] {{1}}, 1).mu(0).low()).isNaN();
        assertThat(new ElementaryEffects(new double[0][], 1).mu(0).value()).isNaN();
    }

    /**
     * Intervals of mu* of x y over 20 trajectories cover the truth, 1/2, in nearly 95 % of 400 seeds: the standard error is 1.1
     * points, three of them either way, and percentiles of few trajectories are a little narrow.
     */
    @Test
    void intervalsOfMuStarCover() {
        int covered = 0;
        for (long seed = 0; seed < 400; seed++) {
            Estimate muStar = effects(20, 2, 4, seed, x -> x[0] * x[1]).muStar(0);
            covered += muStar.low() <= 0.5 && 0.5 <= muStar.high() ? 1 : 0;
        }
        assertThat(covered / 400.0).isBetween(0.89, 0.98);
    }
}
