package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.Borrower;
import firesale.credit.Cohort;
import firesale.hardware.MachineType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lives of loans and collateral, and cover on flat and on realised rent, against figures worked by hand. */
class LoanBookMeasureTest {

    private static final String ON = "credit.measureLoans=true";
    private static final Set<Recording> NOTHING = EnumSet.noneOf(Recording.class);
    private static final double WEEKS = 365.25 / 7;
    private static final List<String> RELEASES = List.of("Blackwell", "Blackwell-Ultra", "Rubin", "Rubin-Ultra",
            "Next-generation");

    /** One regime, no release, no loop, no noise: rent falls at one rate for ever. */
    private static List<String> constantDecline(double tokenFall) {
        List<String> all = new ArrayList<>(List.of(Bound.ONE_REGIME));
        for (String release : RELEASES) {
            all.add("market.releases." + release + ".passThrough=0");
        }
        all.addAll(List.of(ON, "market.rent.tokenPriceFallPerYear=" + tokenFall, "market.rent.productivityGrowthPerYear=0",
                "market.regimes.calm.rentVolatility=0"));
        return all;
    }

    /** One new cohort, all at spot at a utilisation of 0.6, a loan of four years sized by cover alone, no note. */
    private static LoanBookFigures one(double tokenFall, String... settings) {
        List<String> all = constantDecline(tokenFall);
        all.addAll(List.of("credit.borrowers.count=1", "credit.borrowers.cohorts=1", "credit.borrowers.oldestAgeYears=0",
                "credit.borrowers.contractShareLow=0", "credit.borrowers.contractShareHigh=0",
                "credit.borrowers.spotUtilisationLow=0.6", "credit.borrowers.spotUtilisationHigh=0.6", "credit.loan.ltvLow=1.5",
                "credit.loan.ltvHigh=1.5",
                "credit.loan.tenorYearsLow=4", "credit.loan.tenorYearsHigh=4", "credit.note.shareOfCost=0"));
        all.addAll(List.of(settings));
        return FireSale.simulate(Bound.parameters(all.toArray(new String[0])), 1, NOTHING).loans();
    }

    private static Map<String, Object> values(RunOutcome outcome) {
        Map<String, Object> values = new LinkedHashMap<>();
        RunOutcome.columns().forEach(column -> values.put(column.name(), column.value().apply(outcome)));
        return values;
    }

    /** A vehicle's loan is not underwritten on rent and is not among those whose cover is followed. */
    @Test
    void vehiclesAreLeftOut() {
        LoanBookFigures without = FireSale.simulate(Bound.parameters(ON), 1, NOTHING).loans();
        LoanBookFigures with = FireSale.simulate(Bound.parameters(ON, "credit.vehicles.project-finance.count=2"), 1,
                NOTHING).loans();
        assertThat(with.loanBalanceUsd()).isEqualTo(without.loanBalanceUsd());
        assertThat(with.loanOriginalUsd()).isEqualTo(without.loanOriginalUsd());
        assertThat(with.loanFlatUsd()).isEqualTo(without.loanFlatUsd()).isPositive();
    }

    @Test
    void itChangesNoOtherColumn() {
        int measured = 0;
        for (int seed = 0; seed < 3; seed++) {
            Set<Recording> everything = EnumSet.allOf(Recording.class);
            RunOutcome plain = FireSale.simulate(Bound.parameters("credit.coinLine.share=0.5"), seed, everything);
            RunOutcome looked = FireSale.simulate(Bound.parameters(ON, "credit.coinLine.share=0.5"), seed, everything);
            assertThat(looked.sales()).isEqualTo(plain.sales());
            assertThat(looked.weekRows()).isEqualTo(plain.weekRows());
            Map<String, Object> before = values(plain);
            Map<String, Object> after = values(looked);
            for (var column : LoanBookFigures.columns((RunOutcome outcome) -> outcome.loans())) {
                String name = column.name();
                assertThat((Double) before.remove(name)).as(name).isNaN();
                assertThat((Double) after.remove(name)).as(name).isNotNaN();
                measured++;
            }
            assertThat(after).isEqualTo(before).hasSizeGreaterThan(80);
        }
        assertThat(measured).isEqualTo(3 * 17);
    }

