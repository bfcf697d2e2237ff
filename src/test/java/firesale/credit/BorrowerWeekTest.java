package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.BulletNote;
import firesale.credit.contracts.TermLoan;
import firesale.world.Pressure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations, covenants, maturities and the search for cash, worked by hand. */
class BorrowerWeekTest {

    private static final double WEEK = 7 / 365.25;
    private static final String NEVER = "credit.covenant.waiverCalm=0";

    private static Covenants covenants(Host host) {
        return host.covenants();
    }

    /** Energy alone follows the price of power; site, maintenance and overhead do not. */
    @Test
    void energyFollowsThePriceOfPower() {
        Host host = new Host("market.power.volatility=1").cash(1_000_000).cohort(80, 1_600_000, 1);
        for (int w = 0; w < 10; w++) {
            host.market.advance(Pressure.none());
        }
        assertThat(Math.abs(host.market.powerFactor() - 1)).isGreaterThan(0.05);
        assertThat(host.operations().run(host.borrower(), 10)).isTrue();
        double kw = 10.2 / 8;
        double cost = 80 * (kw * 1.35 * 168 * 0.05 * host.market.powerFactor() + (kw * 1100 + 600) * WEEK)
                + 0.2 * 80 * 168 * 2.5 * 0.95;
        assertThat(host.usd(host.outside.suppliers())).isCloseTo(cost, within(0.01));
    }

    /** 8766 e [x F u_c + (1 - x) R u_s] a year, less power, site, maintenance and overhead; interest on the balance. */
    @Test
    void aWeekOfOperations() {
        Host host = new Host().cash(1_000_000).note(500_000, 0.01, 1.3, 500).cohort(80, 1_600_000, 0.7);
        Borrower borrower = host.borrower();
        Operations operations = host.operations();
        TermLoan loan = host.cohorts.get(0).loan();
        long balance = loan.balance();
        long service = loan.interestDue() + loan.principalDue();
        assertThat(operations.run(borrower, 3)).isTrue();
        double hours = 168;
        double revenue = 80 * hours * (0.7 * 2.5 * 0.95 + 0.3 * 1.92 * 0.6);
        double kw = 10.2 / 8;
        double cost = 80 * (kw * 1.35 * hours * 0.05 + (kw * 1100 + 600) * WEEK) + 0.2 * revenue;
        double coupon = 500_000 * 0.01 * WEEK;
        assertThat(host.usd(host.outside.suppliers())).isCloseTo(cost, within(0.01));
        assertThat(-host.usd(host.outside.customers())).isCloseTo(revenue, within(0.01));
        assertThat(host.usd(host.outside.noteHolders())).isCloseTo(coupon, within(0.01));
        assertThat(host.lenders.get(0).cash().balance()).isEqualTo(service);
        assertThat(balance - loan.balance()).isEqualTo(service - Math.round(balance * 0.09 * WEEK));
        assertThat(host.usd(host.cash)).isCloseTo(1_000_000 + revenue - cost - coupon - service / 100.0, within(0.02));
        assertThat(borrower.quarterDscr()).isCloseTo((revenue - cost) / (coupon + service / 100.0), within(1e-6));
        assertThat(operations.run(borrower, 4)).isTrue();
        assertThat(borrower.quarterDscr()).isCloseTo((revenue - cost) / (coupon + service / 100.0), within(1e-4));
        borrower.startQuarter();
        assertThat(borrower.quarterDscr()).isInfinite();
    }

    @Test
    void minersEarnTheMarginOnWhatTheyMineAndNothingBelowCost() {
        for (double cost : new double[] {80_000, 95_000}) {
            Host host = new Host("credit.borrowers.miningCostUsdPerCoin=" + cost).cash(1_000_000).cohort(8, 1_000, 0);
            Borrower borrower = new Borrower(0, host.cash, host.coins, host.cohorts,
                    BulletNote.convertible(host.outside.noteHolders(), 0, 0, 1, 999), 0.6, 100);
            host.operations().run(borrower, 3);
            assertThat(-host.usd(host.outside.dollarsForCoins())).isCloseTo(Math.max(0, 93_882.55 - cost) * 100 * WEEK,
                    within(0.01));
        }
    }

