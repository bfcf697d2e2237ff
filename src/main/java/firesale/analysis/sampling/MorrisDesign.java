package firesale.analysis.sampling;

/** Trajectories of Morris screening. */
public final class MorrisDesign {

    private MorrisDesign() {
    }

    /** Rows are points in [0, 1], in blocks of dimensions + 1: each differs from the one before in one coordinate. */
    public static double[][] of(int trajectories, int dimensions, int levels, long seed) {
        throw new UnsupportedOperationException("to come");
    }
}
