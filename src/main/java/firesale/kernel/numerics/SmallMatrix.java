package firesale.kernel.numerics;

/** Small dense matrices (three regimes, four prices), in plain loops so that every machine gets the same bits. */
public final class SmallMatrix {

    private SmallMatrix() {
    }

    /** The product of an m x n by an n x p matrix. */
    public static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    /** The product of a matrix and a column vector. */
    public static double[] product(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += a[i][j] * x[j];
            }
        }
        return y;
    }

    /** The exponential of a square matrix, by scaling and squaring of its Taylor series (error near 1e-15 relative). */
    public static double[][] exponential(double[][] a) {
        int n = a.length;
        double norm = 0;
        for (double[] row : a) {
            double sum = 0;
            for (double x : row) {
                sum += StrictMath.abs(x);
            }
            norm = StrictMath.max(norm, sum);
        }
        int squarings = 0;
        double scale = 1;
        while (norm * scale > 0.25) {
            scale *= 0.5;
            squarings++;
        }
        double[][] scaled = new double[n][n];
        double[][] term = identity(n);
        double[][] sum = identity(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled[i][j] = a[i][j] * scale;
            }
        }
        for (int k = 1; k <= 14; k++) {
            term = product(term, scaled);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    term[i][j] /= k;
                    sum[i][j] += term[i][j];
                }
            }
        }
        for (int s = 0; s < squarings; s++) {
            sum = product(sum, sum);
        }
        return sum;
    }

    /**
     * The lower Cholesky factor of a correlation matrix.
     *
     * @throws IllegalArgumentException if the matrix is not positive definite
     */
    public static double[][] cholesky(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    if (sum <= 1e-12) {
                        throw new IllegalArgumentException("the correlations contradict each other"
                                + " (the matrix is not positive definite)");
                    }
                    l[i][i] = StrictMath.sqrt(sum);
                } else {
                    l[i][j] = sum / l[j][j];
                }
            }
        }
        return l;
    }

    private static double[][] identity(int n) {
        double[][] one = new double[n][n];
        for (int i = 0; i < n; i++) {
            one[i][i] = 1;
        }
        return one;
    }
}
