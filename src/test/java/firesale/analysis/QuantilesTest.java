package firesale.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Quantiles and tail means across runs. */
class QuantilesTest {

    private static double[] oneTo(int n) {
        return IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
    }

    /** Binomial tables: of 10 values the median is between the 2nd and the 9th (97.9 %), of 100 between the 40th and the 61st. */
    @Test
    void ranksAreThoseOfTheBinomial() {
        assertThat(Quantiles.ranks(10, 0.5)).containsExactly(2, 9);
        assertThat(Quantiles.ranks(100, 0.5)).containsExactly(40, 61);
        assertThat(Quantiles.ranks(5, 0.5)).isEmpty();
        assertThat(Quantiles.ranks(6, 0.5)).containsExactly(1, 6);
        // 0.95^n is first at most 2.5 % for n = 72
        assertThat(Quantiles.ranks(71, 0.05)).isEmpty();
        assertThat(Quantiles.ranks(72, 0.05)[0]).isEqualTo(1);
        assertThat(Quantiles.ranks(72, 0.95)[1]).isEqualTo(72);
    }

    @Test
    void estimatesAreOfType7() {
        Estimate median = new Quantiles(oneTo(100)).estimate(0.5, 3);
        assertThat(median).isEqualTo(new Estimate(50.5, 40, 61, 100, 3, Estimate.Method.ORDER_STATISTICS));
        assertThat(new Quantiles(oneTo(100)).estimate(0.05, 0).value()).isCloseTo(5.95, within(1e-12));
        assertThat(new Quantiles(oneTo(5)).estimate(0.5, 0).low()).isNaN();
    }

    /** At least 95 %; the standard error over 1,000 samples is 0.7 points, three of them below. */
    @Test
    void orderStatisticsCoverWhateverTheDistribution() {
        SplittableRandom random = new SplittableRandom(5);
        int[] covered = new int[3];
        double[] shares = {0.05, 0.5, 0.95};
        for (int sample = 0; sample < 1_000; sample++) {
            Quantiles quantiles = new Quantiles(random.doubles(200).map(u -> -StrictMath.log(1 - u)).toArray());
            for (int i = 0; i < 3; i++) {
                Estimate estimate = quantiles.estimate(shares[i], 0);
                double truth = -StrictMath.log(1 - shares[i]);
                covered[i] += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
            }
        }
        for (int count : covered) {
            assertThat(count / 1_000.0).isBetween(0.95 - 0.021, 0.99);
        }
    }

    @Test
    void tailMeansCountTheLastRunInPart() {
        double nan = Double.NaN;
        TailMeans means = new TailMeans(11);
        double[] values = {nan, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        // 2.5 of 10 runs: (10 + 9 + 8 / 2) / 2.5
        assertThat(means.of(values, 0.25, true).value()).isCloseTo(9.2, within(1e-12));
        assertThat(means.of(values, 0.25, false).value()).isCloseTo((1 + 2 + 1.5) / 2.5, within(1e-12));
        assertThat(means.of(values, 0.01, true).value()).isEqualTo(10);
        assertThat(means.of(values, 0.25, true).low()).isNaN();
        assertThat(means.of(values, 0.25, true).n()).isEqualTo(10);
        assertThat(means.of(values, 0.25, true).missing()).isEqualTo(1);
        // all of the runs: the mean, whose interval is that of a bootstrap
        Estimate all = means.of(values, 1, true);
        assertThat(all.value()).isCloseTo(5.5, within(1e-12));
        assertThat(all.low()).isBetween(3.0, 4.5);
        assertThat(all.high()).isBetween(6.5, 8.0);
        assertThat(means.of(new double[] {nan}, 0.5, true).value()).isNaN();
    }

    @Test
    void theTailMeansOfLossesAreTheSame() {
        SplittableRandom random = new SplittableRandom(8);
        int runs = 400;
        LossSample losses = new LossSample(runs);
        double[] values = random.doubles(runs).toArray();
        for (int r = 0; r < runs; r++) {
            losses.add(r, values[r], 1, 0);
        }
        RatioBootstrap bootstrap = new RatioBootstrap(runs);
        Estimate worst = bootstrap.estimate(times -> losses.worst(0.05, times), losses.n(), losses.missing());
        Estimate tail = new TailMeans(runs).of(values, 0.05, true);
        assertThat(tail.value()).isCloseTo(worst.value(), within(1e-12));
        assertThat(tail.low()).isCloseTo(worst.low(), within(1e-12));
        assertThat(tail.high()).isCloseTo(worst.high(), within(1e-12));
    }

    /**
     * Intervals of tail means are a little narrow where few runs are in the tail: for exponential values and the highest 5 % they
     * covered in 88 % with 10 runs there and in 95 % with 125, here over 200 samples (standard error 2.3 points).
     */
    @Test
    void tailIntervalsCoverAndBlocksKeepThem() {
        assertThat(tailCoverage(200)).isBetween(0.83, 0.97);
        assertThat(tailCoverage(2_500)).isBetween(0.91, 0.99);
    }

    private static double tailCoverage(int n) {
        SplittableRandom random = new SplittableRandom(5);
        int covered = 0;
        TailMeans means = new TailMeans(n);
        // exponential: the mean beyond the 95 % quantile
        double truth = 1 - StrictMath.log(0.05);
        for (int sample = 0; sample < 200; sample++) {
            Estimate tail = means.of(random.doubles(n).map(u -> -StrictMath.log(1 - u)).toArray(), 0.05, true);
            covered += tail.low() <= truth && truth <= tail.high() ? 1 : 0;
        }
        return covered / 200.0;
    }
}
