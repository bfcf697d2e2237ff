package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.LoanReturns;
import firesale.credit.contracts.LoanClass;
import firesale.kernel.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses and spreads by class of lending, and the rows of seized fleets, against what else a run reports. */
class SpreadFiguresTest {

    private static final double CENT = 0.005;
    private static final String[] STACK = {"credit.highYield.share=0.6", "credit.revolver.share=0.6", "credit.coinLine.share=0.8",
        "credit.assignment.share=0.5", "credit.vehicles.sponsored-vehicle.count=2",
        "credit.vehicles.project-finance.count=2", "credit.covenant.ltv=0.7", "time.weeks=100"};

    private static RunOutcome run(ModelParameters parameters, long seed) {
        return FireSale.simulate(parameters, seed, EnumSet.of(Recording.FLEETS));
    }

    private static ModelParameters measured(ModelParameters parameters) {
        return parameters.withCredit(parameters.credit().measuringSpreads());
    }

    private static Map<String, Object> values(RunOutcome outcome) {
        Map<String, Object> values = new HashMap<>();
        for (Column<RunOutcome> column : RunOutcome.columns()) {
            values.put(column.name(), column.value().apply(outcome));
        }
        return values;
    }

    private static double number(Map<String, Object> values, String name) {
        return ((Number) values.get(name)).doubleValue();
    }

