package firesale.analysis.sampling;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;

/**
 * Trajectories of Morris screening (Morris, 1991): from a random start on a grid of levels one coordinate after the other moves
 * once, by {@link #step}, in random order.
 */
public final class MorrisDesign {

    private MorrisDesign() {
    }

    /**
     * Rows are points in [0, 1], in blocks of dimensions + 1: each differs from the one before in one coordinate. A coordinate
     * starts at any of the levels with equal chance, goes up from the lower half of them and down from the upper, and its turn
     * comes at any place with equal chance.
     *
     * @param levels of each coordinate: 0, 1 / (levels - 1), ..., 1
     * @throws IllegalArgumentException if a number is below 1, or levels are not even
     */
    public static double[][] of(int trajectories, int dimensions, int levels, long seed) {
        if (trajectories < 1 || dimensions < 1) {
            throw new IllegalArgumentException("trajectories " + trajectories + ", dimensions " + dimensions + ": expected at least 1");
        }
        requireEven(levels);
        UniformRandomProvider random = new SplitMix64(seed);
        double[][] points = new double[Math.multiplyExact(trajectories, dimensions + 1)][];
        int[] at = new int[dimensions];
        int[] order = new int[dimensions];
        for (int t = 0; t < trajectories; t++) {
            for (int d = 0; d < dimensions; d++) {
                at[d] = random.nextInt(levels);
                // shuffled as it is filled
                int place = random.nextInt(d + 1);
                order[d] = order[place];
                order[place] = d;
            }
            int row = t * (dimensions + 1);
            points[row] = coordinates(at, levels);
            for (int d : order) {
                at[d] += at[d] < levels / 2 ? levels / 2 : -levels / 2;
                points[++row] = coordinates(at, levels);
            }
        }
        return points;
    }

    /**
     * How far a coordinate moves: levels / (2 (levels - 1)), with which all levels are as likely after the move as before it.
     *
     * @throws IllegalArgumentException if levels are not even
     */
    public static double step(int levels) {
        requireEven(levels);
        return levels / (2.0 * (levels - 1));
    }

    private static void requireEven(int levels) {
        if (levels < 2 || levels % 2 != 0) {
            throw new IllegalArgumentException("levels: was " + levels + ", expected an even number, at least 2");
        }
    }

    private static double[] coordinates(int[] at, int levels) {
        double[] point = new double[at.length];
        for (int d = 0; d < at.length; d++) {
            point[d] = at[d] / (levels - 1.0);
        }
        return point;
    }
}
