package firesale.buyers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.hardware.HardwareParameters;
import firesale.hardware.Pool;
import firesale.kernel.parameters.ParameterSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final double[] NO_MELT = {100, 100, 100, 100};

    private final HardwareParameters hardware = ParameterSchema.of(HardwareParameters.class).defaults();
    private final Pool pool = new Pool(hardware.machines().get(0), 0, 100, 1, 1);
    private Waiting waiting;

    @BeforeEach
    void newMarket() {
        waiting = new Waiting(hardware.machines(), 0.03);
    }

    private double worth(double value, double rate, double attends) {
        waiting.beginWeek();
        return waiting.worth(0, value, 100, NO_MELT, 0, rate, attends);
    }

    @Test
    void nobodyWaitsBeforeASaleWasSeen() {
        assertThat(worth(120, 0.1, 1)).isZero();
        waiting.observe(pool, 50, 0, 0, Double.NaN, 100);
        assertThat(worth(120, 0.1, 1)).as("no price yet").isZero();
    }

    /** Nothing is sold out and everybody always comes: next week's gain, discounted by a week. */
    @Test
    void inAGlutTheBidIsThePriceExpected() {
        waiting.observe(pool, 1_000_000_000, 1, 0, 70, 100);
        double expected = Math.exp(-0.10 * 7 / 365.25) * (120 - 70);
        assertThat(worth(120, 0.10, 1)).isCloseTo(expected, within(1e-6));
        assertThat(worth(60, 0.10, 1)).as("who cannot gain at that price does not wait").isZero();
    }

    @Test
    void whereAllIsSoldThereIsNothingToWaitFor() {
        waiting.observe(pool, 100, 100, 0, 70, 100);
        assertThat(worth(120, 0.1, 1)).isLessThan(1e-9);
    }

    /** Rarer attendance, dearer money and a faster melt make waiting worth less, never more than the gain. */
    @Test
    void comparativeStatics() {
        waiting.observe(pool, 100, 10, 0, 70, 100);
        double base = worth(120, 0.10, 0.5);
        assertThat(base).isBetween(1.0, 50.0);
        assertThat(worth(120, 0.10, 0.2)).isLessThan(base);
        assertThat(worth(120, 0.60, 0.5)).isLessThan(base);
        assertThat(waiting.worth(0, 120, 100, new double[] {98, 92, 75, 50}, 0, 0.10, 0.5)).isLessThan(base);
        for (int i = 0; i < 20; i++) {
            waiting.observe(pool, 100, 90, 0, 70, 100);
        }
        assertThat(worth(120, 0.10, 0.5)).as("when more is sold a week").isLessThan(base);
    }

    /** A value never falls behind a lower one for waiting: what is left of it rises with it. */
    @Test
    void theOrderOfBidsStays() {
        waiting.observe(pool, 100, 5, 0, 60, 100);
        double last = 0;
        for (double value = 1; value < 300; value++) {
            double bid = value - worth(value, 0.12, 0.7);
            assertThat(bid).isGreaterThan(last);
            last = bid;
        }
    }

    /** Prices that were reserves will fall as reserves do: who waits gains, and the marginal buyer too. */
    @Test
    void reservesAreExpectedToFall() {
        waiting.observe(pool, 100, 10, 10, 70, 100);
        assertThat(worth(70, 0.10, 1)).as("values at the price").isGreaterThan(5);
        waiting = new Waiting(hardware.machines(), 0);
        waiting.observe(pool, 100, 10, 10, 70, 100);
        assertThat(worth(70, 0.10, 1)).as("no decay").isZero();
    }

    @Test
    void largeSalesCountForMore() {
        waiting.observe(pool, 10_000, 5_000, 0, 50, 100);
        double after = worth(100, 0.10, 1);
        waiting.observe(pool, 2, 1, 0, 90, 100);
        assertThat(worth(100, 0.10, 1)).isCloseTo(after, within(0.05));
    }

    /** A sale of what has no value teaches nothing; money that grows dearer with waiting does not turn the order of bids around. */
    @Test
    void degenerate() {
        waiting.observe(pool, 10, 5, 0, 0, 0);
        assertThat(worth(100, 0.1, 1)).isZero();
        waiting.observe(pool, 10_000, 1, 0, 70, 100);
        assertThat(waiting.worth(0, 120, 0, NO_MELT, 0, 0.1, 1)).isZero();
        assertThat(waiting.worth(0, 150, 100, new double[] {150, 150, 150, 150}, 0, -0.5, 1)).isLessThanOrEqualTo(150 - 70 * 0.99);
    }
}