    /** Undiscounted losses of classes are, to the cent, the losses that lenders, payers and fleets report. */
    private static void assertReconciled(RunOutcome outcome) {
        Map<String, Object> v = values(outcome);
        double scheduled = outcome.fleets().stream().filter(fleet -> fleet.borrower() < 0)
                .mapToDouble(fleet -> fleet.loanUsd() - fleet.recoveredUsd() - fleet.guaranteedUsd()).sum();
        assertThat(outcome.fleets().stream().mapToDouble(Fleet::guaranteedUsd).sum())
                .isCloseTo(number(v, "guarantee_paid_usd"), within(CENT));
        assertThat(number(v, "losses_host_loans_usd") + number(v, "losses_vehicle_loans_usd") + number(v, "losses_revolvers_usd")
                + scheduled).isCloseTo(number(v, "lender_losses_usd"), within(CENT));
        assertThat(number(v, "losses_convertible_notes_usd")).isCloseTo(number(v, "paid_by_convertible_notes_usd"), within(CENT));
        assertThat(number(v, "losses_high_yield_notes_usd")).isCloseTo(number(v, "paid_by_high_yield_notes_usd"), within(CENT));
        assertThat(number(v, "losses_coin_lines_usd")).isCloseTo(number(v, "paid_by_coin_lenders_usd"), within(CENT));
        assertThat(number(v, "losses_income_assignments_usd")).isCloseTo(number(v, "paid_by_income_assignees_usd"), within(CENT));
        double sum = SpreadFigures.names().stream().filter(name -> !name.equals(SpreadFigures.PORTFOLIO))
                .mapToDouble(name -> number(v, "losses_" + name + "_usd")).sum();
        assertThat(number(v, "losses_portfolio_usd")).isCloseTo(sum, within(CENT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void lossesAreThoseReportedElsewhere(long seed) {
        RunOutcome outcome = run(measured(Bound.parameters(STACK)), seed);
        assertReconciled(outcome);
        for (LoanReturns returns : outcome.spreads().byClass()) {
            assertThat(returns.exposureUsdYears()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void lossesAreThoseReportedElsewhereWhateverTheParameters(int draw) {
        assertReconciled(run(measured(ConservationTest.draw(new Random(900 + draw))), draw));
    }

    /** Whoever is told of losses is asked nothing: all other numbers stay. */
    @Test
    void measuringChangesNoOtherNumber() {
        RunOutcome off = run(Bound.parameters(STACK), 3);
        RunOutcome on = run(measured(Bound.parameters(STACK)), 3);
        Map<String, Object> before = values(off);
        Map<String, Object> after = values(on);
        List<String> differ = new ArrayList<>();
        before.forEach((name, value) -> {
            if (!String.valueOf(value).equals(String.valueOf(after.get(name)))) {
                differ.add(name);
            }
        });
        assertThat(differ).hasSize(5 * SpreadFigures.names().size()).allMatch(name -> SpreadFigures.names().stream().anyMatch(name::contains));
        assertThat(on.fleets()).isEqualTo(off.fleets());
    }

    /** Loans at fixed rates earn what they are set to; of notes it is the coupon less the risk-free rate. */
    @Test
    void chargedSpreadsAreTheContracts() {
        RunOutcome o = run(measured(Bound.parameters("credit.highYield.share=1", "credit.highYield.spread=0.07",
                "credit.coinLine.share=1", "credit.coinLine.spread=0.03", "credit.loan.spread=0.06", "credit.note.coupon=0.01",
                "credit.note.maturityYearsLow=6", "credit.note.maturityYearsHigh=6", "credit.highYield.maturityYearsLow=6",
                "credit.highYield.maturityYearsHigh=6", "market.riskFreeRate=0.04")), 5);
        assertCharged(o, "host_loans", 0.06);
        assertCharged(o, "high_yield_notes", 0.07);
        assertCharged(o, "coin_lines", 0.03);
        assertCharged(o, "convertible_notes", -0.03);
        assertThat(o.spreads().of("vehicle_loans")).isEqualTo(new LoanReturns(0, 0, 0, 0));
    }

    private static void assertCharged(RunOutcome outcome, String name, double spread) {
        LoanReturns returns = outcome.spreads().of(name);
        assertThat(returns.earnedUsd() / returns.exposureUsdYears()).as(name).isCloseTo(spread, within(1e-6));
    }

    @Test
    void withoutDefaultsNothingIsLost() {
        RunOutcome o = run(measured(Bound.parameters(Bound.ONE_REGIME, "credit.covenant.ltv=10", "credit.covenant.dscr=0",
                "credit.borrowers.cashWeeksMedian=900", "credit.note.shareOfCost=0")), 1);
        assertThat(o.defaults()).isZero();
        assertThat(o.spreads().of("host_loans").discountedLossUsd()).isZero();
        assertThat(o.spreads().of("host_loans").exposureUsdYears()).isPositive();
    }

    /**
     * A guarantee of a hundredth for which lenders pay 2 % a year changes no default and hardly a loss: the fair spread rises by
     * the fee on that hundredth, 2 bp of what is served, less the hundredth of losses.
     */
    @Test
    void lendersBearTheFeeOfTheGuarantee() {
        Map<String, Object> free = values(run(measured(Bound.parameters("policy.guarantee.share=0.01", "feedbacks=[]")), 3));
        Map<String, Object> paid = values(run(measured(Bound.parameters("policy.guarantee.share=0.01", "feedbacks=[]",
                "policy.guarantee.feePerYear=0.02")), 3));
        assertThat(number(paid, "losses_host_loans_usd")).isEqualTo(number(free, "losses_host_loans_usd"));
        assertThat(number(paid, "spread_host_loans_usd")).isEqualTo(number(free, "spread_host_loans_usd"));
        double exposure = number(free, "exposure_host_loans_usd_years");
        double rise = (number(paid, "discounted_losses_host_loans_usd") - number(free, "discounted_losses_host_loans_usd"))
                / exposure;
        // the fee is on what is owed after a week's payment, exposure before it
        assertThat(rise).isBetween(1.95e-4, 2e-4);
    }

    @Test
    void missingUnlessAskedFor() {
        RunOutcome o = FireSale.simulate(Bound.parameters("time.weeks=2", "time.runOffWeeks=1"), 1, EnumSet.noneOf(Recording.class));
        assertThat(o.spreads().byClass()).allMatch(returns -> Double.isNaN(returns.lossUsd()) && Double.isNaN(returns.exposureUsdYears()));
        assertThat(o.fleets()).isEmpty();
    }

    /** Sums over rows of fleets are the run's own measures. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fleetsAddUpToTheRun(long seed) {
        RunOutcome o = run(Bound.parameters(STACK), seed);
        List<Fleet> fleets = o.fleets();
        assertThat(fleets).isNotEmpty();
        assertThat(fleets.stream().mapToLong(Fleet::gpus).sum()).isEqualTo(o.gpusSeized());
        assertThat(fleets.stream().mapToDouble(Fleet::loanUsd).sum()).isCloseTo(o.loansSeizedUsd(), within(CENT));
        assertThat(fleets.stream().mapToDouble(Fleet::netProceedsUsd).sum()).isCloseTo(o.netProceedsUsd(), within(CENT));
        assertThat(fleets.stream().mapToDouble(Fleet::recoveredUsd).sum()).isCloseTo(o.recoveredUsd(), within(CENT));
        assertThat(fleets.stream().mapToDouble(Fleet::bookAtDefaultUsd).sum()).isCloseTo(o.bookSeizedUsd(), within(1.0));
        double weeks = fleets.stream().mapToDouble(fleet -> fleet.gpus() * fleet.weeksToLiquidate()).sum() / o.gpusSeized();
        assertThat(weeks).isCloseTo(o.weeksToLiquidate(), within(1e-9));
        for (Fleet fleet : fleets) {
            assertThat(fleet.seizureWeek()).isGreaterThanOrEqualTo(fleet.defaultWeek());
            assertThat(fleet.regimeAtDefault()).isIn("calm", "squeeze", "easing");
            assertThat(fleet.originalLoanUsd()).isGreaterThanOrEqualTo(fleet.loanUsd() - CENT);
            assertThat(fleet.originalLoanUsd() / fleet.costUsd()).isLessThanOrEqualTo(fleet.isOfVehicle() ? 1 : 0.8501);
        }
        assertThat(fleets.stream().filter(Fleet::isOfVehicle).map(Fleet::borrower)).allMatch(borrower -> borrower >= 40);
    }

    @Test
    void aScheduledFleetHasNoBorrowerAndNoOrigin() {
        RunOutcome o = run(Bound.parameters("credit.borrowers.count=0", "time.weeks=3", "time.runOffWeeks=9", "credit.seizures.a.week=1",
                "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=800", "credit.seizures.a.ageYears=2"), 1);
        assertThat(o.fleets()).hasSize(1);
        Fleet fleet = o.fleets().get(0);
        assertThat(fleet.borrower()).isEqualTo(-1);
        assertThat(fleet.originalLoanUsd()).isNaN();
        assertThat(fleet.ageAtDefaultYears()).isCloseTo(2, within(1e-12));
        assertThat(fleet.loanUsd()).isEqualTo(15_000 * 800);
        double gap = (Double) Fleet.columns().stream().filter(column -> column.name().equals("gap")).findFirst().orElseThrow()
                .value().apply(fleet);
        assertThat(gap).isCloseTo((fleet.bookAtDefaultUsd() - fleet.netProceedsUsd()) / fleet.loanUsd(), within(1e-12));
    }

    @Test
    void everyClassButWhatNobodyLentHasItsColumns() {
        assertThat(SpreadFigures.names()).hasSize(LoanClass.values().length).endsWith(SpreadFigures.PORTFOLIO)
                .containsAll(Arrays.stream(LoanClass.values()).filter(kind -> kind != LoanClass.NOT_LENT)
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList());
    }
}
