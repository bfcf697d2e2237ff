package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.lenders.CreditSupply;
import firesale.credit.lenders.Lender;
import firesale.hardware.Custody;
import firesale.hardware.MachineType;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import firesale.model.ModelParameters;
import firesale.policy.Leverage;
import firesale.world.Feedback;
import firesale.world.Market;
import firesale.world.Pressure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Machines bought during the run, worked by hand. */
class ExpansionTest {

    private static final String[] TEN = {"credit.borrowers.count=30", "credit.draws.share=1", "credit.draws.weekLow=10",
            "credit.draws.weekHigh=10",
        "credit.borrowers.contractShareLow=0", "credit.borrowers.contractShareHigh=0", "credit.borrowers.spotUtilisationLow=0.6",
        "credit.borrowers.spotUtilisationHigh=0.6", "credit.loan.tenorYearsLow=4", "credit.loan.tenorYearsHigh=4",
        "credit.borrowers.minerShare=1",
        "credit.borrowers.coinsSigma=0", "credit.borrowers.coinsMedian=1", "credit.borrowers.cashSigma=0",
        "credit.borrowers.equityPerYear=0", "market.rent.newPriceElasticity=0.5"};

    /** Hosts with their books ten weeks into the run. */
    private static final class Setting {
        final OutsideWorld outside = new OutsideWorld();
        final List<Custody> custody = new ArrayList<>();
        final Market market;
        final List<Lender> lenders;
        final List<Borrower> hosts;
        final Expansion expansion;
        final long[] cash;
        final long[] gpus;
        final long suppliers;

        Setting(CreditSupply supply, String... settings) {
            this(supply, Host.MARKS, settings);
        }

        Setting(CreditSupply supply, Marks marks, String... settings) {
            ModelParameters p = Bound.parameters(TEN, settings);
            Streams streams = new Streams(5);
            market = new Market(p.market(), EnumSet.noneOf(Feedback.class), streams, 300);
            for (MachineType machine : p.hardware().machines()) {
                custody.add(new Custody(machine));
            }
            Population population = new Population(p.credit(), p.hardware(), outside, custody, streams, market,
                    Leverage.AS_DRAWN);
            lenders = population.lenders(p.credit().lenders(), supply);
            hosts = population.hosts(lenders);
            Liquidity liquidity = new Liquidity(p.credit(), outside, market, marks, Chronicle.NONE);
            expansion = new Expansion(p.credit().draws(), population, hosts, outside, streams, liquidity, Chronicle.NONE);
            for (int w = 0; w < 10; w++) {
                market.advance(Pressure.none());
            }
            cash = hosts.stream().mapToLong(host -> host.cash().balance()).toArray();
            gpus = hosts.stream().mapToLong(Borrower::gpus).toArray();
            suppliers = outside.suppliers().balance();
        }

        void audit() {
            outside.audit();
            custody.forEach(Custody::audit);
        }

        /** Nothing was bought, paid or sold. */
        void isAsItWas() {
            for (int i = 0; i < hosts.size(); i++) {
                assertThat(hosts.get(i).gpus()).isEqualTo(gpus[i]);
                assertThat(hosts.get(i).cash().balance()).isEqualTo(cash[i]);
                assertThat(hosts.get(i).coins().balance()).isEqualTo(100_000_000);
            }
            long inside = hosts.stream().mapToLong(Borrower::gpus).sum();
            assertThat(custody.stream().mapToLong(place -> -place.makers().balance()).sum()).as("machines go "
                    + "back").isEqualTo(inside);
            assertThat(expansion.cancelled()).isEqualTo(hosts.size());
            assertThat(expansion.drawnUsd()).isZero();
            audit();
        }
    }

    /**
     * A quarter more machines at their price of the week, with a loan of [(1 - overhead) A a(r) - c a(r)] / 1.25 at spot of the
     * week and the rate of the week, from the lender of the first loan; the rest from cash.
     */
    @Test
    void machinesAtThePriceAndLoansAtTheRentOfTheWeek() {
        Setting s = new Setting(CreditSupply.FULL, "market.squeeze.startWeek=0", "credit.borrowers.cashWeeksMedian=1000",
                "credit.loan.ltvLow=1.4", "credit.loan.ltvHigh=1.4");
        double rate = 0.036 + 0.055 + s.market.spread() - s.market.calmSpread();
        assertThat(rate).isGreaterThan(0.1);
        assertThat(s.market.newPriceFactor()).isNotCloseTo(1, within(0.005));
        s.expansion.week(s.hosts, 9);
        assertThat(s.hosts.stream().mapToInt(host -> host.cohorts().size()).sum()).isEqualTo(60);
        s.expansion.week(s.hosts, 10);
        double annuity = (1 - Math.exp(-rate * 4)) / rate;
        long paid = 0;
        double drawn = 0;
        int bought = 0;
        for (int i = 0; i < s.hosts.size(); i++) {
            Borrower host = s.hosts.get(i);
            if (host.cohorts().size() == 2) {
                continue;
            }
            Cohort cohort = host.cohorts().get(2);
            MachineType machine = cohort.machine();
            assertThat(machine.onSaleNew()).isTrue();
            assertThat(cohort.gpus().balance()).isEqualTo(Population.wholeNodes(0.25 * s.gpus[i], machine));
            assertThat(cohort.costUsdPerGpu()).isCloseTo(machine.newPriceUsd() * s.market.newPriceFactor(), within(1e-9));
            assertThat(cohort.ageYears(10)).isZero();
            double revenue = 8766 * s.market.spotUsdPerHour() * machine.rentRelativeToH100() * 0.6;
            double cost = machine.kwPerGpu() * (1.35 * 8766 * 0.05 + 1100) + machine.maintenanceUsdPerYear();
            double loan = Math.min(1.4 * cohort.costUsdPerGpu(), (0.8 * revenue - cost) * annuity / 1.25)
                    * cohort.gpus().balance();
            assertThat(cohort.loan().balance() / 100.0).isCloseTo(loan, within(1e-6 * loan));
            assertThat(cohort.loan().yearlyRate()).isCloseTo(rate, within(1e-12));
            assertThat(cohort.loan().lender()).isSameAs(host.cohorts().get(0).loan().lender());
            long price = Math.round(cohort.costUsdPerGpu() * cohort.gpus().balance() * 100);
            assertThat(host.cash().balance()).isCloseTo(s.cash[i] + cohort.loan().balance() - price, within(1L));
            assertThat(host.fleetCostUsd()).isGreaterThan(cohort.costUsdPerGpu() * cohort.gpus().balance());
            paid += price;
            drawn += cohort.loan().balance() / 100.0;
            bought++;
        }
        assertThat(bought).isGreaterThan(5);
        assertThat(bought + s.expansion.cancelled()).isEqualTo(30);
        assertThat(s.outside.suppliers().balance() - s.suppliers).isCloseTo(paid, within(30L));
        assertThat(s.expansion.drawnUsd()).isCloseTo(drawn, within(0.01));
        s.audit();
    }

