package firesale.analysis.sampling;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;

/**
 * The points of Saltelli's estimators of Sobol' indices (Saltelli et al., 2010): two samples A and B that are the halves of one
 * Sobol' sequence of twice the dimensions, and for each coordinate A with that coordinate of B.
 */
public final class SaltelliDesign {

    private static final int BITS = 52;

    private SaltelliDesign() {
    }

    /**
     * Rows are points in (0, 1), in blocks of dimensions + 2: A, B, then A with one coordinate of B, first coordinate first.
     * A number of samples that is a power of two keeps the balance of the sequence.
     *
     * @param dimensions at most 500
     */
    public static double[][] of(int samples, int dimensions, long seed) {
        double[][] base = sequence(samples, 2 * dimensions, seed);
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

    /** Stands for {@code SobolPoints.of}. */
    private static double[][] sequence(int samples, int dimensions, long seed) {
        SobolSequenceGenerator generator = new SobolSequenceGenerator(dimensions);
        UniformRandomProvider random = new SplitMix64(seed);
        long[] shifts = new long[dimensions];
        for (int d = 0; d < dimensions; d++) {
            shifts[d] = random.nextLong() >>> (Long.SIZE - BITS);
        }
        double[][] points = new double[samples][];
        for (int s = 0; s < samples; s++) {
            double[] point = generator.nextVector();
            for (int d = 0; d < dimensions; d++) {
                // shifted digit by digit, and into the middle of the last one: never 0, never 1
                long digits = (long) (point[d] * 0x1.0p52) ^ shifts[d];
                point[d] = (digits + 0.5) * 0x1.0p-52;
            }
            points[s] = point;
        }
        return points;
    }
}
