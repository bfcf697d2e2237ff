package firesale.analysis.sampling;

/** Latin hypercube sampling. */
public final class LatinHypercube {

    private LatinHypercube() {
    }

    /** Rows are points: each column has one value in each of {@code samples} strata of (0, 1). */
    public static double[][] of(int samples, int dimensions, long seed) {
        throw new UnsupportedOperationException("to come");
    }
}
