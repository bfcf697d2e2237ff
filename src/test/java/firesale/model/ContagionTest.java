package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.Borrower;
import firesale.credit.DefaultCause;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Contagion from one borrower to another, worked by hand. A and B are alike: 800 new machines that cost 30,000 USD each, a loan
 * of 33,000 a machine over 521 weeks at 10 %, and rent of 100.80 USD a machine and week against a payment of 100.20. Nothing
 * moves in this world: rents stay, so that FMV falls with age alone. A defaults in week 13 for a reason outside the model. Its
 * machines reach the lender four weeks later, where one buyer with racks takes them at the reserve, 70 % of FMV. Loans may be 1.3
 * times the appraisal: by FMV they are 1.10 times at most, by the mark of the auction 1.54 times. So B, which held in week 12,
 * fails the test of week 25 and cannot pay down what is missing.
 */
class ContagionTest {

    private static final long SEED = 5;
    private static final int GPUS = 800;
    private static final int A_FAILS = 13;
    private static final int B_FAILS = 25;
    private static final int REPOSSESSION = 4;
    private static final double WEEKS = 365.25 / 7;
    /** Revenue of a user: 2 USD/h, let 40 % of the time, at no cost. */
    private static final double YEARLY_USD = 2 * 8766 * 0.4;
    private static final double RATE = 0.10 / WEEKS;

    private static ModelParameters parameters(String... more) {
        List<String> s = new ArrayList<>(List.of("twins=true", "frictions=[rack-power, cooling, crowding]", "feedbacks=[marks-covenants]",
                "time.weeks=40", "time.runOffWeeks=10", "market.squeeze.startWeek=none", "market.squeeze.believedPerYear=0",
                "market.riskFreeRate=0.04",
                "market.spotUsdPerHour=2", "market.contractUsdPerHour=2", "market.regimes.calm.rentVolatility=0",
                "market.regimes.calm.spreadVolatility=0", "market.rent.tokenPriceFallPerYear=0",
                "market.rent.productivityGrowthPerYear=0", "market.rent.contractPremium=0",
                "hardware.transportUsdPerGpu=0", "hardware.testingUsdPerGpu=0",
                "hardware.installationUsdPerGpu=0", "hardware.storageDecayPerYear=0", "hardware.neglectDecayPerYear=0",
                "credit.borrowers.count=2", "credit.borrowers.gpusMedian=" + GPUS, "credit.borrowers.gpusSigma=0",
                "credit.borrowers.cohorts=1", "credit.borrowers.oldestAgeYears=0", "credit.borrowers.minerShare=0",
                "credit.borrowers.cashWeeksMedian=1", "credit.borrowers.cashSigma=0", "credit.borrowers.contractShareLow=1",
                "credit.borrowers.contractShareHigh=1", "credit.borrowers.contractYearsLow=10",
                "credit.borrowers.contractYearsHigh=10",
                "credit.borrowers.contractUtilisation=0.3", "credit.borrowers.powerUsdPerKwh=0",
                "credit.borrowers.siteUsdPerKwYear=0", "credit.borrowers.overheadShare=0", "credit.borrowers.equityPerYear=0",
                "credit.borrowers.exogenousDefaultPerYear=0.8",
                "credit.loan.ltvLow=1.1", "credit.loan.ltvHigh=1.1", "credit.loan.tenorYearsLow=10",
                "credit.loan.tenorYearsHigh=10",
                "credit.loan.spread=0.06", "credit.loan.sizingDscr=0.1", "credit.note.shareOfCost=0",
                "credit.covenant.appraisal=mark-to-auction", "credit.covenant.ltv=1.3", "credit.covenant.dscr=0",
                "credit.covenant.waiverCalm=0", "credit.covenant.repossessionWeeksLow=" + REPOSSESSION,
                "credit.covenant.repossessionWeeksHigh=" + REPOSSESSION, "auction.reserveShare=0.7"));
        for (String release : List.of("Blackwell", "Blackwell-Ultra", "Rubin", "Rubin-Ultra", "Next-generation")) {
            s.add("market.releases." + release + ".passThrough=0");
        }
        for (String machine : List.of("A100-SXM-HGX-air", "H100-PCIe-air", "H100-SXM-HGX-liquid", "H200-SXM-HGX-air",
                "B200-SXM-HGX-air", "GB200-NVL72-liquid")) {
            s.add("hardware.machines." + machine + ".fleetWeight=0");
        }
        String machine = "hardware.machines.H100-SXM-HGX-air.";
        s.addAll(List.of(machine + "newPriceUsd=30000", machine + "lifeYears=6", machine + "scrapUsd=0",
                machine + "maintenanceUsdPerYear=0"));
        for (String lender : List.of("bank", "private-credit", "vendor-finance", "asset-backed")) {
            s.add("credit.lenders." + lender + ".gpuLoanShare=0.001");
        }
        for (String type : List.of("hyperscaler", "ai-lab", "enterprise", "sovereign", "broker", "distressed-fund", "reseller")) {
            s.add("buyers.types." + type + ".count=0");
        }
        // FMV is the second value: it takes another user, who has no rack and never bids
        for (String type : List.of("neocloud", "research")) {
            String user = "buyers.types." + type + ".";
            s.addAll(List.of(user + "count=1", user + "readyMwSigma=0", user + "rackKwMedian=41", user + "rackKwSigma=0",
                    user + "cooling=air",
                    user + "convertibleMwMedian=0", user + "powerUsdPerKwh=0", user + "rackRentUsdPerKwMonth=0",
                    user + "deploymentWeeks=0",
                    user + "utilisationMean=0.4", user + "utilisationSd=0", user + "discountRate=0.1"));
        }
        s.addAll(List.of("buyers.types.neocloud.readyMwMedian=100", "buyers.types.research.readyMwMedian=0"));
        s.addAll(List.of(more));
        return Bound.parameters(s.toArray(new String[0]));
    }

