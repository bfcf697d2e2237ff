package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.Revolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breach, cure, its period and cover on projected rent, worked by hand. */
class CovenantsTest {

    private static final String NEVER = "credit.covenant.waiverCalm=0";
    private static final String NO_EQUITY = "credit.borrowers.equityPerYear=0";

    /** A quarter in which a dollar of debt service met some dollars of operating cash. */
    private static void quarter(Borrower borrower, double cover) {
        borrower.owe(10_000_000);
        borrower.earn(cover * 100_000);
    }

    /**
     * A cover of 0.55 asks for half of a million; the loan stands at 0.42 of book, so that lenders would lend more, but not for
     * this.
     */
    @Test
    void aBreachIsNotCuredByBorrowingFromTheSameLender() {
        Host host = new Host(NEVER, NO_EQUITY, "credit.loan.refinanceLtv=0.9").cash(499_999).cohort(80, 1_000_000, 0);
        Borrower borrower = host.borrower();
        quarter(borrower, 0.55);
        assertThat(host.covenants().hold(borrower, 12)).isFalse();
        assertThat(borrower.loanBalance()).isEqualTo(100_000_000);
        assertThat(host.usd(host.cash)).isEqualTo(499_999);
    }

    /** Coins, a line and new shares may cure; what is paid falls on both loans by balance. */
    @Test
    void aCureDrawsOnWhatDoesNotRestOnTheMachines() {
        Host host = new Host(NEVER, "credit.loan.refinanceLtv=0.9", "credit.borrowers.equityPerYear=0.1").cash(50_000).cohort(40,
                250_000, 0)
                .cohort(40, 750_000, 0);
        Borrower borrower = host.borrower();
        borrower.arrange(new Revolver(host.lender(), 21_000_000, 0.08));
        quarter(borrower, 0.55);
        assertThat(host.covenants().hold(borrower, 12)).isTrue();
        assertThat(host.cash.balance()).isZero();
        assertThat(borrower.revolver().balance()).isEqualTo(21_000_000);
        assertThat(borrower.equityRaisedThisYearUsd()).isEqualTo(240_000);
        assertThat(host.cohorts.get(0).loan().balance()).isEqualTo(12_500_000);
        assertThat(host.cohorts.get(1).loan().balance()).isEqualTo(37_500_000);
    }

    /** A covenant at 0 is none, whatever the cash flow. */
    @Test
    void withoutALeastCoverThereIsNoBreachOfCover() {
        Host host = new Host(NEVER, NO_EQUITY, "credit.covenant.dscr=0").cohort(80, 1_000_000, 0);
        Borrower borrower = host.borrower();
        quarter(borrower, -2);
        assertThat(host.covenants().hold(borrower, 12)).isTrue();
    }

    /** A breach in week 12 that bears half of a million. */
    private static Host breached(Borrower[] out, String... settings) {
        String[] all = java.util.Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = NEVER;
        all[settings.length + 1] = NO_EQUITY;
        Host host = new Host(all).cohort(80, 1_000_000, 0);
        out[0] = host.borrower();
        quarter(out[0], 0.55);
        return host;
    }

    @Test
    void aPeriodOfCureEndsInItsWeek() {
        Borrower[] of = new Borrower[1];
        Covenants covenants = breached(of, "credit.covenant.cureWeeks=8").covenants();
        assertThat(covenants.hold(of[0], 12)).isTrue();
        // a quarter that has just begun and goes well is no cure: accounts are those of the last test
        of[0].owe(100);
        of[0].earn(1_000_000);
        for (int week = 13; week < 20; week++) {
            assertThat(covenants.watch(of[0], week)).as("week %s", week).isTrue();
        }
        assertThat(covenants.watch(of[0], 20)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"13, 499999, false", "13, 500000, true", "19, 500000, true", "20, 500000, true"})
    void cashThatComesWithinThePeriodCures(int comes, double usd, boolean cured) {
        Borrower[] of = new Borrower[1];
        Host host = breached(of, "credit.covenant.cureWeeks=8");
        Covenants covenants = host.covenants();
        assertThat(covenants.hold(of[0], 12)).isTrue();
        boolean holds = true;
        for (int week = 13; week < 25; week++) {
            if (week == comes) {
                host.cash(usd);
            }
            holds &= covenants.watch(of[0], week);
        }
        assertThat(holds).isEqualTo(cured);
        assertThat(covenants.cured()).isEqualTo(cured ? 1 : 0);
        assertThat(of[0].loanBalance()).isEqualTo(cured ? 50_000_000 : 100_000_000);
    }

