package firesale.gui.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundScaleTest {

    @ParameterizedTest
    @CsvSource({"12355, 12500", "12500, 12500", "12501, 15000", "0.42, 0.5", "1, 1", "9.9, 10", "101, 125", "0, 1", "-3, 1",
        "NaN, 1", "1e-9, 1e-9"})
    void endIsTheNextRoundNumber(double most, double end) {
        assertThat(RoundScale.end(most)).isCloseTo(end, within(1e-9 * end));
    }

    @Test
    void endChangesSeldom() {
        int changes = 0;
        for (int gpus = 1000; gpus < 10_000; gpus += 10) {
            assertThat(RoundScale.end(gpus)).isBetween((double) gpus, 1.34 * gpus);
            changes += RoundScale.end(gpus) == RoundScale.end(gpus + 10) ? 0 : 1;
        }
        assertThat(changes).isEqualTo(10);
    }

    @Test
    void coarseEndsChangeLessOften() {
        assertThat(RoundScale.coarseEnd(12_355)).isCloseTo(15_000, within(1e-6));
        assertThat(RoundScale.coarseEnd(15_001)).isCloseTo(25_000, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"25000, 5, 5000", "12500, 5, 2500", "8000, 5, 2000", "0.5, 6, 0.1", "1, 6, 0.2"})
    void stepsAreRound(double end, int most, double step) {
        assertThat(RoundScale.step(end, most)).isCloseTo(step, within(1e-12));
    }

    @Test
    void roundNumbersEncloseOthers() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            double value = StrictMath.exp(random.nextDouble() * 30 - 10);
            double up = RoundScale.up(value);
            double down = RoundScale.down(value);
            assertThat(up).isBetween(value * (1 - 1e-6), value * 2.5001);
            assertThat(down).isBetween(value / 2.5001, value * (1 + 1e-6));
            assertThat(RoundScale.up(up)).isCloseTo(up, within(1e-6 * up));
            assertThat(RoundScale.down(up)).isCloseTo(up, within(1e-6 * up));
        }
        assertThat(RoundScale.up(0)).isEqualTo(1);
    }
}
