package firesale.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointEstimatesTest {

    private static final int RUNS = 60;

    private static List<RatioSums> ratios(int count, long seed) {
        Random random = new Random(seed);
        List<RatioSums> sums = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sums.add(new RatioSums(RUNS));
        }
        for (int run = 0; run < RUNS; run++) {
            double weight = 1 + random.nextDouble();
            for (RatioSums sum : sums) {
                sum.add(run, random.nextGaussian() + 1, weight);
            }
        }
        return sums;
    }

    private static double sum(JointEstimates game, int players) {
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum += game.of(i).value();
        }
        return sum;
    }

    @Test
    void oneQuantityIsThatOfTheBootstrap() {
        RatioBootstrap bootstrap = new RatioBootstrap(RUNS);
        List<RatioSums> sums = ratios(3, 1);
        JointEstimates joint = JointEstimates.of(bootstrap, sums);
        assertThat(joint.of(1)).isEqualTo(bootstrap.resample(sums.get(1)).estimate());
        Estimate difference = bootstrap.resample(sums.get(2)).minus(bootstrap.resample(sums.get(0)), RUNS, 0);
        assertThat(joint.combination(0, -1, 0, 1)).usingRecursiveComparison().withComparatorForType(
                (a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class).isEqualTo(difference);
    }

    /** Two parts of one ratio: the sum has the interval of the whole, which is not the sum of intervals. */
    @Test
    void sumsHaveIntervalsOfTheirOwn() {
        RatioSums up = new RatioSums(RUNS);
        RatioSums down = new RatioSums(RUNS);
        Random random = new Random(2);
        for (int run = 0; run < RUNS; run++) {
            double part = random.nextGaussian();
            up.add(run, 3 + part, 10);
            down.add(run, 1 - part, 10);
        }
        JointEstimates joint = JointEstimates.of(new RatioBootstrap(RUNS), List.of(up, down));
        Estimate sum = joint.combination(0, 1, 1);
        assertThat(sum.value()).isCloseTo(0.4, within(1e-12));
        assertThat(sum.high() - sum.low()).isLessThan(1e-12);
        assertThat(joint.of(0).high() - joint.of(0).low()).isGreaterThan(0.02);
        assertThat(joint.combination(1, -1, 0).low()).isCloseTo(1 - joint.of(0).high(), within(1e-12));
    }

    @Test
    void valuesOfAGameSumToItsTotal() {
        for (int players = 1; players <= 4; players++) {
            JointEstimates game = JointEstimates.ofGame(new RatioBootstrap(RUNS), ratios(1 << players, players), RUNS, 0);
            assertThat(game.size()).isEqualTo(players + 2);
            assertThat(sum(game, players)).isCloseTo(game.of(players + 1).value() - game.of(players).value(), within(1e-9));
            double[] ones = new double[players];
            Arrays.fill(ones, 1);
            double[] total = new double[players + 2];
            total[players] = -1;
            total[players + 1] = 1;
            assertThat(game.combination(0, ones).low()).as("resample by resample too").isCloseTo(game.combination(0, total).low(), within(1e-9));
        }
    }

    /** What all coalitions have in common in a replication cancels, since each resample has the same replications everywhere. */
    @Test
    void commonNoiseCancels() {
        Random random = new Random(5);
        List<RatioSums> coalitions = new ArrayList<>();
        for (int s = 0; s < 4; s++) {
            coalitions.add(new RatioSums(RUNS));
        }
        for (int run = 0; run < RUNS; run++) {
            double noise = 1_000 * random.nextGaussian();
            double[] value = {noise, noise + 2, noise + 3, noise + 9};
            for (int s = 0; s < 4; s++) {
                coalitions.get(s).add(run, value[s], 1);
            }
        }
        JointEstimates game = JointEstimates.ofGame(new RatioBootstrap(RUNS), coalitions, RUNS, 0);
        // (2 + 9 - 3) / 2 and (3 + 9 - 2) / 2
        assertThat(game.of(0).low()).isCloseTo(4, within(1e-9));
        assertThat(game.of(0).high()).isCloseTo(4, within(1e-9));
        assertThat(game.of(1).value()).isCloseTo(5, within(1e-9));
        assertThat(game.of(2).high() - game.of(2).low()).isGreaterThan(100);
    }

    @Test
    void aCoalitionWithoutAnyValueLeavesTheGameUnsolved() {
        List<RatioSums> coalitions = ratios(4, 6);
        coalitions.set(1, new RatioSums(RUNS));
        JointEstimates game = JointEstimates.ofGame(new RatioBootstrap(RUNS), coalitions, RUNS, 0);
        assertThat(game.of(0).value()).isNaN();
        assertThat(game.of(0).low()).isNaN();
        assertThat(game.of(3).value()).isNotNaN();
    }
}
