package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.IncomeAssignment;
import firesale.valuation.RevenuePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the next year should bring, and cover on it, by hand. */
class ProjectedCoverTest {

    private static final double WEEKS = 365.25 / 7;
    private static final String[] FALLING = {"feedbacks=[]", "market.squeeze.startWeek=none", "market.squeeze.believedPerYear=0",
        "market.rent.tokenPriceFallPerYear=0.6", "credit.covenant.waiverCalm=0", "credit.borrowers.equityPerYear=0"};

    private static Host host(String... settings) {
        String[] all = java.util.Arrays.copyOf(FALLING, FALLING.length + settings.length);
        System.arraycopy(settings, 0, all, FALLING.length, settings.length);
        return new Host(all);
    }

    /** The expected fall of rent within half a year. */
    private static double later(Host host) {
        RevenuePath path = new RevenuePath();
        host.market.outlook().set(path, host.market.week(), host.market.regime(), host.market.outlook().declineWithoutReleases());
        return path.factorAt(0.5);
    }

    private static double runningUsd() {
        double kw = 10.2 / 8;
        return 80 * (kw * 1.35 * 8766 * 0.05 + kw * 1100 + 600);
    }

    /**
     * 80 machines under contract at 2.50 until week 100, utilised 0.95, the rest at spot, utilised 0.6. In week 12 the contract
     * covers the whole year; in week 74 26 weeks of it, then the market's contract rent half a year on; in week 100 none.
     */
    @ParameterizedTest
    @CsvSource({"0, 12, 1", "1, 12, 1", "0.7, 12, 1", "1, 74, 0.498289", "0.7, 74, 0.498289", "1, 100, 0", "0.4, 100, 0"})
    void contractsToTheirEndAndTheRestAtTheExpectedPath(double share, int week, double fixed) {
        Host host = host().cohort(80, 1_000_000, share);
        double later = later(host);
        assertThat(later).as("rent falls").isBetween(0.5, 0.9);
        double anew = host.market.contractUsdPerHour() * later;
        double contracted = share * (fixed * 2.5 + (1 - fixed) * anew) * 0.95;
        double spot = (1 - share) * 1.92 * later * 0.6;
        double expected = 0.8 * 80 * 8766 * (contracted + spot) - runningUsd();
        assertThat(host.income.nextYear(host.borrower(), week)).isCloseTo(expected, within(2e-6 * 80 * 8766 * 2.5));
    }

    /** A third of contracts is assigned: it goes to the assignee and serves no debt, but no more than is owed. */
    @ParameterizedTest
    @CsvSource({"1e7, 555180", "100000, 100000"})
    void whatIsAssignedServesNoDebt(double owed, double assigned) {
        Host host = host().cohort(80, 1_000_000, 1);
        Borrower borrower = host.borrower();
        double free = host.income.nextYear(borrower, 12);
        assertThat(80 * 8766 * 2.5 * 0.95 / 3).isCloseTo(555_180, within(0.01));
        borrower.assign(new IncomeAssignment(host.outside.incomeAssignees(), 1 / 3.0, Math.round(owed * 100), 0.1));
        assertThat(free - host.income.nextYear(borrower, 12)).isCloseTo(assigned, within(0.01));
    }

    /**
     * At spot, 80 machines bring N a year. Each week of the quarter served a week's share of N / 0.8, so that cover on the next year
     * is 0.8 and asks for 0.3 / 1.1 of the loan; the quarter itself was sound or worse.
     */
    @ParameterizedTest
    @CsvSource({"trailing, 2, 0", "projected, 2, 0.8", "both, 2, 0.8", "projected, 0.55, 0.8", "both, 0.55, 0.55",
            "trailing, 0.55, 0.55"})
    void coverOnTheBasisInForce(String basis, double trailing, double cover) {
        Host host = host("credit.covenant.dscrBasis=" + basis, "credit.borrowers.siteUsdPerKwYear=0").cash(1_000_000).cohort(80,
                1_000_000, 0);
        Borrower borrower = host.borrower();
        double year = host.income.nextYear(borrower, 12);
        assertThat(year).isGreaterThan(100_000);
        double service = year / 0.8 * 13 / WEEKS;
        long weekly = Math.round(service / 13 * 100);
        for (int week = 0; week < 13; week++) {
            borrower.owe(weekly);
        }
        borrower.earn(trailing * service);
        assertThat(host.covenants().hold(borrower, 12)).isTrue();
        // weeks are billed in whole cents
        double billed = cover == 0.8 ? year / (weekly / 100.0 * WEEKS) : trailing * service / (13 * weekly / 100.0);
        assertThat(billed).isCloseTo(cover == 0 ? trailing : cover, within(1e-5));
        double paid = cover == 0 ? 0 : 1_000_000 * (1 - billed / 1.1);
        assertThat(1_000_000 - borrower.loanBalance() / 100.0).isCloseTo(paid, within(0.05));
    }

    /** A loan that is drawn in the last weeks of a quarter counts in full: the quarter served it twice, the next year does 52 times. */
    @Test
    void projectedServiceIsThatOfTheLastWeek() {
        Host host = host("credit.covenant.dscrBasis=projected", "credit.borrowers.siteUsdPerKwYear=0").cash(1_000_000).cohort(80, 1_000_000, 0);
        Borrower borrower = host.borrower();
        double year = host.income.nextYear(borrower, 12);
        for (int week = 0; week < 13; week++) {
            borrower.owe(Math.round(year / WEEKS / (week < 11 ? 2 : 0.8) * 100));
        }
        borrower.earn(year);
        assertThat(host.covenants().hold(borrower, 12)).isTrue();
        assertThat(1_000_000 - borrower.loanBalance() / 100.0).as("cover is 0.8").isCloseTo(1_000_000 * (1 - 0.8 / 1.1), within(1.0));
    }

    /** Rent that is sure to fall breaks cover on the next year in the week in which the quarter is still sound. */
    @Test
    void projectedCoverLooksAhead() {
        for (String basis : new String[] {"trailing", "projected"}) {
            Host host = host("credit.covenant.dscrBasis=" + basis,
                    "credit.borrowers.siteUsdPerKwYear=0").cash(1_000_000).cohort(80, 1_150_000, 0);
            Borrower borrower = host.borrower();
            Operations operations = host.operations();
            for (int week = 0; week < 13; week++) {
                assertThat(operations.run(borrower, week)).isTrue();
            }
            double ahead = host.income.nextYear(borrower, 12) / (borrower.quarterServiceUsd() * WEEKS / 13);
            assertThat(ahead / borrower.quarterDscr()).isLessThan(0.8);
            assertThat(borrower.quarterDscr()).isGreaterThan(1.1);
            assertThat(ahead).isLessThan(1.1);
            long before = borrower.loanBalance();
            host.covenants().hold(borrower, 12);
            assertThat(borrower.loanBalance() < before).isEqualTo(basis.equals("projected"));
        }
    }
}
