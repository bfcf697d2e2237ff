package firesale.analysis.sampling;

/** Sobol' sequence with a random digital shift. */
public final class SobolPoints {

    private SobolPoints() {
    }

    /** Rows are points in (0, 1). */
    public static double[][] of(int samples, int dimensions, long seed) {
        throw new UnsupportedOperationException("to come");
    }
}