    /**
     * Rents do not move: cover is 1.25, at which the loan was sized, but for the continuous annuity of sizing and the weekly
     * one of payment. Both covers are the same number, and no service is uncovered.
     */
    @Test
    void flatWorld() {
        LoanBookFigures f = one(0);
        double rate = 0.036 + 0.055;
        double i = rate / WEEKS;
        int n = (int) (4 * WEEKS);
        double sized = (1 - Math.exp(-rate * 4)) / rate;
        double paid = (1 - Math.pow(1 + i, -n)) / i / WEEKS;
        assertThat(f.noiFlatUsd() / f.debtServiceUsd()).isCloseTo(1.25 * paid / sized, within(1e-6))
                .isCloseTo(1.25, within(0.01));
        assertThat(f.noiRealisedUsd()).isCloseTo(f.noiFlatUsd(), within(1e-9 * f.noiFlatUsd()));
        assertThat(f.serviceUncoveredUsd()).isZero();
        assertThat(f.serviceUncoveredFlatUsd()).isZero();
        assertThat(f.loanFlatUsd()).as("rent that does not fall").isEqualTo(f.loanFallingUsd())
                .isCloseTo(f.loanBalanceUsd(), within(0.01));
        assertThat(f.debtServiceUsd()).isCloseTo(156 / WEEKS * f.loanFlatUsd() / paid, within(1e-6 * f.debtServiceUsd()));
    }

    /** A note of half the cost at 5 % a year adds its weekly coupon, rounded to a cent, to the service of 156 weeks. */
    @Test
    void couponsAreService() {
        LoanBookFigures plain = one(0);
        LoanBookFigures noted = one(0, "credit.note.shareOfCost=0.5", "credit.note.coupon=0.05", "credit.note.maturityYearsLow=1",
                "credit.note.maturityYearsHigh=1");
        Cohort cohort = theCohort();
        double coupon = 0.5 * cohort.machine().newPriceUsd() * cohort.gpus().balance() * 0.05 / WEEKS;
        assertThat(noted.debtServiceUsd() - plain.debtServiceUsd()).isCloseTo(156 * coupon, within(156 * 0.005001));
        assertThat(noted.noiFlatUsd()).isEqualTo(plain.noiFlatUsd());
        assertThat(noted.loanFlatUsd()).isEqualTo(plain.loanFlatUsd());
    }

    /**
     * Rents fall at one rate: what falls is 0.8 of revenue, running cost stays. Over weeks 0 to 155 of Delta years,
     * NOI = sum [0.8 A e^(-delta w Delta) - c] Delta with A and c per GPU; the loan and the cover on flat rent are as before.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.3, 0.4})
    void fallingRentLowersRealisedCoverOnly(double fall) {
        LoanBookFigures still = one(0);
        LoanBookFigures f = one(fall);
        double delta = -Math.log(1 - fall);
        assertThat(f.noiFlatUsd()).isCloseTo(still.noiFlatUsd(), within(1e-9 * still.noiFlatUsd()));
        assertThat(f.debtServiceUsd()).isEqualTo(still.debtServiceUsd());
        double[] perGpu = perGpuYear();
        double sum = 0;
        double flat = 0;
        int uncovered = 0;
        double service = f.debtServiceUsd() / f.noiFlatUsd() * (0.8 * perGpu[0] - perGpu[1]);
        for (int w = 0; w < 156; w++) {
            double noi = 0.8 * perGpu[0] * Math.exp(-delta * w / WEEKS) - perGpu[1];
            sum += noi;
            flat += 0.8 * perGpu[0] - perGpu[1];
            uncovered += noi < service ? 1 : 0;
        }
        assertThat(f.noiRealisedUsd() / f.noiFlatUsd()).isCloseTo(sum / flat, within(1e-9)).isLessThan(0.8);
        assertThat(uncovered).isBetween(60, 150);
        assertThat(f.serviceUncoveredUsd() / f.debtServiceUsd()).isCloseTo(uncovered / 156.0, within(1e-4));
        assertThat(f.serviceUncoveredFlatUsd()).isZero();
        assertThat(f.loanFallingUsd()).isLessThan(f.loanFlatUsd());
        double rate = 0.036 + 0.055;
        double annuity = (1 - Math.exp(-rate * 4)) / rate;
        double fallingAnnuity = (1 - Math.exp(-(rate + delta) * 4)) / (rate + delta);
        assertThat(f.loanFallingUsd() / f.loanFlatUsd()).isCloseTo(
                (0.8 * perGpu[0] * fallingAnnuity - perGpu[1] * annuity) / ((0.8 * perGpu[0] - perGpu[1]) * annuity),
                within(1e-9));
    }

    /** What seed 1 draws. */
    private static Cohort theCohort() {
        FireSale run = new FireSale(Scenario.of(Bound.parameters("credit.borrowers.count=1", "credit.borrowers.cohorts=1")), 1,
                NOTHING);
        run.start();
        return run.credit().borrowers().get(0).cohorts().get(0);
    }

