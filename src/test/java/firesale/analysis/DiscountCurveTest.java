package firesale.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read off curves of discounts by money. */
class DiscountCurveTest {

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
    private static final double[] AMOUNTS = {0, 1, 10, 100, NO_LIMIT};

    private static double[] curve(double... discounts) {
        return discounts;
    }

    @Test
    void linearInLogsAndNextToNoneInTheAmount() {
        assertThat(Crossings.holding(AMOUNTS, curve(0.5, 0.4, 0.2, 0.1, 0.05), 0.3)).isCloseTo(Math.sqrt(10), within(1e-12));
        assertThat(Crossings.holding(AMOUNTS, curve(0.5, 0.4, 0.2, 0.1, 0.05), 0.12)).isCloseTo(Math.pow(10, 1.8), within(1e-9));
        assertThat(Crossings.holding(AMOUNTS, curve(0.5, 0.1, 0.1, 0.1, 0.05), 0.4)).isCloseTo(0.25, within(1e-12));
        assertThat(Crossings.holding(AMOUNTS, curve(0.5, 0.4, 0.2, 0.1, 0.05), 0.2)).as("at a grid point").isCloseTo(10, within(1e-9));
    }

    @Test
    void atTheEndsOfTheGrid() {
        assertThat(Crossings.holding(AMOUNTS, curve(0.3, 0.2, 0.2, 0.1, 0.05), 0.3)).as("held without").isZero();
        assertThat(Crossings.holding(AMOUNTS, curve(0.5, 0.4, 0.2, 0.1, 0.05), 0.07)).as("beyond the largest").isEqualTo(NO_LIMIT);
        assertThat(Crossings.holding(AMOUNTS, curve(0.5, 0.4, 0.2, 0.1, 0.05), 0.01)).as("never").isNaN();
        assertThat(Crossings.first(AMOUNTS, curve(0.5, 0.4, 0.2, 0.1, 0.05), 0.01)).isNaN();
    }

    @Test
    void allLargerAmountsMustHold() {
        double[] humped = curve(0.5, 0.1, 0.4, 0.2, 0.1);
        assertThat(Crossings.holding(AMOUNTS, humped, 0.3)).isCloseTo(Math.pow(10, 1.5), within(1e-9));
        assertThat(Crossings.first(AMOUNTS, humped, 0.3)).isCloseTo(0.5, within(1e-12));
        assertThat(Crossings.first(AMOUNTS, curve(0.1, 0.4, 0.4, 0.4, 0.4), 0.3)).as("held without, lost with any").isZero();
        assertThat(Crossings.holding(AMOUNTS, curve(0.1, 0.4, 0.4, 0.4, 0.4), 0.3)).isNaN();
    }

    /** Bids at the target hold it exactly, up to cents; between two amounts nothing tells where that begins. */
    @Test
    void whatIsHeldExactlyIsHeld() {
        double[] bids = curve(0.5, 0.4, 0.3, 0.2 + 1e-6, 0.2 - 1e-6);
        assertThat(Crossings.holding(AMOUNTS, bids, 0.2)).isEqualTo(100, within(1e-9));
        assertThat(Crossings.holding(AMOUNTS, curve(0.5, 0.4, 0.3, 0.3, 0.2 + 1e-4), 0.2)).isNaN();
    }

    @Test
    void whereNothingIsSoldNothingIsBelowTheTarget() {
        double none = Double.NaN;
        assertThat(Crossings.holding(AMOUNTS, curve(0.5, 0.4, none, none, none), 0.2)).as("the amount at which nothing is sold").isEqualTo(10);
        assertThat(Crossings.holding(AMOUNTS, curve(none, 0.4, 0.3, 0.2, 0.1), 0.2)).isCloseTo(100, within(1e-9));
    }

    @Test
    void intervalsOfAmountsThatMayNotExist() {
        double[] draws = new double[1000];
        Arrays.setAll(draws, i -> i < 900 ? 100 + i : i < 960 ? NO_LIMIT : Double.NaN);
        Threshold threshold = Threshold.of(500, draws, 40);
        assertThat(threshold.lowUsd()).isCloseTo(100 + 0.025 * 999, within(1e-9));
        assertThat(threshold.highUsd()).as("4 % have none").isNaN();
        assertThat(threshold.existsShare()).isEqualTo(0.96);
        assertThat(threshold.standardErrorUsd()).as("a number in 90 % only").isNaN();
        Arrays.setAll(draws, i -> i < 960 ? 7 : NO_LIMIT);
        assertThat(Threshold.of(7, draws, 40).highUsd()).isEqualTo(NO_LIMIT);
        assertThat(Threshold.of(7, draws, 40).standardErrorUsd()).isZero();
        assertThat(Threshold.of(7, draws, 1).hasInterval()).isFalse();
    }

