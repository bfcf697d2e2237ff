package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether lenders hold still, by the formula of {@link Forbearance} worked by hand. */
class ForbearanceTest {

    private static final String[] TERMS = {"feedbacks=[]", "market.squeeze.startWeek=none", "credit.covenant.waiverCalm=0",
        "credit.borrowers.equityPerYear=0", "credit.covenant.repossessionWeeksLow=10", "credit.covenant.repossessionWeeksHigh=10",
        "credit.borrowers.overheadShare=0", "credit.borrowers.siteUsdPerKwYear=0"};

    private static Host host(String... settings) {
        String[] all = java.util.Arrays.copyOf(TERMS, TERMS.length + settings.length);
        System.arraycopy(settings, 0, all, TERMS.length, settings.length);
        return new Host(all);
    }

    private static boolean isBetter(Host host, Borrower borrower) {
        return new Forbearance(host.parameters.credit().covenant(), host.market, host.income, Host.MARKS).isBetter(borrower, 12);
    }

    /**
     * 80 machines marked at 12,000 (0.96 million) fall 20 % a year, discounted at 7 %: seizing brings 0.96 e^(-(0.07 + 0.2231)
     * 10/52.18) = 0.9076 million. Holding still for 26 weeks brings x from the machines, and min(B - x, 0.96 e^(-0.2931 x 0.4983)
     * = 0.8295) at the end: better if x > 0.0781 million and the loan exceeds 0.9076; a loan below that is safe, and the lender
     * seizes.
     */
    @ParameterizedTest
    @CsvSource({"1500000, 0.0790, true", "1500000, 0.0772, false", "1500000, 0, false", "1500000, -0.5, false",
            "900000, 0.5, false",
        "907000, 0.5, false", "909000, 0.5, true", "1500000, 9, true"})
    void seizingAgainstHoldingStill(double loan, double xMillion, boolean better) {
        double days = 26 * 7 / 365.25;
        double seized = 960_000 * Math.exp(-(0.07 - Math.log(0.8)) * 70 / 365.25);
        assertThat(seized).isBetween(907_500.0, 907_700.0);
        assertThat(seized - 960_000 * Math.exp(-(0.07 - Math.log(0.8)) * days)).isBetween(77_900.0, 78_300.0);
        Host plain = host().cohort(80, loan, 1);
        double year = plain.income.nextYear(plain.borrower(), 12);
        // maintenance is not a parameter of the borrower: mining makes up the difference to what is wanted
        double wanted = xMillion * 1e6 / days;
        Host host = host("credit.covenant.forbearanceWeeks=26", "credit.borrowers.contractUtilisation=0",
                "credit.borrowers.miningCostUsdPerCoin=0")
                .cohort(80, loan, 1);
        double cost = host.income.nextYear(host.borrower(), 12);
        assertThat(cost).isLessThan(0).isLessThan(year);
        double coins = Math.max(0, (wanted - cost) / host.market.btcUsd());
        Borrower borrower = new Borrower(0, host.cash, host.coins, host.cohorts, host.borrower().note(), 0, coins);
        assertThat(host.income.nextYear(borrower, 12)).isCloseTo(Math.max(wanted, cost),
                org.assertj.core.api.Assertions.within(1.0));
        assertThat(isBetter(host, borrower)).isEqualTo(better);
    }

    @Test
    void withoutTimeNobodyHoldsStill() {
        Host host = host().cohort(80, 1_500_000, 1);
        assertThat(isBetter(host, host.borrower())).isFalse();
    }

    /**
     * A breach that is not cured in time is forborne; tests pass for its weeks and default after them; a bill that is not paid is
     * a default.
     */
    @Test
    void aForborneBorrowerIsTestedAgainAfterwardsAndMustPayItsBills() {
        Host host = host("credit.covenant.forbearanceWeeks=26", "credit.covenant.cureWeeks=4").cohort(80, 1_500_000, 1);
        Borrower borrower = host.borrower();
        Covenants covenants = host.covenants();
        borrower.owe(10_000_000);
        assertThat(covenants.hold(borrower, 12)).isTrue();
        assertThat(covenants.watch(borrower, 15)).isTrue();
        assertThat(covenants.forborne()).isZero();
        assertThat(covenants.watch(borrower, 16)).isTrue();
        assertThat(covenants.forborne()).isEqualTo(1);
        assertThat(borrower.isForborne(41)).isTrue();
        assertThat(borrower.isForborne(42)).isFalse();
        for (int week = 17; week < 42; week++) {
            borrower.owe(10_000_000);
            assertThat(week % 13 == 12 ? covenants.hold(borrower, week) : covenants.watch(borrower, week)).isTrue();
        }
        assertThat(borrower.cureByWeek()).as("no period of cure runs meanwhile").isEqualTo(-1);
        borrower.owe(10_000_000);
        covenants.hold(borrower, 51);
        assertThat(borrower.cureByWeek()).as("after it, a breach is a breach").isEqualTo(55);
        Host poor = new Host("credit.borrowers.equityPerYear=0").cohort(80, 1_500_000, 0);
        Borrower broke = new Borrower(0, poor.cash, poor.coins, poor.cohorts, poor.borrower().note(), 0, 0);
        broke.forbearUntil(100);
        assertThat(poor.operations().run(broke, 13)).isFalse();
    }
}
