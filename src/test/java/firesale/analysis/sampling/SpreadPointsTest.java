package firesale.analysis.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Latin hypercubes and Sobol' points are spread as evenly as theory says. */
class SpreadPointsTest {

    @ParameterizedTest
    @CsvSource({"1, 3, 5", "2, 1, 7", "100, 4, 0", "257, 10, -1", "12288, 10, 3"})
    void aHypercubeHasOnePointInEachStratum(int samples, int dimensions, long seed) {
        double[][] points = LatinHypercube.of(samples, dimensions, seed);
        assertThat(points).hasDimensions(samples, dimensions);
        for (int d = 0; d < dimensions; d++) {
            boolean[] hit = new boolean[samples];
            for (double[] point : points) {
                assertThat(point[d]).isGreaterThan(0).isLessThan(1);
                int stratum = (int) (point[d] * samples);
                assertThat(hit[stratum]).isFalse();
                hit[stratum] = true;
            }
        }
        assertThat(LatinHypercube.of(samples, dimensions, seed)).isDeepEqualTo(points);
        assertThat(Arrays.deepEquals(LatinHypercube.of(samples, dimensions, seed + 1), points)).isFalse();
    }

    /** The mean's error is within the strata: of order n^-1.5; columns are paired at random: correlations of order n^-0.5. */
    @Test
    void momentsOfAHypercube() {
        int n = 10_000;
        double[][] points = LatinHypercube.of(n, 5, 11);
        for (int d = 0; d < 5; d++) {
            int column = d;
            assertThat(Arrays.stream(points).mapToDouble(p -> p[column]).average().orElseThrow()).isCloseTo(0.5, within(1e-5));
            assertThat(Arrays.stream(points).mapToDouble(p -> (p[column] - 0.5) * (p[column] - 0.5)).average().orElseThrow())
                    .isCloseTo(1.0 / 12, within(1e-5));
            for (int e = 0; e < d; e++) {
                int other = e;
                double correlation = 12 * Arrays.stream(points).mapToDouble(p -> (p[column] - 0.5) * (p[other] - 0.5)).average()
                        .orElseThrow();
                assertThat(correlation).as("4.5 standard errors").isCloseTo(0, within(4.5 / Math.sqrt(n)));
            }
        }
    }

    /** Every place within a stratum is as likely as any other, and every stratum for a point: over seeds. */
    @Test
    void aPointOfAHypercubeIsUniform() {
        int[] counts = new int[20];
        for (int seed = 0; seed < 10_000; seed++) {
            counts[(int) (LatinHypercube.of(10, 2, seed)[3][1] * 20)]++;
        }
        double chiSquared = Arrays.stream(counts).mapToDouble(c -> (c - 500.0) * (c - 500) / 500).sum();
        assertThat(chiSquared).as("19 degrees of freedom, 0.9999 quantile 51.6").isLessThan(51.6);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -77})
    void firstPowersOfTwoFillEveryElementaryInterval(long seed) {
        double[][] points = SobolPoints.of(1024, 12, seed);
        for (int m = 0; m <= 10; m++) {
            for (int d = 0; d < 12; d++) {
                boolean[] hit = new boolean[1 << m];
                for (int i = 0; i < 1 << m; i++) {
                    int interval = (int) (points[i][d] * hit.length);
                    assertThat(hit[interval]).as("dimension %d, 2^%d", d, m).isFalse();
                    hit[interval] = true;
                }
            }
        }
    }

    /** The first two dimensions are a (0, m, 2)-net: one point in each box of 2^-a by 2^-(m-a), shifted or not. */
    @ParameterizedTest
    @ValueSource(longs = {0, 9, 123456789})
    void theFirstPairIsANet(long seed) {
        int m = 9;
        double[][] points = SobolPoints.of(1 << m, 2, seed);
        for (int a = 0; a <= m; a++) {
            boolean[] hit = new boolean[1 << m];
            for (double[] point : points) {
                int box = ((int) (point[0] * (1 << a)) << (m - a)) + (int) (point[1] * (1 << (m - a)));
                assertThat(hit[box]).isFalse();
                hit[box] = true;
            }
        }
    }

    /** The shift is one for all points of a dimension: pairs differ in the bits in which they differ without it. */
    @Test
    void theShiftIsDigital() {
        double[][] points = SobolPoints.of(64, 3, 5);
        SobolSequenceGenerator plain = new SobolSequenceGenerator(3);
        double[] first = plain.nextVector();
        for (int i = 1; i < 64; i++) {
            double[] next = plain.nextVector();
            for (int d = 0; d < 3; d++) {
                assertThat(bits(points[i][d]) ^ bits(points[0][d])).isEqualTo(bits(next[d]) ^ bits(first[d]));
            }
        }
    }

    private static long bits(double coordinate) {
        return (long) (coordinate * 0x1.0p52);
    }

    @Test
    void aLongerSequenceBeginsWithTheShorter() {
        double[][] longer = SobolPoints.of(300, 7, 2);
        assertThat(Arrays.copyOf(longer, 100)).isDeepEqualTo(SobolPoints.of(100, 7, 2));
        assertThat(Arrays.deepEquals(longer, SobolPoints.of(300, 7, 3))).isFalse();
    }

    /** A smooth function's integral: the product of (1 + (x - 1/2)) over 6 dimensions is 1 on average; plain draws would err by 0.01. */
    @Test
    void integralsConvergeFast() {
        double sum = 0;
        for (double[] point : SobolPoints.of(4096, 6, 8)) {
            double product = 1;
            for (double x : point) {
                assertThat(x).isGreaterThan(0).isLessThan(1);
                product *= 0.5 + x;
            }
            sum += product;
        }
        assertThat(sum / 4096).isCloseTo(1, within(5e-4));
    }

    @Test
    void thereAreAThousandDimensions() {
        assertThat(SobolPoints.of(2, SobolPoints.MOST_DIMENSIONS, 1)[1]).hasSize(1000);
        assertThatThrownBy(() -> SobolPoints.of(2, 1001, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a Sobol' sequence has at most 1000 dimensions, but 1001 are wanted");
    }
}