    /** Coins first, then equity; equity only in calm and up to its yearly room. */
    @Test
    void cashIsFoundFromCoinsThenFromEquity() {
        Host host = new Host().cash(1_000).coins(0.5).cohort(80, 1_000_000, 0);
        Borrower borrower = host.borrower();
        double coins = 0.5 * 93_882.55;
        double room = 0.05 * 80 * 30_000;
        assertThat(host.liquidity.reach(borrower) / 100.0).isCloseTo(1_000 + coins + room, within(0.02));
        assertThat(host.liquidity.provide(borrower, 1_100_000)).isTrue();
        assertThat(host.usd(host.cash)).isBetween(11_000.0, 11_000.01);
        assertThat(host.coins.balance()).isBetween(39_340_000L, 39_350_000L);
        assertThat(host.liquidity.provide(borrower, 10_000_000)).isTrue();
        assertThat(host.coins.balance()).isZero();
        assertThat(host.usd(host.cash)).isBetween(100_000.0, 100_000.01);
        assertThat(borrower.equityRaisedThisYearUsd()).isCloseTo(99_000 - coins, within(0.02));
        assertThat(host.liquidity.provide(borrower, 1_000_000_000)).isFalse();
        assertThat(borrower.equityRaisedThisYearUsd()).isCloseTo(room, within(0.01));
        assertThat(host.liquidity.coins().take()).isCloseTo(0.5, within(1e-9));
        assertThat(host.liquidity.coins().take()).isZero();
        host.outside.audit();
    }

    @Test
    void noEquityInASqueeze() {
        Host host = new Host("market.squeeze.startWeek=0").cash(1_000).cohort(80, 1_000_000, 0);
        assertThat(host.liquidity.reach(host.borrower())).isEqualTo(100_000);
        assertThat(host.liquidity.provide(host.borrower(), 100_001)).isFalse();
    }

    /** Loan 2,350,000 on machines of book 2,400,000 with a covenant of 95 %: 70,000 too much. */
    @Test
    void aBrokenLtvIsCuredByPayingDownToTheCovenant() {
        Host host = new Host(NEVER).cash(100_000).cohort(40, 1_000_000, 0).cohort(40, 1_350_000, 0);
        Borrower borrower = host.borrower();
        Covenants covenants = covenants(host);
        assertThat(covenants.hold(borrower, 0)).isTrue();
        assertThat(borrower.loanBalance() / 100.0).isCloseTo(0.95 * 2_400_000, within(0.02));
        assertThat(host.usd(host.cash)).isCloseTo(30_000, within(0.02));
        assertThat(host.usd(host.lenders.get(0).cash())).isCloseTo(70_000.0 * 1_000_000 / 2_350_000, within(0.01));
        assertThat(covenants.cured()).isEqualTo(1);
        assertThat(covenants.hold(borrower, 0)).as("a cured covenant holds").isTrue();
            }

    @Test
    void whatCannotBeCuredIsADefaultAndMovesNoMoney() {
        Host host = new Host(NEVER, "credit.borrowers.equityPerYear=0").cash(69_999).cohort(80, 2_350_000, 0);
        assertThat(covenants(host).hold(host.borrower(), 0)).isFalse();
        assertThat(host.usd(host.cash)).isEqualTo(69_999);
        assertThat(host.cohorts.get(0).loan().balance()).isEqualTo(235_000_000);
    }

