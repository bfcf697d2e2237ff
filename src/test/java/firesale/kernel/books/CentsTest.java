package firesale.kernel.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentsTest {

    @ParameterizedTest
    @CsvSource({"0.125, 12", "0.375, 38", "0.625, 62", "-0.125, -12", "-0.375, -38", "2.5, 250", "0.004, 0", "0.006, 1", "-0.0, 0"})
    void roundsHalfToEven(double usd, long cents) {
        assertThat(Cents.of(usd)).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e17, -1e300})
    void refusesWhatIsNoAmountOfMoney(double usd) {
        assertThatThrownBy(() -> Cents.of(usd)).isInstanceOf(ConservationException.class);
    }

    @Test
    void dollarsAndBackUpToTenTrillion() {
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            long cents = (long) ((random.nextDouble() - 0.5) * 2 * Math.pow(10, 15 * random.nextDouble()));
            assertThat(Cents.of(Cents.toUsd(cents))).isEqualTo(cents);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e3, 1e6, 1e9, 1e12, 1e15, 1e17})
    void splitSumsExactlyAndIsProportional(double size) {
        Random random = new Random(Double.hashCode(size));
        for (int run = 0; run < 3000; run++) {
            long cents = (long) (random.nextDouble() * size * 10);
            long[] weights = new long[1 + random.nextInt(6)];
            double weightSize = random.nextBoolean() ? size : 10;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = random.nextInt(4) == 0 ? 0 : (long) (random.nextDouble() * weightSize);
            }
            assertProportional(cents, weights);
        }
    }

    @Test
    void splitOfEqualWeightsFavoursTheFirst() {
        assertThat(Cents.split(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
        assertThat(Cents.split(11, new long[] {1, 1, 1})).containsExactly(4, 4, 3);
        assertThat(Cents.split(1_000_000_000_000_001L, new long[] {1, 1})).containsExactly(500_000_000_000_001L, 500_000_000_000_000L);
    }

    @Test
    void splitByTheLargestRemainder() {
        // exact shares 2.5, 4.1, 3.4
        assertThat(Cents.split(10, new long[] {25, 41, 34})).containsExactly(3, 4, 3);
        assertThat(Cents.split(7, new long[] {0, 0})).containsExactly(7, 0);
        assertThat(Cents.split(0, new long[] {3, 5})).containsExactly(0, 0);
    }

    private static void assertProportional(long cents, long[] weights) {
        long[] parts = Cents.split(cents, weights);
        BigInteger total = BigInteger.ZERO;
        long sum = 0;
        for (int i = 0; i < parts.length; i++) {
            total = total.add(BigInteger.valueOf(weights[i]));
            sum += parts[i];
        }
        assertThat(sum).isEqualTo(cents);
        for (int i = 0; i < parts.length && total.signum() > 0; i++) {
            BigDecimal exact = new BigDecimal(BigInteger.valueOf(cents).multiply(BigInteger.valueOf(weights[i])))
                    .divide(new BigDecimal(total), 12, RoundingMode.HALF_EVEN);
            assertThat(exact.subtract(BigDecimal.valueOf(parts[i])).abs()).as("part %d of %d cents", i, cents)
                    .isLessThan(new BigDecimal("1.000000001"));
            assertThat(parts[i]).isNotNegative();
        }
    }
}