    @Test
    void aLenderThatDoesNotLendEndsThePlan() {
        Setting s = new Setting(each -> 0, "credit.borrowers.cashWeeksMedian=1000");
        s.expansion.week(s.hosts, 10);
        s.isAsItWas();
    }

    /** Coins that do not suffice are not sold for a purchase that comes to nothing. */
    @Test
    void withoutTheOwnPartThePlanIsOffAndNothingWasSoldForIt() {
        Setting s = new Setting(CreditSupply.FULL, "credit.borrowers.cashWeeksMedian=0");
        s.expansion.week(s.hosts, 10);
        s.isAsItWas();
    }

    /** An advance of 0.8 of cost, halved by a lender that has half of its capital left. */
    @Test
    void aLenderShortOfCapitalAdvancesLess() {
        Setting s = new Setting(each -> 0.5, "credit.borrowers.cashWeeksMedian=1000", "credit.loan.ltvLow=0.8",
                "credit.loan.ltvHigh=0.8", "credit.loan.sizingDscr=0.1");
        s.expansion.week(s.hosts, 10);
        int bought = 0;
        for (Borrower host : s.hosts) {
            if (host.cohorts().size() > 2) {
                Cohort cohort = host.cohorts().get(2);
                assertThat(cohort.loan().balance() / 100.0 / cohort.gpus().balance()).isCloseTo(0.4 * cohort.costUsdPerGpu(),
                        within(0.01));
                bought++;
            }
        }
        assertThat(bought).isGreaterThan(5);
    }

    /** Each plan has one week, within the bounds; those in default buy nothing. */
    @Test
    void everyHostDrawsOnceWithinTheWeeks() {
        Setting s = new Setting(CreditSupply.FULL, "credit.borrowers.cashWeeksMedian=1000", "credit.draws.weekLow=12",
                "credit.draws.weekHigh=15", "credit.loan.sizingDscr=0.1");
        s.hosts.get(3).fail(DefaultCause.PAYMENT, 5);
        int before = 60;
        for (int week = 10; week < 20; week++) {
            s.expansion.week(s.hosts, week);
            int cohorts = s.hosts.stream().mapToInt(host -> host.cohorts().size()).sum() + s.expansion.cancelled();
            assertThat(cohorts > before).as("week %s", week).isEqualTo(week >= 12 && week <= 15);
            before = cohorts;
        }
        assertThat(before).isEqualTo(60 + 29);
        assertThat(s.hosts.get(3).cohorts()).hasSize(2);
    }

    /** Lenders who hold still, or who wait for a cure, lend no more. */
    @Test
    void whoIsInBreachBuysNothing() {
        Setting s = new Setting(CreditSupply.FULL, "credit.borrowers.cashWeeksMedian=1000");
        s.expansion.week(s.hosts, 9);
        for (int i = 0; i < s.hosts.size(); i++) {
            if (i % 2 == 0) {
                s.hosts.get(i).cureBy(12);
            } else {
                s.hosts.get(i).forbearUntil(11);
            }
        }
        s.expansion.week(s.hosts, 10);
        s.isAsItWas();
    }

    /** Where collateral is believed to live for a year and a half, no loan lives longer, whatever its tenor of four years. */
    @Test
    void noLoanOutlivesWhatLendersBelieveOfCollateral() {
        for (double life : new double[] {6, 1.5}) {
            Setting s = new Setting(CreditSupply.FULL, Host.marks(20_000, 12_000, life), "credit.borrowers.cashWeeksMedian=1000");
            s.expansion.week(s.hosts, 10);
            assertThat(s.hosts.stream().filter(host -> host.cohorts().size() == 3).toList()).isNotEmpty().allSatisfy(host ->
                    assertThat(host.cohorts().get(2).loan().weeksLeft()).isEqualTo((int) (Math.min(4, life) * 365.25 / 7)));
        }
    }
}
