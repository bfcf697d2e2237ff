package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.Revolver;
import firesale.credit.contracts.TermLoan;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order cash is found and how much, to the cent. */
class LiquidityTest {

    private static final double BTC = 93_882.55;
    private static final String REFINANCE = "credit.loan.refinanceLtv=0.5";

    /** 80 machines of book 30,000 back 1.1 million: 0.1 million more up to an LTV of 0.5; a line of 0.2; new shares of 0.12. */
    private static Host host(String... settings) {
        String[] all = new String[settings.length + 1];
        System.arraycopy(settings, 0, all, 0, settings.length);
        all[settings.length] = REFINANCE;
        return new Host(all).cash(1_000).coins(1).cohort(80, 1_100_000, 0);
    }

    private static Borrower withLine(Host host) {
        Borrower borrower = host.borrower();
        borrower.arrange(new Revolver(host.lenders.get(0), 20_000_000, 0.07));
        return borrower;
    }

    /** Each step asks for a dollar more than the sources before it have. */
    @Test
    void coinsThenTheLineThenEquityThenRefinancing() {
        Host host = host();
        Borrower borrower = withLine(host);
        TermLoan loan = host.cohorts.get(0).loan();
        long coins = Math.round(BTC * 100);
        assertThat(host.liquidity.reach(borrower)).isEqualTo(100_000 + coins + 20_000_000 + 12_000_000 + 10_000_000);
        assertThat(host.liquidity.provide(borrower, 100_000 + coins)).isTrue();
        assertThat(host.coins.balance()).isZero();
        assertThat(borrower.revolver().balance()).isZero();
        assertThat(host.liquidity.provide(borrower, 100_000 + coins + 20_000_000)).isTrue();
        assertThat(borrower.revolver().balance()).isEqualTo(20_000_000);
        assertThat(borrower.equityRaisedThisYearUsd()).isZero();
        assertThat(host.liquidity.provide(borrower, 100_000 + coins + 32_000_000)).isTrue();
        assertThat(borrower.equityRaisedThisYearUsd()).isEqualTo(120_000);
        assertThat(loan.balance()).isEqualTo(110_000_000);
        assertThat(host.liquidity.provide(borrower, 100_000 + coins + 42_000_000)).isTrue();
        assertThat(loan.balance()).isEqualTo(120_000_000);
        assertThat(host.cash.balance()).isEqualTo(100_000 + coins + 42_000_000);
        assertThat(host.liquidity.reach(borrower)).isEqualTo(host.cash.balance());
        assertThat(host.liquidity.provide(borrower, host.cash.balance() + 1)).isFalse();
        host.outside.audit();
    }

    @Test
    void whereCoinsDoNotGoFirstTheyGoLast() {
        Host host = host("credit.borrowers.coinsFirst=false");
        Borrower borrower = withLine(host);
        assertThat(host.liquidity.provide(borrower, 100_000 + 42_000_000)).isTrue();
        assertThat(host.coins.balance()).isEqualTo(100_000_000);
        assertThat(borrower.debt()).isEqualTo(140_000_000);
        assertThat(host.liquidity.provide(borrower, 100_000 + 42_000_000 + 1)).isTrue();
        assertThat(host.coins.balance()).isLessThan(100_000_000);
    }

    /** In a squeeze no shares are sold; a lender that does not lend closes the line and refinances nothing. */
    @ParameterizedTest
    @CsvSource({"none, 1, 42000000", "0, 1, 30000000", "none, 0, 12000000", "0, 0, 0"})
    void whatIsOpenDependsOnTheRegimeAndTheLender(String squeeze, double supply, long cents) {
        Host host = new Host("market.squeeze.startWeek=" + squeeze, REFINANCE).cash(1_000).supply(supply)
                .cohort(80, 1_100_000, 0);
        Borrower borrower = withLine(host);
        assertThat(host.liquidity.reach(borrower)).isEqualTo(100_000 + cents);
        assertThat(host.liquidity.provide(borrower, 1_000_000_000)).isFalse();
        assertThat(host.cash.balance()).isEqualTo(100_000 + cents);
    }

