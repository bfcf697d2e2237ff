package firesale.analysis;

/**
 * Numerators and denominators of a ratio of sums, summed over blocks of consecutive replications: what a bootstrap over
 * replications needs. Up to {@value #MOST_BLOCKS} replications a block is one replication; beyond, blocks keep the work bounded
 * and, since replications are independent, the interval's expected width the same.
 */
public final class RatioSums {

    static final int MOST_BLOCKS = 1_000;

    private final int blockSize;
    private final double[] numerators;
    private final double[] denominators;
    private long n;
    private long missing;

    /** @param replications how many replications there will be at most */
    public RatioSums(int replications) {
        blockSize = (replications + MOST_BLOCKS - 1) / MOST_BLOCKS;
        int blocks = (replications + blockSize - 1) / blockSize;
        numerators = new double[blocks];
        denominators = new double[blocks];
    }

    /** Adds a run; it is counted as missing if either value is NaN or if both are zero: then there was nothing to divide. */
    public void add(int replication, double numerator, double denominator) {
        boolean nothing = numerator == 0 && denominator == 0;
        if (nothing || Double.isNaN(numerator) || Double.isNaN(denominator)) {
            missing++;
            return;
        }
        n++;
        numerators[replication / blockSize] += numerator;
        denominators[replication / blockSize] += denominator;
    }

    int blockSize() {
        return blockSize;
    }

    int blocks() {
        return numerators.length;
    }

    long n() {
        return n;
    }

    long missing() {
        return missing;
    }

    /** The ratio over all runs; NaN if the denominators add up to nothing. */
    double ratio() {
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < numerators.length; i++) {
            numerator += numerators[i];
            denominator += denominators[i];
        }
        return divide(numerator, denominator);
    }

    /** The ratio over the given blocks, each as often as it is named. */
    double ratio(int[] blocks) {
        double numerator = 0;
        double denominator = 0;
        for (int block : blocks) {
            numerator += numerators[block];
            denominator += denominators[block];
        }
        return divide(numerator, denominator);
    }

    private static double divide(double numerator, double denominator) {
        return denominator == 0 ? Double.NaN : numerator / denominator;
    }
}
