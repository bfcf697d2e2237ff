package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.BulletNote;
import firesale.world.Regime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes that fall due, convertible and high-yield. The cases of one convertible note stand in {@link BorrowerWeekTest}. */
class MaturitiesTest {

    private static BulletNote highYield(Host host, double usd, double coupon, int week) {
        return BulletNote.highYield(host.outside.highYieldHolders(), Math.round(usd * 100), coupon, week);
    }

    /** The coupon of issue, moved as the spread has moved since calm; a second roll starts from the coupon of issue again. */
    @Test
    void aNoteIsRolledAtTheSpreadOfTheWeek() {
        Host host = new Host("market.squeeze.startWeek=0", "market.squeeze.policyDelayWeeks=3", "market.squeeze.easingWeeks=2000")
                .cash(100_000).cohort(80, 500_000, 0);
        Borrower borrower = host.borrower();
        BulletNote note = highYield(host, 500_000, 0.086, 10);
        borrower.issue(note);
        host.weeks(30);
        assertThat(host.market.regime()).isNotEqualTo(Regime.SQUEEZE);
        double first = host.market.spread() - host.market.calmSpread();
        assertThat(Math.abs(first)).isGreaterThan(0.001);
        assertThat(host.maturities().settle(borrower, 30)).isTrue();
        assertThat(note.maturityWeek()).isEqualTo(30 + 156);
        assertThat(note.coupon()).isCloseTo(0.086 + first, within(1e-12));
        assertThat(note.couponAtIssue()).isEqualTo(0.086);
        host.weeks(156);
        assertThat(host.market.regime()).isNotEqualTo(Regime.SQUEEZE);
        assertThat(host.maturities().settle(borrower, 186)).isTrue();
        assertThat(note.coupon()).isCloseTo(Math.max(0, 0.086 + host.market.spread() - host.market.calmSpread()), within(1e-12));
        assertThat(note.couponDue()).isEqualTo(Math.round(50_000_000 * note.coupon() * 7 / 365.25));
    }

    /** AI equity far above any conversion price: the convertible note becomes shares, the high-yield note is owed. */
    @Test
    void onlyConvertibleNotesConvert() {
        Host host = new Host("market.squeeze.startWeek=0").cash(50_000).note(500_000, 0.01, 0.5, 10).cohort(80, 500_000, 0);
        Borrower borrower = host.borrower();
        BulletNote note = highYield(host, 50_000, 0.08, 10);
        borrower.issue(note);
        assertThat(host.maturities().settle(borrower, 10)).isTrue();
        assertThat(borrower.note().face()).isZero();
        assertThat(note.face()).isZero();
        assertThat(host.usd(host.outside.highYieldHolders())).isEqualTo(50_000);
        assertThat(host.outside.noteHolders().balance()).isZero();
        assertThat(host.cash.balance()).isZero();
    }

    /** Two notes of 60,000 in one week of a squeeze: both are paid from 120,000; with a cent less neither is. */
    @ParameterizedTest
    @CsvSource({"120000, true", "119999.99, false"})
    void notesOfOneWeekArePaidTogetherOrNotAtAll(double cash, boolean paid) {
        Host host = new Host("market.squeeze.startWeek=0").cash(cash).note(60_000, 0.01, 1.3, 10).cohort(80, 500_000, 0);
        Borrower borrower = host.borrower();
        borrower.issue(highYield(host, 60_000, 0.08, 10));
        assertThat(host.maturities().settle(borrower, 9)).isTrue();
        assertThat(host.maturities().settle(borrower, 10)).isEqualTo(paid);
        assertThat(host.usd(host.outside.noteHolders())).isEqualTo(paid ? 60_000 : 0);
        assertThat(host.usd(host.outside.highYieldHolders())).isEqualTo(paid ? 60_000 : 0);
        assertThat(borrower.debt() - borrower.loanBalance()).isEqualTo(paid ? 0 : 12_000_000);
    }

    /** Coupons of both notes are debt service and go to their holders. */
    @Test
    void couponsArePaidWeekly() {
        Host host = new Host().cash(1_000_000).note(500_000, 0.01, 1.3, 500).cohort(80, 1_000_000, 1);
        Borrower borrower = host.borrower();
        borrower.issue(highYield(host, 300_000, 0.086, 500));
        long loan = host.cohorts.get(0).loan().interestDue() + host.cohorts.get(0).loan().principalDue();
        assertThat(host.operations().run(borrower, 3)).isTrue();
        assertThat(host.usd(host.outside.noteHolders())).isCloseTo(5_000 * 7 / 365.25, within(0.005));
        assertThat(host.usd(host.outside.highYieldHolders())).isCloseTo(25_800 * 7 / 365.25, within(0.005));
        assertThat(borrower.quarterServiceUsd()).isCloseTo(loan / 100.0 + 30_800 * 7 / 365.25, within(0.01));
        assertThat(borrower.siteCostUsd()).as("both notes paid for sites").isEqualTo(800_000);
    }
}
