package firesale.analysis.sampling;

/** The points of Saltelli's estimators of Sobol' indices. */
public final class SaltelliDesign {

    private SaltelliDesign() {
    }

    /** Rows are points in (0, 1), in blocks of dimensions + 2: A, B, then A with one coordinate of B, first coordinate first. */
    public static double[][] of(int samples, int dimensions, long seed) {
        throw new UnsupportedOperationException("to come");
    }
}