    /** Revenue and running cost of the machine that seed 1 draws, USD per GPU and year. */
    private static double[] perGpuYear() {
        MachineType machine = theCohort().machine();
        double kw = machine.kwPerGpu();
        return new double[] {8766 * 1.92 * machine.rentRelativeToH100() * 0.6,
            kw * (1.35 * 8766 * 0.05 + 1100) + machine.maintenanceUsdPerYear()};
    }

    /**
     * Without any cost, scrap value or lead time a machine with T years left is worth A (1 - e^(-(delta + r) T)) / (delta + r).
     * At an unchanging age it would halve in ln 2 / delta; since life runs out it halves after the h with
     * <pre>
     *   e^(-delta h) (1 - e^(-(delta + r)(T - h))) = (1 - e^(-(delta + r) T)) / 2
     *   h = ln 2 / delta - ln(1 + q (2 e^(r h) - 1)) / delta,   q = e^(-(delta + r) T)
     * </pre>
     * All machines are new and live as long, so that the mean is that of each; without noise FMV then takes that path.
     */
    @ParameterizedTest
    @CsvSource({"0.3, 7", "0.4, 7", "0.4, 11", "0.6, 7"})
    void halfLifeOfAConstantDecline(double fall, double life) {
        double r = 0.15;
        double delta = -Math.log(1 - fall);
        double q = Math.exp(-(delta + r) * life);
        double h = Math.log(2) / delta;
        for (int k = 0; k < 200; k++) {
            h = Math.log(2) / delta - Math.log(1 + q * (2 * Math.exp(r * h) - 1)) / delta;
        }
        List<String> all = constantDecline(fall);
        all.addAll(List.of("credit.borrowers.oldestAgeYears=0", "credit.borrowers.spotUtilisationLow=0.8",
                "hardware.transportUsdPerGpu=0", "hardware.testingUsdPerGpu=0",
                "hardware.installationUsdPerGpu=0"));
        for (var machine : Bound.parameters().hardware().machines()) {
            String key = "hardware.machines." + machine.name();
            all.addAll(List.of(key + ".maintenanceUsdPerYear=0", key + ".scrapUsd=0", key + ".lifeYears=" + life));
        }
        for (var type : Bound.parameters().buyers().types()) {
            String key = "buyers.types." + type.name();
            all.addAll(List.of(key + ".deploymentWeeks=0", key + ".rackRentUsdPerKwMonth=0", key + ".powerUsdPerKwh=0",
                    key + ".discountRate=" + r));
        }
        LoanBookFigures f = FireSale.simulate(Bound.parameters(all.toArray(new String[0])), 4, NOTHING).loans();
        assertThat(f.collateralHalfLifeYears()).isCloseTo(h, within(1e-5)).isLessThan(Math.log(2) / delta);
        assertThat(f.halfLivesUnreached()).isZero();
        assertThat(f.halfLifeRealisedUsd()).isEqualTo(f.loanBalanceUsd());
        assertThat(f.halfLifeRealisedUsdYears() / f.halfLifeRealisedUsd()).as("the first week after it").isCloseTo(
                Math.ceil(h * WEEKS) / WEEKS, within(1e-9));
    }

    /** Rents that do not fall: collateral loses by age alone, nothing of it halves within three years, and that is counted. */
    @Test
    void halfLivesThatTheRunDoesNotReach() {
        List<String> all = constantDecline(0);
        all.add("credit.borrowers.oldestAgeYears=0.1");
        LoanBookFigures f = FireSale.simulate(Bound.parameters(all.toArray(new String[0])), 4, NOTHING).loans();
        assertThat(f.halfLivesUnreached()).isEqualTo(80);
        assertThat(f.halfLifeRealisedUsd()).isZero();
        assertThat(f.collateralHalfLifeYears()).isBetween(3.0, 7.0);
    }

