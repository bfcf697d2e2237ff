package firesale.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import firesale.analysis.sampling.SaltelliDesign;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Sobol' indices of functions whose indices are known. Over 100 other seeds the largest error of any index from 4,096 base samples
 * was 0.003 (Ishigami) and 0.002 (G); tests allow twice that.
 */
class SobolIndicesTest {

    private static final double[] NO_MATTER = {0, 1, 4.5, 9, 99, 99, 99, 99};

    private static double ishigami(double[] unit) {
        double x = Math.PI * (2 * unit[0] - 1);
        double y = Math.PI * (2 * unit[1] - 1);
        double z = Math.PI * (2 * unit[2] - 1);
        double siny = StrictMath.sin(y);
        return StrictMath.sin(x) + 7 * siny * siny + 0.1 * z * z * z * z * StrictMath.sin(x);
    }

    private static double sobolG(double[] unit) {
        double product = 1;
        for (int i = 0; i < unit.length; i++) {
            product *= (Math.abs(4 * unit[i] - 2) + NO_MATTER[i]) / (1 + NO_MATTER[i]);
        }
        return product;
    }

    /** Of points in the block order of {@link SaltelliDesign}. */
    private static SobolIndices indices(double[][] points, ToDoubleFunction<double[]> of) {
        int inputs = points[0].length;
        int samples = points.length / (inputs + 2);
        double[] a = new double[samples];
        double[] b = new double[samples];
        double[][] ab = new double[inputs][samples];
        for (int s = 0; s < samples; s++) {
            int row = s * (inputs + 2);
            a[s] = of.applyAsDouble(points[row]);
            b[s] = of.applyAsDouble(points[row + 1]);
            for (int i = 0; i < inputs; i++) {
                ab[i][s] = of.applyAsDouble(points[row + 2 + i]);
            }
        }
        return new SobolIndices(a, b, ab);
    }

    /** The same blocks of independent points. */
    private static double[][] independent(int samples, int inputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[samples * (inputs + 2)][];
        for (int s = 0; s < samples; s++) {
            int row = s * (inputs + 2);
            points[row] = random.doubles(inputs).toArray();
            points[row + 1] = random.doubles(inputs).toArray();
            for (int i = 0; i < inputs; i++) {
                points[row + 2 + i] = points[row].clone();
                points[row + 2 + i][i] = points[row + 1][i];
            }
        }
        return points;
    }

    /** Closed forms of Ishigami and Homma (1990), a = 7, b = 0.1: first orders, then total orders. */
    private static double[][] ofIshigami() {
        double b = 0.1;
        double pi4 = StrictMath.pow(Math.PI, 4);
        double pi8 = pi4 * pi4;
        double first = 0.5 * (1 + b * pi4 / 5) * (1 + b * pi4 / 5);
        double second = 49.0 / 8;
        double both = b * b * pi8 * (1.0 / 18 - 1.0 / 50);
        double all = first + second + both;
        return new double[][] {{first / all, second / all, 0}, {(first + both) / all, second / all, both / all}};
    }

