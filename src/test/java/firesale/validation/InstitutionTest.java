package firesale.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** By hand: 600 and 400 units, 1,000 of other assets, so that assets are 2,000 at prices of 1. */
class InstitutionTest {

    private static final double[] PAR = {1, 1};

    private static Institution of(double netDebt, double limit) {
        return new Institution(new long[] {600, 400}, 1000, netDebt, limit);
    }

    @Test
    void sellsNothingAtTheLimit() {
        Institution atLimit = of(1800, 10);
        assertThat(atLimit.leverage(PAR)).isEqualTo(10);
        assertThat(atLimit.toSell(0, PAR)).isZero();
        assertThat(atLimit.toSell(1, PAR)).isZero();
    }

    /** A loss of 50: assets of 1,950 on equity of 150 are 450 above the limit of 10, or 45 % of each security. */
    @Test
    void sellsTheLeastThatBringsItBack() {
        Institution above = of(1800, 10).lose(50);
        assertThat(above.leverage(PAR)).isEqualTo(13);
        assertThat(above.toSell(0, PAR)).isEqualTo(270);
        assertThat(above.toSell(1, PAR)).isEqualTo(180);
        above.deliver(0, 270, 270);
        assertThat(above.leverage(PAR)).isGreaterThan(10);
        above.deliver(1, 180, 180);
        assertThat(above.leverage(PAR)).isCloseTo(10, within(1e-12));
        assertThat(above.toSell(0, PAR) + above.toSell(1, PAR)).isZero();
        assertThat(above.equity(PAR)).as("selling at the mark costs nothing").isCloseTo(150, within(1e-9));
    }

    /** At 0.9 and 0.5 the securities are worth 740, equity is 1,740 - 1,600 = 140, and 340 / 740 of each must go. */
    @Test
    void testsAtTheMarks() {
        double[] marks = {0.9, 0.5};
        Institution institution = of(1600, 10);
        assertThat(institution.toSell(0, marks)).isEqualTo((long) Math.ceil(600 * 340 / 740.0));
        assertThat(institution.toSell(1, marks)).isEqualTo((long) Math.ceil(400 * 340 / 740.0));
    }

    @Test
    void solventWithNothingLeft() {
        Institution institution = of(1850, 10).lose(100);
        assertThat(institution.toSell(0, PAR)).isEqualTo(600);
        institution.deliver(0, 600, 600);
        institution.deliver(1, 400, 400);
        assertThat(institution.illiquid(PAR)).isTrue();
        assertThat(institution.insolvent(PAR)).isFalse();
        assertThat(institution.toSell(0, PAR)).isZero();
    }

    @Test
    void insolventWithAllInHand() {
        Institution institution = of(1800, 10).lose(1300);
        assertThat(institution.equity(PAR)).isEqualTo(-1100);
        assertThat(institution.insolvent(PAR)).isTrue();
        assertThat(institution.illiquid(PAR)).isFalse();
        assertThat(institution.toSell(1, PAR)).isEqualTo(400);
    }
}