    /** Weights: each loan by its own balance or principal, from the borrowers themselves; loans that are repaid do not count. */
    @Test
    void weightsAreBalances() {
        FireSale run = new FireSale(Scenario.of(Bound.parameters(ON, "credit.borrowers.oldestAgeYears=4")), 5, NOTHING);
        run.start();
        double balance = 0;
        double life = 0;
        double original = 0;
        double originalLife = 0;
        double half = 0;
        double flat = 0;
        double falling = 0;
        int loans = 0;
        int repaid = 0;
        for (Borrower borrower : run.credit().borrowers()) {
            for (Cohort cohort : borrower.cohorts()) {
                flat += cohort.loanOnFlatRentUsd();
                falling += cohort.loanOnFallingRentUsd();
                assertThat(cohort.loanOnFlatRentUsd()).isGreaterThanOrEqualTo(cohort.loanOnFallingRentUsd())
                        .isEqualTo(cohort.loan().originalUsd());
                double owed = cohort.loan().balance() / 100.0;
                repaid += owed == 0 ? 1 : 0;
                if (owed > 0) {
                    loans++;
                    balance += owed;
                    life += owed * cohort.loan().averageLifeYears();
                    original += cohort.loan().originalUsd();
                    originalLife += cohort.loan().originalUsd() * cohort.loan().averageLifeAtOriginationYears();
                    half += owed * halfLife(run, cohort);
                }
            }
        }
        assertThat(repaid).isPositive();
        LoanBookFigures f = run.outcome().loans();
        assertThat(f.loanBalanceUsd()).isCloseTo(balance, within(1e-9 * balance));
        assertThat(f.loanWalYears()).isCloseTo(life / balance, within(1e-9));
        assertThat(f.loanWalOriginalUsdYears()).isCloseTo(originalLife, within(1e-9 * originalLife));
        assertThat(f.loanOriginalUsd()).isCloseTo(original, within(1e-9 * original));
        assertThat(f.halfLifeUsdYears()).isCloseTo(half, within(1e-3 * half));
        assertThat(f.loanFlatUsd()).isCloseTo(flat, within(1e-9 * flat)).isGreaterThan(f.loanFallingUsd());
        assertThat(f.loanFallingUsd()).isCloseTo(falling, within(1e-9 * falling)).isPositive();
        assertThat(f.halfLivesUnreached()).isEqualTo(loans);
    }

    /** By steps of a thousandth of a year. */
    private static double halfLife(FireSale run, Cohort cohort) {
        double half = run.buyers().fmv().usdPerGpu(cohort.machine(), cohort.ageYears(0), 1) / 2;
        double years = 0;
        while (run.buyers().fmv().ahead(cohort.machine(), cohort.ageYears(0), 1, years) > half
                && years < 7 - cohort.ageYears(0)) {
            years += 0.001;
        }
        return years;
    }

    /** What seized fleets had cost and were booked at, against the recorded sales of a run. */
    @Test
    void collateralOfSeizedFleets() {
        RunOutcome outcome = FireSale.simulate(Bound.parameters(), 3, EnumSet.allOf(Recording.class));
        assertThat(outcome.gpusSeized()).isPositive();
        CollateralFigures f = outcome.collateral();
        assertThat(f.costSeizedUsd()).isBetween(24_900.0 * outcome.gpusSeized(), 42_000.0 * outcome.gpusSeized());
        assertThat(f.proceedsOverCost()).isEqualTo(outcome.netProceedsUsd() / f.costSeizedUsd());
        assertThat(f.bookLessProceedsUsd()).isCloseTo(outcome.bookSeizedUsd() - outcome.netProceedsUsd(), within(0.01));
        RunOutcome scheduled = FireSale.simulate(Bound.parameters("credit.borrowers.count=0", "credit.seizures.a.week=3",
                "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=800", "credit.seizures.a.ageYears=1.5"), 1,
                NOTHING);
        assertThat(scheduled.collateral().costSeizedUsd()).isEqualTo(800 * 30_000.0);
        assertThat(scheduled.collateral().bookLessProceedsUsd()).as("book is 4.5 / 6 of cost")
                .isCloseTo(800 * 22_500.0 - scheduled.netProceedsUsd(), within(0.01));
        assertThat(scheduled.collateral().proceedsOverCost()).isCloseTo(scheduled.netProceedsUsd() / 24e6, within(1e-12));
    }
}