    /** A lender of 0.6 lends up to 0.6 of the LTV: 0.3 of 2.4 million less 0.5; asking again brings no more. */
    @Test
    void aLenderShortOfCapitalLendsUpToALowerLtv() {
        Host host = new Host(REFINANCE, "credit.borrowers.equityPerYear=0").supply(0.6).cohort(80, 500_000, 0);
        Borrower borrower = host.borrower();
        assertThat(host.liquidity.reach(borrower)).isEqualTo(22_000_000);
        assertThat(host.liquidity.provide(borrower, 100_000_000)).isFalse();
        assertThat(host.cash.balance()).isEqualTo(22_000_000);
        assertThat(host.liquidity.reach(borrower)).isEqualTo(22_000_000);
    }

    /** Whatever is within reach is brought, and not much more than is asked, under random books; two loans with one lender. */
    @Test
    void reachIsWhatProvideBrings() {
        Random random = new Random(4);
        int refinanced = 0;
        for (int i = 0; i < 300; i++) {
            Host host = new Host("credit.loan.refinanceLtv=" + random.nextDouble(),
                    "credit.borrowers.coinsFirst=" + random.nextBoolean(),
                    "credit.borrowers.equityPerYear=" + 0.1 * random.nextDouble())
                    .cash(1_000 * random.nextDouble()).coins(random.nextDouble()).supply(random.nextInt(3) / 2.0).cohort(80,
                    1_500_000 * random.nextDouble(), 0).oneLender()
                    .cohort(40, 900_000 * random.nextDouble(), 0);
            Borrower borrower = withLine(host);
            long loans = borrower.loanBalance();
            long reach = host.liquidity.reach(borrower);
            long cash = host.cash.balance();
            long asked = random.nextBoolean() ? reach : cash + (long) ((reach - cash) * random.nextDouble());
            assertThat(host.liquidity.provide(borrower, asked)).as("case %s", i).isTrue();
            assertThat(host.cash.balance()).isBetween(asked, asked + 2);
            assertThat(host.liquidity.reach(borrower)).as("what is left").isBetween(reach - 2, reach + 2);
            assertThat(host.liquidity.provide(borrower, reach + 3)).isFalse();
            refinanced += borrower.loanBalance() > loans ? 1 : 0;
            host.outside.audit();
        }
        assertThat(refinanced).isGreaterThan(30);
    }

    /** New debt is at the rate of the week; the mean by amount is what the loan costs from now on. */
    @Test
    void refinancingIsAtTheSpreadOfTheWeek() {
        Host host = new Host("market.squeeze.startWeek=0", REFINANCE).weeks(20).cohort(80, 500_000, 0);
        TermLoan loan = host.cohorts.get(0).loan();
        double market = 0.036 + 0.055 + host.market.spread() - host.market.calmSpread();
        assertThat(market).isGreaterThan(0.10);
        assertThat(host.liquidity.provide(host.borrower(), 20_000_000)).isTrue();
        assertThat(loan.balance()).isEqualTo(70_000_000);
        assertThat(loan.yearlyRate()).isCloseTo((0.09 * 500_000 + market * 200_000) / 700_000, within(1e-12));
    }

    /** No rent comes in: running cost, interest and principal are borrowed, and interest is that on 500,000 and on no more. */
    @Test
    void aBillPaidByRefinancingIsTheBillThatWasDue() {
        Host host = new Host(REFINANCE, "credit.borrowers.equityPerYear=0").cohort(80, 500_000, 0);
        Borrower borrower = new Borrower(0, host.cash, host.coins, host.cohorts, host.borrower().note(), 0, 0);
        TermLoan loan = host.cohorts.get(0).loan();
        long interest = Math.round(50_000_000 * 0.09 * 7 / 365.25);
        long principal = loan.principalDue();
        assertThat(host.operations().run(borrower, 3)).isTrue();
        long cost = host.outside.suppliers().balance();
        assertThat(cost).isPositive();
        assertThat(host.cash.balance()).as("no more was borrowed than was needed").isZero();
        assertThat(host.lenders.get(0).cash().balance()).isEqualTo(interest + principal);
        assertThat(loan.balance()).isEqualTo(50_000_000 + cost + interest);
        assertThat(borrower.quarterServiceUsd()).isEqualTo((interest + principal) / 100.0);
        host.outside.audit();
    }
}
