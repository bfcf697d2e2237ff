package firesale.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contagion by prices: a case by hand, and what must hold in any. */
class DeleveragingTest {

    /**
     * Depth 10,000, both limits 10. The first holds 1,000 units and owes 880; it loses 25, so that equity is 95, 1,000 is 50
     * above 950, and 50 units go at 0.995. The second holds 2,000 units, owes 1,800 and was at its limit: it has lost 10, 1,990
     * is 90 above 1,900, and 90.45 units at 0.995 must go. The first has lost another 5: 945.25 is 45.25 above 900, or 45.48
     * units.
     */
    @Test
    void twoInstitutionsByHand() {
        Institution first = new Institution(new long[] {1000}, 0, 880, 10).lose(25);
        Institution second = new Institution(new long[] {2000}, 0, 1800, 10);
        Deleveraging system = new Deleveraging(List.of(ImpactMarket.linear(10_000, 3000, 1)), List.of(first, second));
        assertThat(system.round()).isEqualTo(50);
        assertThat(system.marks()[0]).isCloseTo(0.995, within(1e-9));
        assertThat(first.equity(system.marks())).isCloseTo(90, within(1e-5));
        assertThat(second.equity(system.marks())).isCloseTo(190, within(1e-5));
        assertThat(second.units(0)).isEqualTo(2000);
        assertThat(system.round()).isEqualTo(91 + 46);
        assertThat(system.marks()[0]).isCloseTo(1 - 0.0187, within(1e-9));
        assertThat(first.units(0)).isEqualTo(1000 - 50 - 46);
        assertThat(second.units(0)).isEqualTo(2000 - 91);
        // 0.995 - 0.9813 = 0.0137 on what was held before the round
        assertThat(first.equity(system.marks())).isCloseTo(90 - 0.0137 * 950, within(1e-5));
        assertThat(second.equity(system.marks())).isCloseTo(190 - 0.0137 * 2000, within(1e-5));
    }

    @Test
    void endsWhereNobodyMustSell() {
        Banks banks = ThresholdContagion.unlike();
        Deleveraging system = banks.program(ThresholdContagion.lossesOfUnlike()).run();
        double[] marks = system.marks();
        long left = 0;
        for (int i = 0; i < 5; i++) {
            Institution bank = system.institutions().get(i);
            assertThat(bank.leverage(marks) <= banks.limit()[i] || bank.securities(marks) == 0).as("bank %d", i).isTrue();
            left += bank.units(0) + bank.units(1) + bank.units(2);
        }
        assertThat(left + system.sold()).as("units").isEqualTo((long) banks.stock());
        assertThat(system.round()).isZero();
        assertThat(marks[2]).as("nobody sold the third security").isEqualTo(1);
    }

    /** Between the rule's own rounds and those one unit and one step further down, in every price and every bank's equity. */
    @Test
    void liesBetweenTheTwoPlainCalculations() {
        Banks banks = ThresholdContagion.unlike();
        double[] losses = ThresholdContagion.lossesOfUnlike();
        Deleveraging system = banks.program(losses).run();
        Banks.Ending plain = banks.plain(losses);
        Banks.Ending coarse = banks.coarse(losses);
        double[] marks = system.marks();
        for (int a = 0; a < 2; a++) {
            assertThat(marks[a]).isBetween(coarse.marks()[a], plain.marks()[a]).isLessThan(0.99);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(system.institutions().get(i).equity(marks)).as("bank %d", i)
                    .isBetween(coarse.equity()[i] - 1e-2, plain.equity()[i] + 1e-2);
        }
    }

    /** The greatest: above it every price leads to a lower one, and it leads to itself. */
    @ParameterizedTest
    @ValueSource(doubles = {0.08, 0.1, 0.12, 0.16})
    void nothingAboveTheFixedPointIsOne(double ratio) {
        Deleveraging system = PriceContagion.system(0.05 / 1e8, 0.045, ratio);
        double price = system.fixedPoint(1);
        assertThat(system.next(price)).isEqualTo(price).isLessThan(1);
        for (int k = 1; k <= 100; k++) {
            double above = price + (1 - price) * k / 100;
            assertThat(system.next(above)).as("at %s", above).isLessThan(above);
        }
    }