    /** Closed forms of Saltelli and Sobol' (1995). */
    private static double[][] ofSobolG() {
        int inputs = NO_MATTER.length;
        double product = 1;
        double[] alone = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            alone[i] = 1 / (3 * (1 + NO_MATTER[i]) * (1 + NO_MATTER[i]));
            product *= 1 + alone[i];
        }
        double[][] indices = new double[2][inputs];
        for (int i = 0; i < inputs; i++) {
            indices[0][i] = alone[i] / (product - 1);
            indices[1][i] = alone[i] * product / (1 + alone[i]) / (product - 1);
        }
        return indices;
    }

    private static double worst(SobolIndices found, double[][] expected) {
        double worst = 0;
        for (int i = 0; i < expected[0].length; i++) {
            worst = Math.max(worst, Math.abs(found.first(i).value() - expected[0][i]));
            worst = Math.max(worst, Math.abs(found.total(i).value() - expected[1][i]));
        }
        return worst;
    }

    @Test
    void ishigami() {
        double[][] expected = ofIshigami();
        assertThat(expected[0][0]).isCloseTo(0.3139, within(1e-4));
        assertThat(expected[1][2]).isCloseTo(0.2437, within(1e-4));
        SobolIndices found = indices(SaltelliDesign.of(4096, 3, 1), SobolIndicesTest::ishigami);
        assertThat(worst(found, expected)).isLessThan(0.006);
        assertThat(found.mean()).isCloseTo(3.5, within(0.05));
        assertThat(found.variance()).isCloseTo(13.845, within(0.1));
        assertThat(found.ranked()).containsExactly(0, 1, 2);
        assertThat(found.leads(0)).isEqualTo(1);
        assertThat(found.n()).isEqualTo(4096);
    }

    @Test
    void sobolG() {
        SobolIndices found = indices(SaltelliDesign.of(4096, 8, 1), SobolIndicesTest::sobolG);
        assertThat(ofSobolG()[0][0]).isCloseTo(0.7162, within(1e-4));
        assertThat(ofSobolG()[1][0]).isCloseTo(0.7871, within(1e-4));
        assertThat(worst(found, ofSobolG())).isLessThan(0.006);
        assertThat(found.sumOfFirst().value()).isCloseTo(0.9229, within(0.03));
    }

    /** x + 2 y + x y of two fair coins of -1 and 1 has variances 1, 4 and 1: S = 1/6, 4/6 and T = 2/6, 5/6. */
    @Test
    void anInteractionCountsForBoth() {
        SobolIndices found = indices(SaltelliDesign.of(8192, 2, 4), unit -> {
            double x = unit[0] < 0.5 ? -1 : 1;
            double y = unit[1] < 0.5 ? -1 : 1;
            return x + 2 * y + x * y;
        });
        assertThat(found.first(0).value()).isCloseTo(1.0 / 6, within(0.01));
        assertThat(found.first(1).value()).isCloseTo(4.0 / 6, within(0.01));
        assertThat(found.total(0).value()).isCloseTo(2.0 / 6, within(0.01));
        assertThat(found.total(1).value()).isCloseTo(5.0 / 6, within(0.01));
        assertThat(found.ranked()).containsExactly(1, 0);
    }

    /** By hand: A = (1, 3), B = (2, 6), AB of the only input = B: m = 3, V = (4 + 0 + 1 + 9) / 4. */
    @Test
    void twoBaseSamplesByHand() {
        SobolIndices found = new SobolIndices(new double[] {1, 3}, new double[] {2, 6}, new double[][] {{2, 6}});
        assertThat(found.mean()).isEqualTo(3);
        assertThat(found.variance()).isCloseTo(3.5, within(1e-12));
        assertThat(found.first(0).value()).isCloseTo((-1 * 1 + 3 * 3) / 2.0 / 3.5, within(1e-12));
        assertThat(found.total(0).value()).isCloseTo((1 + 9) / 4.0 / 3.5, within(1e-12));
    }

    /** A large constant changes nothing: outputs are centred. */
    @Test
    void aLargeMeanDoesNotSpoilIndices() {
        double[][] points = SaltelliDesign.of(512, 3, 2);
        SobolIndices near = indices(points, SobolIndicesTest::ishigami);
        SobolIndices far = indices(points, unit -> 1e9 + ishigami(unit));
        for (int i = 0; i < 3; i++) {
            assertThat(far.first(i).value()).isCloseTo(near.first(i).value(), within(1e-6));
            assertThat(far.total(i).low()).isCloseTo(near.total(i).low(), within(1e-6));
        }
    }

    @Test
    void baseSamplesWithAMissingOutputAreLeftOutAndCounted() {
        double nan = Double.NaN;
        SobolIndices found = new SobolIndices(new double[] {1, nan, 5, 3, 0}, new double[] {2, 5, nan, 6, 0},
                new double[][] {{2, 5, 7, 6, nan}});
        assertThat(found.n()).isEqualTo(2);
        assertThat(found.missing()).isEqualTo(3);
        assertThat(found.first(0).value()).isCloseTo(8 / 2.0 / 3.5, within(1e-12));
        assertThat(found.first(0).n()).isEqualTo(2);
        assertThat(found.total(0).missing()).isEqualTo(3);
        SobolIndices none = new SobolIndices(new double[] {nan}, new double[] {1}, new double[][] {{1}});
        assertThat(none.total(0).value()).isNaN();
        assertThat(none.n()).isZero();
    }

    @Test
    void whatDoesNotVaryHasNoIndices() {
        SobolIndices found = indices(SaltelliDesign.of(64, 2, 2), unit -> 0.1 + 1e6);
        assertThat(found.variance()).isZero();
        assertThat(found.first(0).value()).isNaN();
        assertThat(found.total(1).high()).isNaN();
    }

    @Test
    void samplesOfOtherSizesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SobolIndices(new double[2], new double[2],
                new double[][] {new double[3]}));
    }

    /**
     * 95 % intervals of independent base samples cover in about 95 %: over 100 seeds the standard error of a coverage is 2.2
     * points for each index, three of them below; those of a Sobol' sequence are too wide and cover more.
     */
    @Test
    void intervalsCover() {
        double[][] expected = ofIshigami();
        int[] covered = new int[6];
        int[] sequence = new int[6];
        for (long seed = 0; seed < 100; seed++) {
            count(indices(independent(256, 3, seed), SobolIndicesTest::ishigami), expected, covered);
            count(indices(SaltelliDesign.of(256, 3, seed), SobolIndicesTest::ishigami), expected, sequence);
        }
        for (int i = 0; i < 6; i++) {
            assertThat(covered[i]).as("index " + i).isBetween(88, 100);
            assertThat(sequence[i]).as("index " + i + " of a sequence").isGreaterThanOrEqualTo(93);
        }
    }

    private static void count(SobolIndices found, double[][] expected, int[] covered) {
        for (int i = 0; i < 3; i++) {
            covered[i] += covers(found.first(i), expected[0][i]) ? 1 : 0;
            covered[3 + i] += covers(found.total(i), expected[1][i]) ? 1 : 0;
        }
    }

    private static boolean covers(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high();
    }
}
