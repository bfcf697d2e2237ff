package firesale.analysis.sampling;

import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.RandomStream;
import firesale.kernel.random.Streams;

/** Latin hypercube sampling (McKay, Beckman and Conover 1979): random within strata, the columns paired at random. */
public final class LatinHypercube {

    private LatinHypercube() {
    }

    /** Rows are points: each column has one value in each of {@code samples} strata of (0, 1). */
    public static double[][] of(int samples, int dimensions, long seed) {
        double[][] points = new double[samples][dimensions];
        Streams streams = new Streams(seed);
        int[] stratum = new int[samples];
        for (int d = 0; d < dimensions; d++) {
            RandomStream draws = streams.once(Kind.RUN, d, Purpose.DESIGN);
            for (int i = 0; i < samples; i++) {
                // Fisher and Yates, inside out
                int j = draws.below(i + 1);
                stratum[i] = stratum[j];
                stratum[j] = i;
            }
            for (int i = 0; i < samples; i++) {
                double end = StrictMath.nextDown((stratum[i] + 1.0) / samples);
                points[i][d] = StrictMath.min((stratum[i] + draws.uniform()) / samples, end);
            }
        }
        return points;
    }
}