    /** A cover of 0.88 against 1.10: a fifth of the loan is to be paid down, after which payments are a fifth lower. */
    @ParameterizedTest
    @CsvSource({"0.88, 200000", "0.55, 500000", "0, 1000000", "-3, 1000000", "1.10, 0", "2, 0"})
    void aBrokenCoverIsCuredInProportion(double dscr, double paid) {
        Host host = new Host(NEVER).cash(1_500_000).cohort(80, 1_000_000, 0);
        Borrower borrower = host.borrower();
        borrower.owe(10_000_000);
        borrower.earn(dscr * 100_000);
        assertThat(borrower.quarterDscr()).isEqualTo(dscr);
        assertThat(covenants(host).hold(borrower, 12)).isTrue();
        assertThat(1_500_000 - host.usd(host.cash)).isCloseTo(paid, within(0.02));
        assertThat(borrower.quarterDscr()).as("the next quarter starts anew").isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"none, 1, 0, true", "none, 0, 1, false", "0, 1, 0, false", "0, 0, 1, true"})
    void waiversDependOnTheRegime(String squeeze, double calm, double squeezed, boolean holds) {
        Host host = new Host("market.squeeze.startWeek=" + squeeze, "credit.covenant.waiverCalm=" + calm,
                "credit.covenant.waiverSqueeze=" + squeezed, "credit.borrowers.equityPerYear=0").cohort(80, 2_390_000, 0);
        Covenants covenants = covenants(host);
        assertThat(covenants.hold(host.borrower(), 0)).isEqualTo(holds);
        assertThat(covenants.waived()).isEqualTo(holds ? 1 : 0);
    }

    @Test
    void withoutADebtThereIsNoBreach() {
        Host host = new Host(NEVER).cohort(80, 0, 0);
        assertThat(covenants(host).hold(host.borrower(), 400)).isTrue();
    }

    private static Maturities maturities(Host host) {
        return host.maturities();
    }

    @Test
    void notesInTheMoneyBecomeShares() {
        Host host = new Host().note(500_000, 0.01, 0.9, 10).cohort(80, 1_000_000, 0);
        Borrower borrower = host.borrower();
        assertThat(maturities(host).settle(borrower, 9)).isTrue();
        assertThat(borrower.note().face()).as("not yet due").isEqualTo(50_000_000);
        assertThat(maturities(host).settle(borrower, 10)).isTrue();
        assertThat(borrower.note().face()).isZero();
        assertThat(host.outside.noteHolders().balance()).isZero();
    }

    /**
     * Debt of 1.5 M plus the note on assets of a book of 2.4 M less ten weeks, sites that cost what the note raised, and 0.1 M of
     * cash; debt of at most 0.8 of assets is rolled, and only outside a squeeze.
     */
    @ParameterizedTest
    @CsvSource({"none, 900000, true, rolled", "none, 2500000, false, unpaid", "0, 900000, false, unpaid", "0, 90000, true, paid"})
    void notesAreRolledRepaidOrNot(String squeeze, double face, boolean survives, String how) {
        Host host = new Host("market.squeeze.startWeek=" + squeeze, "credit.borrowers.equityPerYear=0").cash(100_000)
                .note(face, 0.01, 1.3, 10).cohort(80, 1_500_000, 0);
        Borrower borrower = host.borrower();
        assertThat(maturities(host).settle(borrower, 10)).isEqualTo(survives);
        assertThat(borrower.note().face() / 100.0).isEqualTo(how.equals("paid") ? 0 : face);
        assertThat(borrower.note().matures(10)).isEqualTo(how.equals("unpaid"));
        assertThat(borrower.note().matures(10 + 156)).isNotEqualTo(how.equals("paid"));
        assertThat(host.usd(host.outside.noteHolders())).isEqualTo(how.equals("paid") ? face : 0);
    }

    /**
     * 80 machines that cost 30,000 a year ago and back 1.6 million: 25,000 and 22,500 a machine in straight line over six and
     * four years; 20,000 by the model, 12,000 by auctions. The largest LTV is 0.95.
     */
    @ParameterizedTest
    @CsvSource({"straight-line-6y, 0", "straight-line-4y, 0", "mark-to-model, 80000", "mark-to-auction, 688000"})
    void theAppraisalRuleDecidesWhetherTheLtvIsBroken(String rule, double cure) {
        Host host = new Host(NEVER, "credit.covenant.waiverSqueeze=0", "credit.covenant.dscr=0",
                "credit.covenant.appraisal=" + rule)
                .cash(1_000_000).cohort(80, 1_600_000, 0);
        Borrower borrower = host.borrower();
        assertThat(covenants(host).hold(borrower, 52)).isTrue();
        assertThat(1_600_000 - borrower.loanBalance() / 100.0).isCloseTo(cure, within(0.01));
    }
}
