package firesale.kernel.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

    @Test
    void quantileAgainstAnotherImplementation() {
        NormalDistribution reference = new NormalDistribution();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            // the reference forms 2p - 1, so that its own error grows like 1e-16 / p in the tails
            double p = 1e-4 + (1 - 2e-4) * random.nextDouble();
            double expected = reference.inverseCumulativeProbability(p);
            assertThat(Normal.quantile(p)).isCloseTo(expected, within(1e-12 * Math.abs(expected) + 1e-16));
        }
    }

    /** d ln P / d ln z is z phi(z) / P, about z^2 in the tail, by which an error in z is magnified. */
    @Test
    void theDistributionFunctionUndoesItInTheTails() {
        for (double p = 1e-4; p > 1e-300; p *= 0.37) {
            double z = Normal.quantile(p);
            assertThat(0.5 * Erf.erfc(-z / Math.sqrt(2))).isCloseTo(p, within(1e-12 * p * z * z));
        }
    }

    /** Quantiles to 16 digits, as every table of the normal distribution has them. */
    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.975, 1.959963984540054", "0.995, 2.5758293035489004", "0.75, 0.6744897501960817",
        "0.001, -3.090232306167813", "1e-9, -5.9978070150076865"})
    void knownValues(double p, double z) {
        assertThat(Normal.quantile(p)).isCloseTo(z, within(1e-15 * Math.max(1, 4 * Math.abs(z))));
    }

    @Test
    void isOddAndRises() {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < 4096; i++) {
            double p = i / 4096.0;
            assertThat(Normal.quantile(1 - p)).isEqualTo(-Normal.quantile(p));
            assertThat(Normal.quantile(p)).isGreaterThan(before);
            before = Normal.quantile(p);
        }
    }

    /** In the tails d ln P / d ln z is about z^2, by which the error of an argument is magnified. */
    @Test
    void distributionFunctionAgainstAnotherImplementation() {
        for (double z = -37; z <= 37; z += 0.0173) {
            double expected = 0.5 * Erf.erfc(-z / Math.sqrt(2));
            assertThat(Normal.cdf(z)).as("%s", z).isCloseTo(expected, within(1e-14 * (1 + z * z) * expected));
        }
        assertThat(Normal.cdf(0)).isEqualTo(0.5);
        assertThat(Normal.cdf(-40)).isZero();
        assertThat(Normal.cdf(40)).isEqualTo(1);
        assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void theDistributionFunctionUndoesTheQuantile() {
        for (double p = 0.001; p < 1; p += 0.001) {
            assertThat(Normal.cdf(Normal.quantile(p))).isCloseTo(p, within(4e-16 + 2e-15 * p));
        }
    }
}
