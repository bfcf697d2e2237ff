package firesale.analysis.sampling;

/**
 * The points of Saltelli's estimators of Sobol' indices (Saltelli et al., 2010): two samples A and B that are the halves of one
 * Sobol' sequence of twice the dimensions, and for each coordinate A with that coordinate of B.
 */
public final class SaltelliDesign {

    private SaltelliDesign() {
    }

    /**
     * Rows are points in (0, 1), in blocks of dimensions + 2: A, B, then A with one coordinate of B, first coordinate first.
     * A number of samples that is a power of two keeps the balance of the sequence.
     *
     * @throws IllegalArgumentException if there are more dimensions than half of {@link SobolPoints#MOST_DIMENSIONS}
     */
    public static double[][] of(int samples, int dimensions, long seed) {
        double[][] base = SobolPoints.of(samples, 2 * dimensions, seed);
        double[][] points = new double[Math.multiplyExact(samples, dimensions + 2)][];
        for (int s = 0; s < samples; s++) {
            int row = s * (dimensions + 2);
            double[] a = new double[dimensions];
            double[] b = new double[dimensions];
            System.arraycopy(base[s], 0, a, 0, dimensions);
            System.arraycopy(base[s], dimensions, b, 0, dimensions);
            points[row] = a;
            points[row + 1] = b;
            for (int d = 0; d < dimensions; d++) {
                double[] mixed = a.clone();
                mixed[d] = b[d];
                points[row + 2 + d] = mixed;
            }
        }
        return points;
    }
}