    /** FMV of a machine that was new in week 0: an annuity of its revenue to its sixth year, at 10 %, USD. */
    private static double fmv(int week) {
        return YEARLY_USD * (1 - Math.exp(-0.1 * (6 - week / WEEKS))) / 0.1;
    }

    /** What is owed on a machine after some payments, USD. */
    private static double loan(int payments) {
        double growth = Math.pow(1 + RATE, payments);
        return 33_000 * growth - payment() * (growth - 1) / RATE;
    }

    private static double payment() {
        return 33_000 * RATE / (1 - Math.pow(1 + RATE, -521));
    }

    /** Cash for a machine after some weeks, USD: a week of debt service, and rent less debt service since. */
    private static double cash(int weeks) {
        return payment() + weeks * (2 * 168 * 0.3 - payment());
    }

    /**
     * What a lender loses by hand on 800 machines, USD: the loan less 70 % of FMV four weeks later, less 5 % cost, less the
     * estate's cash.
     */
    private static double lossUsd(int failsInWeek) {
        return GPUS * (loan(failsInWeek + 1) - 0.95 * 0.7 * fmv(failsInWeek + REPOSSESSION) - cash(failsInWeek + 1));
    }

    private static FireSale run(String... more) {
        return FireSale.complete(Scenario.of(parameters(more)), SEED, EnumSet.of(Recording.SALES));
    }

    private static Borrower a(FireSale run) {
        return run.credit().borrowers().get(0);
    }

    private static Borrower b(FireSale run) {
        return run.credit().borrowers().get(1);
    }