    /** Other starts below it lead to it too, or to a lower one, never above. */
    @Test
    void noStartLeadsHigherThanOne() {
        Deleveraging system = PriceContagion.system(Math.log(2) / 1e8, 0.019, 0.08);
        assertThat(system.fixedPoint(1)).isEqualTo(1);
        assertThat(system.fixedPoint(0.999)).isEqualTo(1);
        assertThat(system.fixedPoint(0.9)).isCloseTo(0.5, within(1e-9));
        assertThat(system.fixedPoint(0.5)).isCloseTo(0.5, within(1e-9));
    }

    /** Share sold by size of the shock: none up to the onset; above it all at once in a thin market, bit by bit in a deep one. */
    @Test
    void sharpOnset() {
        double thinBefore = 0;
        double deepBefore = 0;
        double thinJump = 0;
        double deepJump = 0;
        for (int k = 1; k <= 60; k++) {
            double ofOnset = k * 0.025 + 0.0125;
            double thin = ThresholdContagion.soldShare(ThresholdContagion.alike(ThresholdContagion.THIN), ofOnset);
            double deep = ThresholdContagion.soldShare(ThresholdContagion.alike(ThresholdContagion.DEEP), ofOnset);
            assertThat(thin).isGreaterThanOrEqualTo(thinBefore).isGreaterThanOrEqualTo(deep);
            assertThat(deep).isGreaterThanOrEqualTo(deepBefore);
            if (ofOnset < 1) {
                assertThat(thin + deep).as("at %s", ofOnset).isZero();
            } else {
                assertThat(deep).isPositive();
            }
            thinJump = Math.max(thinJump, thin - thinBefore);
            deepJump = Math.max(deepJump, deep - deepBefore);
            thinBefore = thin;
            deepBefore = deep;
        }
        assertThat(thinJump).isEqualTo(1);
        assertThat(deepJump).isBetween(0.01, 0.05);
    }

    /** Targeting sells after the smallest loss, and twice as much in the first round after twice the loss. */
    @Test
    void targetingHasNoThreshold() {
        Banks banks = ThresholdContagion.alike(ThresholdContagion.DEEP).targeting();
        double small = banks.program(banks.shock(1e-4)).round();
        double twice = banks.program(banks.shock(2e-4)).round();
        assertThat(small / banks.stock()).isCloseTo(14 * 1e-4, within(1e-6));
        assertThat(twice / small).isCloseTo(2, within(1e-3));
    }

    /** Without its sales the third bank of the case would lose nothing at any size of the shock. */
    @Test
    void overlapCarriesLossesToWhoWasNotHit() {
        Banks banks = ThresholdContagion.unlike();
        double[] losses = ThresholdContagion.lossesOfUnlike();
        assertThat(losses[2]).isZero();
        double[] after = ThresholdContagion.equities(banks.program(losses).run());
        assertThat(after[2]).isLessThan(0.5 * ThresholdContagion.before(banks, 2)).isPositive();
        assertThat(after[4]).isEqualTo(ThresholdContagion.before(banks, 4));
        double[] deep = ThresholdContagion.equities(banks.withDepth(1e15, 1e15, 1e15).program(losses).run());
        for (int i = 0; i < 5; i++) {
            double hit = ThresholdContagion.before(banks, i) - losses[i];
            assertThat(deep[i]).as("no impact, bank %d", i).isCloseTo(hit, within(1.0));
        }
    }

    /** By the rule an insolvent institution sells all it has, so that in the end nobody is insolvent with securities in hand. */
    @Test
    void insolvencyEndsInSales() {
        Banks banks = ThresholdContagion.unlike().withDepth(70e6, 110e6, 70e6);
        Deleveraging system = banks.program(ThresholdContagion.lossesOfUnlike()).run();
        double[] marks = system.marks();
        assertThat(ThresholdContagion.count(system, true, true)).isPositive();
        assertThat(ThresholdContagion.count(system, false, true)).isZero();
        assertThat(system.institutions().stream().filter(bank -> bank.insolvent(marks)))
                .allMatch(bank -> bank.securities(marks) == 0);
    }
}
