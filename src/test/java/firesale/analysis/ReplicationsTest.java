package firesale.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number of replications by hand, and how often the intervals that it leads to cover the truth. */
class ReplicationsTest {

    @ParameterizedTest
    @CsvSource({
        // narrow enough
        "100, 0.01, 0.01, 10000, 100",
        // (0.02 / 0.01)^2 = 4 times as many, and 5 % more
        "100, 0.02, 0.01, 10000, 420",
        // never more than five times as many at once
        "100, 1, 0.01, 10000, 500",
        // and never less than a tenth more
        "100, 0.01001, 0.01, 10000, 110",
        "100, 0.02, 0.01, 300, 300",
        "300, 0.02, 0.01, 300, 300",
        "400, 0.02, 0.01, 300, 400",
        // no interval yet
        "30, NaN, 0.01, 10000, 150",
        "2000000000, 1, 0.01, 2147483647, 2147483647",
    })
    void next(int replications, double halfWidth, double wanted, int most, int expected) {
        assertThat(Replications.next(replications, halfWidth, wanted, most)).isEqualTo(expected);
    }

    private record Outcome(double covered, double widths, double replications) {
    }

    /** Many experiments with a sample of known mean; each goes on until its interval is narrow enough. */
    private static Outcome simulate(long seed, DoubleUnaryOperator quantile, double mean, double wanted, int experiments) {
        SplitMix64 random = new SplitMix64(seed);
        StudentQuantiles quantiles = new StudentQuantiles();
        int covered = 0;
        double widths = 0;
        double replications = 0;
        for (int e = 0; e < experiments; e++) {
            Moments moments = new Moments(quantiles);
            int n = 0;
            int next = Replications.FEWEST;
            Estimate estimate = null;
            while (next > n) {
                for (; n < next; n++) {
                    moments.add(quantile.applyAsDouble(random.nextDouble()));
                }
                estimate = moments.estimate();
                next = Replications.next(n, (estimate.high() - estimate.low()) / 2, wanted, 1_000_000);
            }
            covered += estimate.low() <= mean && mean <= estimate.high() ? 1 : 0;
            widths += (estimate.high() - estimate.low()) / 2 / experiments;
            replications += (double) n / experiments;
        }
        return new Outcome((double) covered / experiments, widths, replications);
    }

    /**
     * Normal runs with standard deviation 1, half width 0.1 wanted: a fixed number would be (1.96 / 0.1)^2 = 384. Over 4,000
     * experiments a share near 0.95 has a standard error of 0.0034; four of them are allowed for, below a loss of a percentage point.
     */
    @Test
    void intervalsCoverSlightlyLessThanTheySay() {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        Outcome outcome = simulate(1, u -> normal.inverseCumulativeProbability(Math.max(u, 1e-300)), 0, 0.1, 4_000);
        assertThat(outcome.covered).isBetween(0.94 - 4 * 0.0034, 0.95 + 4 * 0.0034);
        assertThat(outcome.widths).isBetween(0.09, 0.1);
        assertThat(outcome.replications).isBetween(384.0, 1.25 * 384);
    }

    /** Exponential runs: skewed, so that small spread and small mean come together. The loss is larger, two points at most. */
    @Test
    void aSkewedMeasureLosesALittleMore() {
        Outcome outcome = simulate(2, u -> -StrictMath.log1p(-u), 1, 0.1, 4_000);
        assertThat(outcome.covered).isBetween(0.93 - 4 * 0.0034, 0.95 + 4 * 0.0034);
        assertThat(outcome.widths).isLessThanOrEqualTo(0.1);
    }
}
