package firesale.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpactMarketTest {

    private static final double TRUNCATION = 1.0 / SaleRoom.ONE;

    @ParameterizedTest
    @ValueSource(longs = {1, 99, 100, 101, 5_000, 77_777, 99_999, 100_000})
    void clearsWithinAStepOfTheRule(long units) {
        double linear = ImpactMarket.linear(250_000, 100_000, 100).quote(new long[] {units});
        assertThat(linear).isBetween(1 - (units + 99) / 250_000.0 - TRUNCATION, 1 - units / 250_000.0);
        double exponential = ImpactMarket.exponential(1e-5, 100_000, 100).quote(new long[] {units});
        assertThat(exponential).isBetween(Math.exp(-1e-5 * (units + 99)) - TRUNCATION, Math.exp(-1e-5 * units) + 1e-15);
    }

    @Test
    void aQuoteSellsNothing() {
        ImpactMarket market = ImpactMarket.linear(1000, 500, 1);
        assertThat(market.quote(new long[] {100})).isCloseTo(0.9, within(TRUNCATION));
        assertThat(market.mark()).isEqualTo(1);
        assertThat(market.quote(new long[] {0, 0})).as("no offers").isEqualTo(1);
        assertThat(market.quote(new long[] {100})).isCloseTo(0.9, within(TRUNCATION));
    }

    /** Three sellers; the second sale starts where the first ended, within a step even. */
    @Test
    void whoHasBoughtDoesNotBuyAgain() {
        ImpactMarket market = ImpactMarket.linear(1000, 500, 10);
        assertThat(market.sell(new long[] {30, 0, 15})).isEqualTo(45);
        assertThat(market.mark()).isCloseTo(0.95, within(TRUNCATION));
        assertThat(market.sold(0)).isEqualTo(30);
        assertThat(market.sold(1)).isZero();
        assertThat(market.proceeds(0)).isCloseTo(30 * 0.95, within(30 * TRUNCATION));
        assertThat(market.proceeds(2)).isCloseTo(15 * 0.95, within(15 * TRUNCATION));
        assertThat(market.sell(new long[] {0, 5, 0})).isEqualTo(5);
        assertThat(market.mark()).as("the rest of the fifth step").isCloseTo(0.95, within(TRUNCATION));
        assertThat(market.sell(new long[] {0, 1, 0})).isEqualTo(1);
        assertThat(market.mark()).isCloseTo(0.94, within(TRUNCATION));
        assertThat(market.sell(new long[] {0, 0, 0})).isZero();
        assertThat(market.mark()).as("no sale, no news").isCloseTo(0.94, within(TRUNCATION));
    }

    @Test
    void buyersWithoutDebtHoldThePrice() {
        ImpactMarket market = ImpactMarket.linear(1000, 500, 10).withFloor(0.8);
        assertThat(market.sell(new long[] {150})).isEqualTo(150);
        assertThat(market.mark()).isCloseTo(0.85, within(TRUNCATION));
        assertThat(market.sell(new long[] {300})).isEqualTo(300);
        assertThat(market.mark()).isCloseTo(0.8, within(TRUNCATION));
        assertThat(market.sell(new long[] {50})).isEqualTo(50);
        assertThat(market.mark()).isCloseTo(0.8, within(TRUNCATION));
    }
}
