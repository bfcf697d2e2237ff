package firesale.analysis.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Points of Sobol' indices and of Morris screening. */
class SensitivityDesignsTest {

    @Test
    void blocksAreABAndThenAWithOneCoordinateOfB() {
        int dimensions = 3;
        double[][] points = SaltelliDesign.of(16, dimensions, 5);
        assertThat(points).hasDimensions(16 * (dimensions + 2), dimensions);
        for (int s = 0; s < 16; s++) {
            double[] a = points[s * 5];
            double[] b = points[s * 5 + 1];
            for (int d = 0; d < dimensions; d++) {
                double[] expected = a.clone();
                expected[d] = b[d];
                assertThat(points[s * 5 + 2 + d]).isEqualTo(expected);
                assertThat(a[d]).isNotEqualTo(b[d]);
            }
        }
    }

    /** Of 2^m points of a shifted Sobol' sequence each coordinate has one in each of 2^m strata. */
    @Test
    void eachCoordinateOfAAndBIsEven() {
        int samples = 64;
        double[][] points = SaltelliDesign.of(samples, 4, 9);
        for (int half = 0; half < 2; half++) {
            for (int d = 0; d < 4; d++) {
                boolean[] seen = new boolean[samples];
                for (int s = 0; s < samples; s++) {
                    double value = points[s * 6 + half][d];
                    assertThat(value).isGreaterThan(0).isLessThan(1);
                    seen[(int) (value * samples)] = true;
                }
                assertThat(seen).containsOnly(true);
            }
        }
    }

    @Test
    void seedsGiveOtherPointsAndTheSameSeedTheSame() {
        assertThat(SaltelliDesign.of(8, 2, 1)).isDeepEqualTo(SaltelliDesign.of(8, 2, 1));
        assertThat(SaltelliDesign.of(8, 2, 1)[0]).isNotEqualTo(SaltelliDesign.of(8, 2, 2)[0]);
        assertThat(MorrisDesign.of(8, 2, 4, 1)).isDeepEqualTo(MorrisDesign.of(8, 2, 4, 1));
        assertThat(MorrisDesign.of(8, 9, 4, 1)[0]).isNotEqualTo(MorrisDesign.of(8, 9, 4, 2)[0]);
    }

    @Test
    void aTrajectoryMovesEachCoordinateOnceByTheStep() {
        int dimensions = 5;
        int levels = 6;
        double[][] points = MorrisDesign.of(40, dimensions, levels, 3);
        assertThat(points).hasDimensions(40 * (dimensions + 1), dimensions);
        assertThat(MorrisDesign.step(levels)).isCloseTo(0.6, within(1e-15));
        assertThat(MorrisDesign.step(4)).isCloseTo(2.0 / 3, within(1e-15));
        for (int t = 0; t < 40; t++) {
            boolean[] moved = new boolean[dimensions];
            for (int step = 1; step <= dimensions; step++) {
                double[] before = points[t * (dimensions + 1) + step - 1];
                double[] after = points[t * (dimensions + 1) + step];
                int changes = 0;
                for (int d = 0; d < dimensions; d++) {
                    if (before[d] != after[d]) {
                        changes++;
                        assertThat(moved[d]).isFalse();
                        moved[d] = true;
                        assertThat(Math.abs(after[d] - before[d])).isCloseTo(0.6, within(1e-12));
                    }
                    assertThat(after[d]).isBetween(0.0, 1.0);
                    assertThat(after[d] * (levels - 1)).isCloseTo(Math.rint(after[d] * (levels - 1)), within(1e-12));
                }
                assertThat(changes).isEqualTo(1);
            }
        }
    }

    /**
     * Of 4,000 trajectories each level is a start in a quarter, half of the moves go up, and the first move is each coordinate's
     * in a third: standard errors are at most 0.8 points, four of them either way.
     */
    @Test
    void startsDirectionsAndOrdersAreEven() {
        int trajectories = 4_000;
        double[][] points = MorrisDesign.of(trajectories, 3, 4, 17);
        int[] starts = new int[4];
        int[] firstMoves = new int[3];
        int ups = 0;
        for (int t = 0; t < trajectories; t++) {
            double[] start = points[t * 4];
            double[] next = points[t * 4 + 1];
            starts[(int) Math.rint(start[0] * 3)]++;
            for (int d = 0; d < 3; d++) {
                if (next[d] != start[d]) {
                    firstMoves[d]++;
                    ups += next[d] > start[d] ? 1 : 0;
                }
            }
        }
        Arrays.stream(starts).forEach(count -> assertThat((double) count / trajectories).isBetween(0.22, 0.28));
        Arrays.stream(firstMoves).forEach(count -> assertThat((double) count / trajectories).isBetween(0.30, 0.367));
        assertThat((double) ups / trajectories).isBetween(0.468, 0.532);
    }

    @Test
    void oddLevelsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MorrisDesign.of(1, 1, 5, 1)).withMessageContaining("even");
        assertThatIllegalArgumentException().isThrownBy(() -> MorrisDesign.of(0, 1, 4, 1));
    }
}
