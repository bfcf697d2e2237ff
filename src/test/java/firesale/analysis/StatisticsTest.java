package firesale.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static Estimate mean(double... values) {
        Moments moments = new Moments(new StudentQuantiles());
        Arrays.stream(values).forEach(moments::add);
        return moments.estimate();
    }

    @Test
    void studentsIntervalOfKnownData() {
        // mean 5, s = 2.138090, t(0.975, 7) = 2.364624
        Estimate estimate = mean(2, 4, 4, 4, 5, 5, 7, 9);
        double half = 2.364624252 * StrictMath.sqrt(32.0 / 7) / StrictMath.sqrt(8);
        assertThat(estimate.value()).isCloseTo(5, within(1e-12));
        assertThat(estimate.low()).isCloseTo(5 - half, within(1e-8));
        assertThat(estimate.high()).isCloseTo(5 + half, within(1e-8));
        assertThat(estimate.n()).isEqualTo(8);
    }

    @Test
    void missingValuesAreCountedApart() {
        Estimate estimate = mean(1, Double.NaN, 3, Double.NaN);
        assertThat(estimate.value()).isEqualTo(2);
        assertThat(estimate.n()).isEqualTo(2);
        assertThat(estimate.missing()).isEqualTo(2);
        assertThat(mean(Double.NaN).value()).isNaN();
        assertThat(mean(7).value()).isEqualTo(7);
        assertThat(mean(7).low()).isNaN();
    }

    @Test
    void largeOffsetsDoNotSpoilTheSpread() {
        Estimate near = mean(1, 2, 3, 4);
        Estimate far = mean(1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4);
        assertThat(far.high() - far.low()).isCloseTo(near.high() - near.low(), within(1e-6));
    }

    @Test
    void aRatioOfSumsIsNoMeanOfRatios() {
        RatioSums sums = new RatioSums(4);
        sums.add(0, 1, 1);
        sums.add(1, 1, 9);
        sums.add(2, Double.NaN, 5);
        sums.add(3, 3, Double.NaN);
        Estimate estimate = new RatioBootstrap(4).resample(sums).estimate();
        assertThat(estimate.value()).isCloseTo(0.2, within(1e-15));
        assertThat(estimate.n()).isEqualTo(2);
        assertThat(estimate.missing()).isEqualTo(2);
        assertThat(estimate.low()).isCloseTo(1.0 / 9, within(1e-15));
        assertThat(estimate.high()).isEqualTo(1);
    }

    @Test
    void withoutADenominatorThereIsNoRatio() {
        RatioSums sums = new RatioSums(2);
        sums.add(0, 0, 0);
        sums.add(1, 0, 0);
        Estimate estimate = new RatioBootstrap(2).resample(sums).estimate();
        assertThat(estimate.value()).isNaN();
        assertThat(estimate.low()).isNaN();
        assertThat(estimate.n()).isZero();
        assertThat(estimate.missing()).isEqualTo(2);
    }

    /** 95 % intervals cover in 95 %: 400 samples, so the standard error of the coverage is 1.1 points; three of them either way. */
    @Test
    void bootstrapIntervalsCover() {
        SplittableRandom random = new SplittableRandom(7);
        int samples = 400;
        int runs = 60;
        RatioBootstrap bootstrap = new RatioBootstrap(runs);
        int covered = 0;
        for (int s = 0; s < samples; s++) {
            RatioSums sums = new RatioSums(runs);
            for (int r = 0; r < runs; r++) {
                double denominator = 1 + random.nextDouble();
                sums.add(r, denominator * 0.3 + random.nextDouble() - 0.5, denominator);
            }
            Estimate estimate = bootstrap.resample(sums).estimate();
            if (estimate.low() <= 0.3 && 0.3 <= estimate.high()) {
                covered++;
            }
        }
        assertThat((double) covered / samples).isBetween(0.95 - 0.033, 0.95 + 0.033);
    }

    /** Beyond 1,000 replications whole blocks are drawn; the interval keeps the width of the normal one within 10 %. */
    @Test
    void blocksKeepTheWidth() {
        int runs = 2_501;
        SplittableRandom random = new SplittableRandom(11);
        RatioSums sums = new RatioSums(runs);
        Moments moments = new Moments(new StudentQuantiles());
        for (int r = 0; r < runs; r++) {
            double value = random.nextDouble();
            sums.add(r, value, 1);
            moments.add(value);
        }
        assertThat(sums.blocks()).isEqualTo(834);
        Estimate bootstrap = new RatioBootstrap(runs).resample(sums).estimate();
        Estimate student = moments.estimate();
        assertThat(bootstrap.value()).isCloseTo(student.value(), within(1e-12));
        double width = student.high() - student.low();
        assertThat(bootstrap.high() - bootstrap.low()).isCloseTo(width, within(0.1 * width));
    }

    /** Of blocks of three runs as of single ones: 200 samples, standard error 1.5 points, three of them either way. */
    @Test
    void intervalsOfBlocksCover() {
        SplittableRandom random = new SplittableRandom(13);
        int runs = 2_900;
        RatioBootstrap bootstrap = new RatioBootstrap(runs);
        int covered = 0;
        for (int s = 0; s < 200; s++) {
            RatioSums sums = new RatioSums(runs);
            for (int r = 0; r < runs; r++) {
                double denominator = 1 + random.nextDouble();
                sums.add(r, denominator * 0.3 + random.nextDouble() - 0.5, denominator);
            }
            Estimate estimate = bootstrap.resample(sums).estimate();
            covered += estimate.low() <= 0.3 && 0.3 <= estimate.high() ? 1 : 0;
        }
        assertThat(covered / 200.0).isBetween(0.95 - 0.046, 0.95 + 0.046);
    }

    @Test
    void pairedResamplesCancelWhatIsCommon() {
        int runs = 50;
        SplittableRandom random = new SplittableRandom(3);
        RatioSums low = new RatioSums(runs);
        RatioSums high = new RatioSums(runs);
        for (int r = 0; r < runs; r++) {
            double common = random.nextDouble();
            low.add(r, common, 1);
            high.add(r, common + 0.25, 1);
        }
        RatioBootstrap bootstrap = new RatioBootstrap(runs);
        Estimate difference = bootstrap.resample(high).minus(bootstrap.resample(low), runs, 0);
        assertThat(difference.value()).isCloseTo(0.25, within(1e-12));
        assertThat(difference.low()).isCloseTo(0.25, within(1e-12));
        assertThat(difference.high()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void quantilesLieBetweenOrderStatistics() {
        double[] sorted = {1, 2, 4};
        assertThat(RatioBootstrap.quantile(sorted, 0)).isEqualTo(1);
        assertThat(RatioBootstrap.quantile(sorted, 0.25)).isEqualTo(1.5);
        assertThat(RatioBootstrap.quantile(sorted, 1)).isEqualTo(4);
    }
}
