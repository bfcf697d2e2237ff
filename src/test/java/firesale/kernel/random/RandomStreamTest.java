package firesale.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {

    /** The extreme outputs of the generator must still give a uniform inside (0, 1), a finite normal and an index in range. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, -2048, Long.MAX_VALUE, Long.MIN_VALUE, 0x7FFL})
    void staysInsideTheOpenInterval(long output) {
        long key = unmix(output) - 0x9E3779B97F4A7C15L;
        assertThat(new RandomStream(key).uniform()).isGreaterThan(0).isLessThan(1);
        assertThat(new RandomStream(key).normal()).isFinite();
        assertThat(new RandomStream(key).below(7)).isBetween(0, 6);
        assertThat(new RandomStream(key).chance(1)).isTrue();
        assertThat(new RandomStream(key).chance(0)).isFalse();
    }

    /** Inverts Stafford's variant 13, with which SplitMix64 finalises its state. */
    private static long unmix(long output) {
        long z = unshift(output, 31);
        z = unshift(z * inverse(0x94D049BB133111EBL), 27);
        return unshift(z * inverse(0xBF58476D1CE4E5B9L), 30);
    }

    private static long unshift(long value, int shift) {
        long z = value;
        for (int i = shift; i < 64; i += shift) {
            z = value ^ (z >>> shift);
        }
        return z;
    }

    private static long inverse(long odd) {
        long x = odd;
        for (int i = 0; i < 6; i++) {
            x *= 2 - odd * x;
        }
        return x;
    }
}