    /** What is repaid on schedule counts: 0.3 million were repaid, so that 0.2 million are left to pay. */
    @Test
    void repaymentWithinThePeriodCounts() {
        Borrower[] of = new Borrower[1];
        Host host = breached(of, "credit.covenant.cureWeeks=8");
        Covenants covenants = host.covenants();
        assertThat(covenants.hold(of[0], 12)).isTrue();
        host.cohorts.get(0).loan().reduce(30_000_000);
        host.cash(200_000);
        assertThat(covenants.watch(of[0], 13)).isTrue();
        assertThat(of[0].loanBalance()).isEqualTo(50_000_000);
        assertThat(host.cash.balance()).isZero();
        assertThat(of[0].cureByWeek()).isEqualTo(-1);
    }

    /** A period that ends with the next quarter ends there, if the breach goes on; a sound quarter ends it well. */
    @ParameterizedTest
    @CsvSource({"0.55, false", "1.09, false", "1.10, true", "2, true"})
    void theNextTestMayEndThePeriod(double cover, boolean holds) {
        Borrower[] of = new Borrower[1];
        Covenants covenants = breached(of, "credit.covenant.cureWeeks=13").covenants();
        covenants.hold(of[0], 12);
        for (int week = 13; week < 25; week++) {
            assertThat(covenants.watch(of[0], week)).isTrue();
        }
        quarter(of[0], cover);
        assertThat(covenants.hold(of[0], 25)).isEqualTo(holds);
        assertThat(of[0].cureByWeek()).isEqualTo(-1);
    }

    /** A second breach does not lengthen the period, but changes what it asks for: 0.2 million instead of 0.5. */
    @Test
    void aSecondBreachKeepsTheEndOfThePeriod() {
        for (double cash : new double[] {199_999, 200_000}) {
            Borrower[] of = new Borrower[1];
            Host host = breached(of, "credit.covenant.cureWeeks=20");
            Covenants covenants = host.covenants();
            covenants.hold(of[0], 12);
            quarter(of[0], 0.88);
            assertThat(covenants.hold(of[0], 25)).isTrue();
            assertThat(of[0].cureByWeek()).isEqualTo(32);
            assertThat(covenants.watch(of[0], 31)).isTrue();
            host.cash(cash);
            assertThat(covenants.watch(of[0], 32)).isEqualTo(cash == 200_000);
        }
    }

    @Test
    void aWaiverOfTheSecondBreachEndsThePeriod() {
        Borrower[] of = new Borrower[1];
        Host host = breached(of, "credit.covenant.cureWeeks=20");
        host.covenants().hold(of[0], 12);
        quarter(of[0], 0.55);
        Covenants kind = new Host("credit.covenant.waiverCalm=1", "credit.covenant.cureWeeks=20").covenants();
        assertThat(kind.hold(of[0], 25)).isTrue();
        assertThat(of[0].cureByWeek()).isEqualTo(-1);
        assertThat(kind.watch(of[0], 40)).isTrue();
    }

    /** Whether a breach is waived depends on the borrower and the week, not on what was waived before. */
    @Test
    void waiversOfOneWeekDoNotMoveThoseOfAnother() {
        int waived = 0;
        for (int week = 25; week < 525; week += 13) {
            Host often = new Host("credit.covenant.waiverCalm=0.5", NO_EQUITY).cohort(80, 1_000_000, 0);
            Borrower one = often.borrower();
            Covenants covenants = often.covenants();
            for (int w = 12; w < week; w += 13) {
                quarter(one, 0.5);
                covenants.hold(one, w);
            }
            quarter(one, 0.5);
            Host once = new Host("credit.covenant.waiverCalm=0.5", NO_EQUITY).cohort(80, 1_000_000, 0);
            Borrower other = once.borrower();
            quarter(other, 0.5);
            boolean holds = covenants.hold(one, week);
            assertThat(once.covenants().hold(other, week)).isEqualTo(holds);
            waived += holds ? 1 : 0;
        }
        assertThat(waived).isBetween(8, 30);
    }
}