    /** Runs with funds w, uniform on (0, 1), of a supply of 1: D(C) = E[(1 - w - C)+] = (1 - C)^2/2. */
    private static DiscountCurve funds(RatioBootstrap bootstrap, int runs, long seed) {
        double[] amounts = IntStream.rangeClosed(0, 31).mapToDouble(i -> i == 0 ? 0 : i == 31 ? NO_LIMIT
                : 0.1 * Math.pow(10, (i - 1) / 29.0)).toArray();
        List<RatioSums> sums = IntStream.range(0, amounts.length).mapToObj(i -> new RatioSums(runs)).toList();
        Random random = new Random(seed);
        for (int run = 0; run < runs; run++) {
            double own = random.nextDouble();
            for (int i = 0; i < amounts.length; i++) {
                sums.get(i).add(run, Math.max(0, 1 - own - amounts[i]), 1);
            }
        }
        return new DiscountCurve(bootstrap, amounts, sums);
    }

    /** M = 1 - sqrt(2 delta). */
    @Test
    void intervalsCoverWhatIsTrue() {
        int runs = 80;
        RatioBootstrap bootstrap = new RatioBootstrap(runs);
        double truth = 1 - Math.sqrt(2 * 0.2);
        int covered = 0;
        double errors = 0;
        double[] found = new double[100];
        for (int i = 0; i < found.length; i++) {
            Threshold threshold = funds(bootstrap, runs, i).holding(0.2);
            covered += threshold.lowUsd() <= truth && truth <= threshold.highUsd() ? 1 : 0;
            errors += threshold.standardErrorUsd() / found.length;
            found[i] = threshold.usd();
            assertThat(threshold.existsShare()).isEqualTo(1);
        }
        assertThat(covered).as("of 100 intervals of 95 per cent").isBetween(88, 100);
        double mean = Arrays.stream(found).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(found).map(x -> (x - mean) * (x - mean)).sum() / 99);
        assertThat(mean).isCloseTo(truth, within(0.012));
        assertThat(errors).as("the standard error is the spread between seeds").isCloseTo(spread, within(0.25 * spread));
    }

    private static DiscountCurve noisy(RatioBootstrap bootstrap, int runs, long seed, double hump) {
        double[] amounts = IntStream.rangeClosed(0, 26).mapToDouble(i -> i == 26 ? NO_LIMIT : i).toArray();
        List<RatioSums> sums = IntStream.range(0, amounts.length).mapToObj(i -> new RatioSums(runs)).toList();
        Random random = new Random(seed);
        for (int run = 0; run < runs; run++) {
            double common = random.nextGaussian();
            for (int i = 0; i < amounts.length; i++) {
                sums.get(i).add(run, 0.3 + 0.1 * common + 0.02 * random.nextGaussian() + (i >= 10 && i < 15 ? hump : 0), 1);
            }
        }
        return new DiscountCurve(bootstrap, amounts, sums);
    }

    /** With 351 pairs of amounts some pair differs by two standard errors on almost any flat curve. */
    @Test
    void chanceIsNoRise() {
        RatioBootstrap bootstrap = new RatioBootstrap(60);
        long flagged = IntStream.range(0, 60).filter(seed -> noisy(bootstrap, 60, seed, 0).rise().isPresent()).count();
        assertThat(flagged).as("of 60 flat curves, at 5 per cent").isLessThanOrEqualTo(9);
    }

    @Test
    void aHumpIsARise() {
        RatioBootstrap bootstrap = new RatioBootstrap(60);
        Rise rise = noisy(bootstrap, 60, 1, 0.05).rise().orElseThrow();
        assertThat(rise.from() < 10 || rise.from() > 14).isTrue();
        assertThat(rise.to()).isBetween(10, 14).isGreaterThan(rise.from());
        assertThat(rise.difference().low()).isPositive();
        assertThat(rise.difference().value()).isCloseTo(0.05, within(0.02));
    }

    @Test
    void amountsMustRunFromNoneToNoLimit() {
        RatioBootstrap bootstrap = new RatioBootstrap(2);
        assertThatThrownBy(() -> new DiscountCurve(bootstrap, new double[] {1, NO_LIMIT}, List.of(new RatioSums(2), new RatioSums(2))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