    @Test
    void theSaleOfOneFleetBreaksTheCovenantOfTheOther() {
        FireSale run = run();
        RunOutcome outcome = run.outcome();
        assertThat(a(run).defaultCause()).isEqualTo(DefaultCause.EXOGENOUS);
        assertThat(a(run).defaultWeek()).isEqualTo(A_FAILS);
        assertThat(outcome.sales()).extracting(Sale::week).containsOnly(A_FAILS + REPOSSESSION, B_FAILS + REPOSSESSION);
        assertThat(outcome.sales()).allSatisfy(sale -> {
            assertThat(sale.fmvUsd()).isCloseTo(fmv(sale.week()), within(0.01));
            assertThat(sale.priceUsd()).isCloseTo(0.7 * fmv(sale.week()), within(0.01));
        });
        assertThat(loan(B_FAILS + 1)).as("by FMV the covenant holds").isLessThan(1.3 * fmv(B_FAILS));
        double excess = loan(B_FAILS + 1) - 1.3 * 0.7 * fmv(B_FAILS);
        assertThat(excess).as("by the auction it does not, and cash does not cure it").isGreaterThan(cash(B_FAILS + 1));
        assertThat(b(run).defaultCause()).isEqualTo(DefaultCause.COVENANT);
        assertThat(b(run).defaultWeek()).isEqualTo(B_FAILS);
        // payments are rounded to the cent, 800 machines at a time: a dollar in all
        assertThat(outcome.lenderLossesUsd()).isCloseTo(lossUsd(A_FAILS) + lossUsd(B_FAILS), within(1.0));
    }

    /** The figures of the hand calculation, so that its formulas cannot drift with the program. */
    @Test
    void theHandCalculation() {
        assertThat(payment()).isCloseTo(100.1948, within(0.0001));
        assertThat(loan(A_FAILS + 1)).isCloseTo(32_476.20, within(0.01));
        assertThat(loan(B_FAILS + 1)).isCloseTo(32_015.92, within(0.01));
        assertThat(fmv(A_FAILS + REPOSSESSION)).isCloseTo(30_366.36, within(0.01));
        assertThat(fmv(B_FAILS)).isCloseTo(29_752.04, within(0.01));
        assertThat(fmv(B_FAILS + REPOSSESSION)).isCloseTo(29_441.33, within(0.01));
        assertThat(cash(A_FAILS + 1)).isCloseTo(108.67, within(0.01));
        assertThat(cash(B_FAILS + 1)).isCloseTo(115.93, within(0.01));
        assertThat(lossUsd(A_FAILS)).isCloseTo(9_739_121, within(1.0));
        assertThat(lossUsd(B_FAILS)).isCloseTo(9_857_202, within(1.0));
    }

    @Test
    void withoutTheLoopTheOtherSurvives() {
        FireSale run = run("feedbacks=[]");
        assertThat(a(run).defaultWeek()).isEqualTo(A_FAILS);
        assertThat(b(run).defaulted()).isFalse();
        assertThat(run.outcome().lenderLossesUsd()).isCloseTo(lossUsd(A_FAILS), within(1.0));
    }

    @Test
    void bookValuesDoNotSpreadTheSale() {
        FireSale run = run("credit.covenant.appraisal=straight-line-6y");
        assertThat(b(run).defaulted()).isFalse();
        assertThat(run.twins().defaultsInduced()).isZero();
    }

    /** One initial default, one induced; the warehouse loses the loan less FMV and the estate's cash on A alone. */
    @Test
    void theTwinsTellInitialFromInduced() {
        RunOutcome outcome = run().outcome();
        TwinFigures twins = outcome.twins();
        assertThat(outcome.defaults()).isEqualTo(2);
        assertThat(twins.defaultsInitial()).isEqualTo(1);
        assertThat(twins.defaultsInduced()).isEqualTo(1);
        assertThat(twins.defaultsPrevented()).isZero();
        assertThat(twins.defaultsAccelerated()).isZero();
        assertThat(twins.defaultsDelayed()).isZero();
        assertThat(twins.defaultsWithoutFeedbacks()).isEqualTo(1);
        assertThat(twins.lossesWithoutFeedbacksUsd()).isCloseTo(lossUsd(A_FAILS), within(1.0));
        double aboveFmv = GPUS * (loan(A_FAILS + 1) - fmv(A_FAILS + REPOSSESSION));
        assertThat(twins.warehouseAboveFmvUsd()).isPositive().isCloseTo(aboveFmv, within(1.0));
        assertThat(twins.lossesWarehouseUsd()).isCloseTo(aboveFmv - GPUS * cash(A_FAILS + 1), within(1.0));
        assertThat(twins.lossesWarehouseUsd()).isCloseTo(1_600_936, within(1.0));
        assertThat(outcome.lenderLossesUsd() / twins.lossesWarehouseUsd()).as("amplification").isCloseTo(12.24, within(0.01));
    }
}
