package firesale.kernel.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallMatrixTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void exponentialOfSymmetricMatricesByEigenvalues(int n) {
        Random random = new Random(n);
        for (int run = 0; run < 50; run++) {
            double[][] a = new double[n][n];
            double size = Math.pow(10, 2 * random.nextDouble() - 1);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    a[i][j] = size * random.nextGaussian();
                    a[j][i] = a[i][j];
                }
            }
            EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(a));
            double[] values = eigen.getRealEigenvalues();
            double largest = 0;
            for (int i = 0; i < n; i++) {
                values[i] = Math.exp(values[i]);
                largest = Math.max(largest, values[i]);
            }
            RealMatrix expected = eigen.getV().multiply(MatrixUtils.createRealDiagonalMatrix(values)).multiply(eigen.getVT());
            assertClose(SmallMatrix.exponential(a), expected, 1e-11 * largest * Math.max(1, size));
        }
    }

    /** exp of a generator of a Markov chain has rows that sum to 1 and no negative entry; exp(2Q) = exp(Q) exp(Q). Rounding grows with the norm, here up to 100. */
    @Test
    void exponentialOfGenerators() {
        Random random = new Random(3);
        for (int run = 0; run < 200; run++) {
            double[][] q = new double[3][3];
            double[][] twice = new double[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    if (i != j) {
                        q[i][j] = 26 * Math.pow(random.nextDouble(), 4);
                        q[i][i] -= q[i][j];
                    }
                }
            }
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    twice[i][j] = 2 * q[i][j];
                }
            }
            double[][] p = SmallMatrix.exponential(q);
            for (double[] row : p) {
                assertThat(row[0] + row[1] + row[2]).isCloseTo(1, within(1e-12));
                assertThat(Math.min(row[0], Math.min(row[1], row[2]))).isGreaterThanOrEqualTo(0);
            }
            assertClose(SmallMatrix.exponential(twice), new Array2DRowRealMatrix(SmallMatrix.product(p, p)), 1e-12);
        }
    }

    @Test
    void exponentialOfARotation() {
        double[][] e = SmallMatrix.exponential(new double[][] {{0, -1.25}, {1.25, 0}});
        assertThat(e[0][0]).isCloseTo(Math.cos(1.25), within(1e-15));
        assertThat(e[1][0]).isCloseTo(Math.sin(1.25), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void choleskyAgainstAnotherImplementation(int n) {
        Random random = new Random(10 + n);
        for (int run = 0; run < 50; run++) {
            double[][] loadings = new double[n][n + 1];
            for (double[] row : loadings) {
                double norm = 0;
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextGaussian();
                    norm += row[j] * row[j];
                }
                for (int j = 0; j < row.length; j++) {
                    row[j] /= Math.sqrt(norm);
                }
            }
            RealMatrix root = new Array2DRowRealMatrix(loadings);
            double[][] correlation = root.multiply(root.transpose()).getData();
            for (int i = 0; i < n; i++) {
                correlation[i][i] = 1;
                for (int j = 0; j < i; j++) {
                    correlation[j][i] = correlation[i][j];
                }
            }
            double[][] l = SmallMatrix.cholesky(correlation);
            assertClose(l, new CholeskyDecomposition(new Array2DRowRealMatrix(correlation)).getL(), 1e-10);
            assertClose(SmallMatrix.product(l, new Array2DRowRealMatrix(l).transpose().getData()),
                    new Array2DRowRealMatrix(correlation), 1e-14);
        }
    }

    @Test
    void refusesCorrelationsThatContradictEachOther() {
        assertThatThrownBy(() -> SmallMatrix.cholesky(new double[][] {{1, 0.9, 0.9}, {0.9, 1, -0.9}, {0.9, -0.9, 1}}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("contradict");
        assertThatThrownBy(() -> SmallMatrix.cholesky(new double[][] {{1, 1}, {1, 1}})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void products() {
        double[][] c = SmallMatrix.product(new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[][] {{1}, {10}, {100}});
        assertThat(c).isDeepEqualTo(new double[][] {{321}, {654}});
        assertThat(SmallMatrix.product(new double[][] {{1, 2}, {3, 4}}, new double[] {10, 1})).containsExactly(12, 34);
    }

    private static void assertClose(double[][] actual, RealMatrix expected, double tolerance) {
        for (int i = 0; i < actual.length; i++) {
            for (int j = 0; j < actual.length; j++) {
                assertThat(actual[i][j]).as("entry %d, %d", i, j).isCloseTo(expected.getEntry(i, j), within(tolerance));
            }
        }
    }
}
