package firesale.analysis.sampling;

import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Sobol' sequence with the direction numbers of Joe and Kuo (2008), moved by a random digital shift: the bits of each coordinate
 * are flipped where a random number has a one. The shift keeps every property of a net and makes each point uniform.
 */
public final class SobolPoints {

    /** Direction numbers are there for so many dimensions. */
    public static final int MOST_DIMENSIONS = 1000;

    private static final int BITS = 52;
    private static final double UNIT = 0x1.0p-52;

    private SobolPoints() {
    }

    /**
     * Rows are points in (0, 1): the sequence from its first point on, so that the first 2^m points are a net, and a longer
     * sequence begins with a shorter one.
     *
     * @throws IllegalArgumentException if there are more dimensions than {@link #MOST_DIMENSIONS}
     */
    public static double[][] of(int samples, int dimensions, long seed) {
        if (dimensions > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("a Sobol' sequence has at most " + MOST_DIMENSIONS + " dimensions, but "
                    + dimensions + " are wanted");
        }
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
        Streams streams = new Streams(seed);
        long[] shift = new long[dimensions];
        for (int d = 0; d < dimensions; d++) {
            shift[d] = streams.number(Kind.RUN, d, Purpose.DESIGN, 0) >>> (Long.SIZE - BITS);
        }
        double[][] points = new double[samples][];
        for (int i = 0; i < samples; i++) {
            points[i] = sequence.nextVector();
            for (int d = 0; d < dimensions; d++) {
                // the generator's coordinates are whole multiples of 2^-52; the half keeps them off 0
                points[i][d] = (((long) (points[i][d] / UNIT) ^ shift[d]) + 0.5) * UNIT;
            }
        }
        return points;
    }
}
