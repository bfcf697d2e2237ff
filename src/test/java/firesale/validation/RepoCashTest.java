package firesale.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Cash in the market with repo: figures by hand, and what happens at the edges. */
class RepoCashTest {

    private static final long WORTH = 20_000_000L * 2_500_000L;

    private final RepoCash market = new RepoCash();

    /** Cash of 0.1 carries 0.4 at a haircut of a quarter, and 0.1 + 0.2 with dealers who have 0.2. */
    @Test
    void pricesByHand() {
        assertThat(market.price(0.25, 0.1, 0)).isCloseTo(0.1, within(1e-5));
        assertThat(market.price(0.25, 0.1, WORTH / 5)).isCloseTo(0.3, within(1e-5));
        assertThat(market.price(0.25, 0.1, WORTH)).isCloseTo(0.4, within(1e-5));
        assertThat(market.price(0.25, 0.3, WORTH)).isEqualTo(1);
        assertThat(market.price(1, 0.3, WORTH)).as("nothing is lent").isCloseTo(0.3, within(1e-5));
    }

    /** To hold a discount of 0.7 takes 0.2; one of 0.5 cannot be held, as haircuts leave 0.4. */
    @Test
    void missingDepthByHand() {
        assertThat(market.missingDepth(0.25, 0.1, 0.3)).isCloseTo(0.2, within(1e-5));
        assertThat(market.missingDepth(0.25, 0.1, 0.5)).isInfinite();
        assertThat(market.missingDepth(0.25, 0.1, 0.09)).isZero();
    }

    @Test
    void moreCapacityNeverLowersThePrice() {
        double before = 0;
        for (int k = 0; k <= 50; k++) {
            double price = market.price(0.2, 0.15, WORTH / 50 * k);
            assertThat(price).isGreaterThanOrEqualTo(before);
            before = price;
        }
        assertThat(before).isCloseTo(0.75, within(1e-5));
    }

    /** By hand: w = 0.24 first sells at 0.24 / 0.25 = 0.96, with a haircut of 0.28 then at 0.857, and ends at 0.314. */
    @Test
    void aSpiralByHand() {
        assertThat(market.price(0.28, 0.24, Long.MAX_VALUE / 4)).isCloseTo(0.857, within(1e-3));
        assertThat(new HaircutSpiral().end(0.24, 1)).isCloseTo(0.314, within(5e-4));
        assertThat(new HaircutSpiral().end(0.3, 0.5)).isCloseTo(0.456, within(5e-4));
        assertThat(new HaircutSpiral().end(0.3, 1)).isEqualTo(1);
    }
}
