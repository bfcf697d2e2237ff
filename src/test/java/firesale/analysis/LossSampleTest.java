package firesale.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Spreads, tails, weighted quantiles and fixed points against numbers by hand. */
class LossSampleTest {

    private static LossSample sample(int runs) {
        LossSample sample = new LossSample(runs);
        for (int r = 0; r < runs; r++) {
            // worst runs neither first nor last: losses 0 .. n-1 in a mixed order
            sample.add(r, (r * 7L) % runs, 10, 2);
        }
        return sample;
    }

    private static double alone(LossSample sample, RatioBootstrap bootstrap, double share) {
        return bootstrap.estimate(times -> sample.worst(share, times), sample.n(), 0).value();
    }

    @Test
    void theTailIsTheMeanOfTheWorstRuns() {
        RatioBootstrap bootstrap = new RatioBootstrap(200);
        LossSample sample = sample(200);
        assertThat(alone(sample, bootstrap, 0.01)).isEqualTo((199 + 198) / 2.0);
        assertThat(alone(sample, bootstrap, 0.0125)).as("two and a half runs").isEqualTo((199 + 198 + 197 / 2.0) / 2.5);
        assertThat(alone(sample, bootstrap, 1)).isCloseTo(99.5, within(1e-12));
        assertThat(alone(sample, bootstrap, 0.001)).as("fewer than one run is one").isEqualTo(199);
        assertThat(sample.runsInTail(0.01)).isEqualTo(2);
        assertThat(sample.runsInTail(0.0125)).isEqualTo(3);
        assertThat(sample.runsInTail(0.001)).isEqualTo(1);
    }

    @Test
    void aResampledTailTakesRunsAsOftenAsTheyAreDrawn() {
        LossSample sample = sample(200);
        RatioBootstrap bootstrap = new RatioBootstrap(200);
        Estimate tail = bootstrap.estimate(times -> sample.worst(0.01, times), 200, 0);
        assertThat(tail.high()).as("the worst twice").isEqualTo(199);
        assertThat(tail.low()).isBetween(194.0, 198.5);
        // the mean of all is a ratio of sums as well: the same interval
        RatioSums sums = new RatioSums(200);
        for (int r = 0; r < 200; r++) {
            sums.add(r, (r * 7L) % 200, 1);
        }
        Estimate mean = bootstrap.resample(sums).estimate();
        Estimate same = bootstrap.estimate(sample::expectedLoss, 200, 0);
        assertThat(same.value()).isCloseTo(mean.value(), within(1e-9));
        assertThat(same.low()).isCloseTo(mean.low(), within(1e-9));
        assertThat(same.high()).isCloseTo(mean.high(), within(1e-9));
    }

    /** The same beyond a thousand replications, where blocks of them are resampled. */
    @Test
    void blocksAreResampledAlike() {
        LossSample sample = sample(3000);
        RatioBootstrap bootstrap = new RatioBootstrap(3000);
        RatioSums sums = new RatioSums(3000);
        for (int r = 0; r < 3000; r++) {
            sums.add(r, (r * 7L) % 3000, 10);
        }
        Estimate expected = bootstrap.resample(sums).estimate();
        Estimate fair = bootstrap.estimate(sample::fair, 3000, 0);
        assertThat(fair.low()).isCloseTo(expected.low(), within(1e-9));
        assertThat(fair.high()).isCloseTo(expected.high(), within(1e-9));
        assertThat(alone(sample, bootstrap, 0.01)).isEqualTo((2999 + 2970) / 2.0);
    }

