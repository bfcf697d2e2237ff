package firesale.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReplicationNoiseTest {

    private static double[][] ones(double[][] like) {
        double[][] ones = new double[like.length][like[0].length];
        Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
        return ones;
    }

    /**
     * By hand: points (0, 2), (4, 2), (5, 11): less point means (-1, 1), (1, -1), (-3, 3), less replication means (-1, 1): squares
     * 0, 8, 8, over 2 x 1 degrees of freedom 8, over 2 replications 4; means 1, 3, 8 have variance 13.
     */
    @Test
    void byHand() {
        double[][] values = {{0, 2}, {4, 2}, {5, 11}};
        assertThat(ReplicationNoise.share(values, ones(values), 2, new double[] {1, 3, 8})).isCloseTo(4.0 / 13, within(1e-12));
        // four replications of which two are kept: half the noise
        assertThat(ReplicationNoise.share(values, ones(values), 4, new double[] {1, 3, 8})).isCloseTo(2.0 / 13, within(1e-12));
    }

    @Test
    void whatASeedDoesToAllPointsAlikeIsNoNoise() {
        double[][] values = {{0, 100, -7}, {1, 101, -6}, {5, 105, -2}};
        double[] means = Arrays.stream(values).mapToDouble(row -> Arrays.stream(row).sum() / 3).toArray();
        assertThat(ReplicationNoise.share(values, ones(values), 3, means)).isCloseTo(0, within(1e-12));
    }

    /** Points of variance 1 and noise of variance 2 a run: over 4 replications 0.5 of 1.5, within 10 % of 2,000 points. */
    @Test
    void noiseOfKnownSizeIsFound() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] values = new double[2_000][4];
        double[] means = new double[values.length];
        for (int p = 0; p < values.length; p++) {
            double own = random.nextGaussian();
            for (int r = 0; r < 4; r++) {
                values[p][r] = own + StrictMath.sqrt(2) * random.nextGaussian();
                means[p] += values[p][r] / 4;
            }
        }
        assertThat(ReplicationNoise.share(values, ones(values), 4, means)).isCloseTo(1.0 / 3, within(0.033));
    }

    /** A ratio whose weights are all equal is a mean; runs that weigh nothing are no noise. */
    @Test
    void ratiosAreLinearised() {
        double[][] values = {{0, 2}, {4, 2}, {5, 11}};
        double[][] twos = ones(values);
        Arrays.stream(twos).forEach(row -> Arrays.fill(row, 2));
        double[] ratios = {0.5, 1.5, 4};
        assertThat(ReplicationNoise.share(values, twos, 2, ratios)).isCloseTo(4.0 / 13, within(1e-12));
        double[][] exact = {{1, 3}, {4, Double.NaN}, {0, 0}};
        double[][] weights = {{2, 6}, {2, Double.NaN}, {0, 0}};
        assertThat(ReplicationNoise.share(exact, weights, 2, new double[] {0.5, 2, Double.NaN})).isCloseTo(0, within(1e-12));
    }

    @Test
    void oneReplicationCannotTell() {
        double[][] values = {{0}, {4}};
        assertThat(ReplicationNoise.share(values, ones(values), 1, new double[] {0, 4})).isNaN();
        assertThat(ReplicationNoise.share(new double[][] {{1, 2}}, new double[][] {{1, 1}}, 2, new double[] {1.5})).isNaN();
    }

    /**
     * A mean with a missing run is a ratio with weights 1 and 0. By hand: (0, none) moves nothing, (4, 2) moves by (1, -1): less
     * replication means (1/2, -1/2) squares are 4 x 1/4 over 1 x 1, over two replications 1/2; 0 and 3 have variance 9/2.
     */
    @Test
    void aPointWithAMissingRunStays() {
        double nan = Double.NaN;
        assertThat(ReplicationNoise.share(new double[][] {{0, nan}, {4, 2}}, new double[][] {{1, nan}, {1, 1}}, 2,
                new double[] {0, 3})).isCloseTo(1.0 / 9, within(1e-12));
    }
}