    /** Losses 30 and 10 on 200 each, 24 earned: fair 10 %, charged 6 %, required with 10 % on 30 - 20 over 200: 10.5 %. */
    @Test
    void spreadsByHand() {
        LossSample sample = new LossSample(4);
        sample.add(0, 30, 200, 12);
        sample.add(1, 10, 200, 12);
        sample.add(2, Double.NaN, 200, 12);
        sample.add(3, 0, 0, 0);
        RatioBootstrap bootstrap = new RatioBootstrap(4);
        assertThat(sample.n()).isEqualTo(2);
        assertThat(sample.missing()).isEqualTo(2);
        assertThat(bootstrap.estimate(sample::fair, 2, 2).value()).isCloseTo(0.1, within(1e-12));
        assertThat(bootstrap.estimate(sample::charged, 2, 2).value()).isCloseTo(0.06, within(1e-12));
        assertThat(bootstrap.estimate(sample::mispricing, 2, 2).value()).isCloseTo(-0.04, within(1e-12));
        assertThat(bootstrap.estimate(times -> sample.required(0.1, 0.01, times), 2, 2).value()).isCloseTo(0.105, within(1e-12));
        assertThat(bootstrap.estimate(sample::fair, 2, 2).low()).as("one run twice").isCloseTo(0.05, within(1e-12));
    }

    @Test
    void nothingLentHasNoSpread() {
        LossSample sample = new LossSample(3);
        sample.add(0, 0, 0, 0);
        assertThat(new RatioBootstrap(3).estimate(sample::fair, 0, 3).value()).isNaN();
        assertThat(new RatioBootstrap(3).estimate(times -> sample.required(0.1, 0.01, times), 0, 3).value()).isNaN();
    }

    @Test
    void quantilesByWeight() {
        WeightedSample sample = new WeightedSample();
        sample.add(0, 0.5, 90);
        sample.add(1, 0.1, 4);
        sample.add(1, 0.2, 6);
        sample.add(2, Double.NaN, 50);
        RatioBootstrap bootstrap = new RatioBootstrap(3);
        assertThat(bootstrap.estimate(times -> sample.quantile(0.04, times), 2, 1).value()).isEqualTo(0.1);
        assertThat(bootstrap.estimate(times -> sample.quantile(0.05, times), 2, 1).value()).isEqualTo(0.2);
        assertThat(bootstrap.estimate(times -> sample.quantile(0.5, times), 2, 1).value()).isEqualTo(0.5);
        assertThat(bootstrap.estimate(sample::mean, 2, 1).value()).isCloseTo(0.466, within(1e-12));
        assertThat(sample.size()).isEqualTo(3);
        assertThat(sample.replications()).isEqualTo(2);
        assertThat(bootstrap.draws(times -> sample.quantile(0.05, times))).as("replications come and go together, or none does")
                .contains(0.1, 0.2, 0.5, Double.NaN);
    }

    @Test
    void whereChargeAndLossesMeet() {
        double[] charged = {0.02, 0.04, 0.08};
        assertThat(FixedPoint.crossing(charged, new double[] {0.05, 0.06, 0.07})).as("-0.02 to +0.01: two thirds of the way")
                .isCloseTo(0.04 + 0.04 * 2 / 3, within(1e-12));
        assertThat(FixedPoint.crossing(charged, new double[] {0.05, 0.06, 0.09})).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(FixedPoint.crossing(charged, new double[] {0.02, 0.06, 0.09})).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(FixedPoint.crossing(charged, new double[] {0.03, 0.03, 0.09})).as("the lowest").isCloseTo(0.03, within(1e-12));
        assertThat(FixedPoint.crossings(charged, new double[] {0.03, 0.03, 0.09})).isEqualTo(2);
        assertThat(FixedPoint.crossing(charged, new double[] {0.03, Double.NaN, 0.01})).isNaN();
        assertThat(FixedPoint.crossing(charged, new double[] {Double.NaN, 0.03, 0.01})).isNaN();
    }

    @Test
    void intervalsThatLeaveTheRangeSaySo() {
        double[] draws = new double[1000];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = i < 100 ? Double.NEGATIVE_INFINITY : i < 900 ? i : i < 990 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        FixedPoint found = FixedPoint.of(500, draws, 200);
        assertThat(found.low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(found.high()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(found.within()).isCloseTo(800 / 990.0, within(1e-12));
        double[] inside = new double[1001];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = i;
        }
        assertThat(FixedPoint.of(500, inside, 200)).isEqualTo(new FixedPoint(500, 25, 975, 1));
        assertThat(FixedPoint.of(500, inside, 1).low()).isNaN();
    }
}
