package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.Borrower;
import firesale.credit.SeizedFleet;
import firesale.credit.lenders.Lender;
import firesale.credit.lenders.LenderFamily;
import firesale.kernel.books.Cents;
import firesale.kernel.table.Column;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run beside its twins. What spreads from one borrower to another by hand stands in {@link ContagionTest}. */
class TwinsTest {

    private static final Set<Recording> NOTHING = EnumSet.noneOf(Recording.class);
    /** Loops that bite: collateral marked to auctions, and coins that weigh on BTC. */
    private static final String[] LOOPS = {"credit.covenant.appraisal=mark-to-auction", "market.btc.impactPerMarketDay=5",
        "market.btc.dailyVolume=20000"};

    private static Map<String, Object> columns(RunOutcome outcome) {
        List<String> own = TwinFigures.columns(RunOutcome::twins).stream().map(Column::name).toList();
        Map<String, Object> values = new LinkedHashMap<>();
        RunOutcome.columns().stream().filter(column -> !own.contains(column.name()))
                .forEach(column -> values.put(column.name(), column.value().apply(outcome)));
        return values;
    }

    private static FireSale warehouse(ModelParameters parameters, long seed) {
        return FireSale.complete(Scenario.of(parameters).withWarehouse(), seed, NOTHING);
    }

    /** Asking for twins changes no other figure and no row; not asking for them leaves theirs missing. */
    @Test
    void twinsChangeNothingElse() {
        for (long seed = 0; seed < 3; seed++) {
            RunOutcome plain = FireSale.simulate(Bound.parameters(), seed, EnumSet.allOf(Recording.class));
            RunOutcome compared = FireSale.simulate(Bound.parameters("twins=true"), seed, EnumSet.allOf(Recording.class));
            assertThat(columns(compared)).isEqualTo(columns(plain)).hasSizeGreaterThan(100);
            assertThat(compared.sales()).isEqualTo(plain.sales()).isNotEmpty();
            assertThat(compared.weekRows()).isEqualTo(plain.weekRows());
            assertThat(compared.events()).isEqualTo(plain.events());
            assertThat(plain.twins()).isEqualTo(TwinFigures.none());
            assertThat(compared.twins().defaultsInitial()).isPositive();
        }
    }

    /** Defaults are initial ones plus induced less prevented; those in both are earlier, later or of the same week. */
    @Test
    void defaultsAddUp() {
        double induced = 0;
        double prevented = 0;
        double accelerated = 0;
        double delayed = 0;
        for (long seed = 0; seed < 60; seed++) {
            // rent that reacts strongly to idle machines keeps borrowers alive
            Scenario scenario = Scenario.of(seed < 30 ? Bound.parameters(LOOPS, "twins=true")
                    : Bound.parameters("market.rent.demandElasticity=0.2", "twins=true"));
            FireSale run = FireSale.complete(scenario, seed, NOTHING);
            FireSale other = FireSale.complete(scenario.withWarehouse(), seed, NOTHING);
            TwinFigures t = run.twins();
            long both = 0;
            long sameWeek = 0;
            long earlier = 0;
            for (int i = 0; i < run.credit().borrowers().size(); i++) {
                Borrower here = run.credit().borrowers().get(i);
                Borrower there = other.credit().borrowers().get(i);
                assertThat(here.id()).isEqualTo(there.id());
                both += here.defaulted() && there.defaulted() ? 1 : 0;
                sameWeek += here.defaulted() && here.defaultWeek() == there.defaultWeek() ? 1 : 0;
                earlier += here.defaulted() && there.defaulted() ? Math.max(0, there.defaultWeek() - here.defaultWeek()) : 0;
            }
            assertThat(t.defaultsInitial() + t.defaultsInduced() - t.defaultsPrevented()).isEqualTo(run.outcome().defaults());
            assertThat(t.defaultsAccelerated() + t.defaultsDelayed() + sameWeek).isEqualTo(both);
            assertThat(t.weeksAccelerated()).isEqualTo(earlier).isGreaterThanOrEqualTo(t.defaultsAccelerated());
            induced += t.defaultsInduced();
            prevented += t.defaultsPrevented();
            accelerated += t.defaultsAccelerated();
            delayed += t.defaultsDelayed();
        }
        assertThat(List.of(induced, prevented, accelerated, delayed)).allMatch(count -> count > 0);
    }

    /** The twin without feedbacks of a run that has none is the run, to the last bit. */
    @Test
    void withoutFeedbacksTheFirstTwinIsTheRun() {
        for (long seed = 0; seed < 5; seed++) {
            Scenario scenario = Scenario.of(Bound.parameters("feedbacks=[]", "twins=true",
                    "credit.covenant.appraisal=mark-to-auction"));
            RunOutcome outcome = FireSale.simulate(scenario, seed, NOTHING);
            assertThat(outcome.twins().defaultsWithoutFeedbacks()).isEqualTo(outcome.defaults());
            assertThat(outcome.twins().lossesWithoutFeedbacksUsd()).isEqualTo(outcome.lenderLossesUsd());
            assertThat(columns(FireSale.simulate(scenario.withoutFeedbacks(), seed, NOTHING))).isEqualTo(columns(outcome));
        }
    }

    /** What both twins do does not depend on the loops of the run. */
    @Test
    void bothTwinsHaveNoFeedbacks() {
        int different = 0;
        for (long seed = 0; seed < 8; seed++) {
            RunOutcome with = FireSale.simulate(Bound.parameters(LOOPS, "twins=true"), seed, NOTHING);
            RunOutcome without = FireSale.simulate(Bound.parameters(LOOPS, "twins=true", "feedbacks=[]"), seed, NOTHING);
            assertThat(with.twins().defaultsInitial()).isEqualTo(without.twins().defaultsInitial());
            assertThat(with.twins().lossesWarehouseUsd()).isEqualTo(without.twins().lossesWarehouseUsd());
            assertThat(with.twins().warehouseAboveFmvUsd()).isEqualTo(without.twins().warehouseAboveFmvUsd());
            assertThat(with.twins().defaultsWithoutFeedbacks()).isEqualTo(without.defaults());
            assertThat(with.twins().lossesWithoutFeedbacksUsd()).isEqualTo(without.lenderLossesUsd());
            different += with.lenderLossesUsd() != without.lenderLossesUsd() ? 1 : 0;
        }
        assertThat(different).isGreaterThan(4);
    }

    /** Borrowers touch each other by feedbacks alone: without them it does not matter to anybody else how machines are sold. */
    @Test
    void withoutFeedbacksSalesCauseNoDefaults() {
        long defaults = 0;
        for (long seed = 0; seed < 20; seed++) {
            RunOutcome outcome = FireSale.simulate(Bound.parameters(LOOPS, "feedbacks=[]", "twins=true"), seed, NOTHING);
            TwinFigures t = outcome.twins();
            assertThat(t.defaultsInitial()).isEqualTo(outcome.defaults());
            assertThat(List.of(t.defaultsInduced(), t.defaultsPrevented(), t.defaultsAccelerated(),
                    t.defaultsDelayed())).containsOnly(0.0);
            defaults += outcome.defaults();
        }
        assertThat(defaults).isPositive();
    }

    /**
     * The warehouse pays FMV and, on top, what is left of the claim, fleet by fleet; estates pay it back what they pay on claims.
     */
    @Test
    void theWarehousePaysClaimsLessFmv() {
        int above = 0;
        int below = 0;
        int paidBack = 0;
        for (long seed = 0; seed < 20; seed++) {
            FireSale run = warehouse(Bound.parameters(), seed);
            long paid = 0;
            long onTop = 0;
            for (SeizedFleet fleet : run.credit().fleets()) {
                long value = Cents.of(run.tally().fmvAtSeizure(fleet) * fleet.seizedGpus());
                paid += value;
                onTop += Math.max(0, fleet.loanAtDefault() - value);
                above += fleet.loanAtDefault() > value ? 1 : 0;
                below += fleet.loanAtDefault() < value ? 1 : 0;
            }
            assertThat(run.tally().warehousePaidForMachines).isEqualTo(paid);
            assertThat(run.tally().warehousePaidAboveFmv).isEqualTo(onTop);
            assertThat(Twins.warehouseLossUsd(run)).isBetween(0.0, Cents.toUsd(onTop));
            paidBack += Twins.warehouseLossUsd(run) < Cents.toUsd(onTop) ? 1 : 0;
            assertThat(run.outcome().gpusSold()).isZero();
        }
        assertThat(List.of(above, below, paidBack)).allMatch(count -> count > 0);
    }

    /** A scheduled fleet has no estate: the warehouse loses the loan less FMV, to the cent. */
    @Test
    void scheduledFleetsGoToTheWarehouseToo() {
        FireSale run = warehouse(Bound.parameters("credit.borrowers.count=0", "time.weeks=10", "credit.seizures.a.week=4",
                "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=800",
                "credit.seizures.a.loanUsdPerGpu=40000",
                "credit.seizures.b.week=6", "credit.seizures.b.machine=H100-SXM-HGX-air", "credit.seizures.b.gpus=800",
                "credit.seizures.b.loanUsdPerGpu=1000"), 1);
        double fmv = run.tally().fmvAtSeizure(run.credit().fleets().get(0));
        assertThat(fmv).isBetween(5_000.0, 39_000.0);
        assertThat(Twins.warehouseLossUsd(run)).isCloseTo(800 * (40_000 - fmv), within(0.01));
        assertThat(run.credit().lenderSystem().losses()).isZero();
        assertThat(run.custody().stream().mapToLong(place -> place.warehouse().balance()).sum()).isEqualTo(1_600);
    }

    /**
     * Under any parameters: lenders are whole to the cent, and were all along; machines are in one place each, and all seized
     * ones in the warehouse; estates are distributed. The books are audited in each week.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void lendersAreMadeWholeAndNothingIsLost(int part) {
        Random random = new Random(900 + part);
        int defaults = 0;
        int losses = 0;
        for (int i = 0; i < 50; i++) {
            FireSale run = warehouse(ConservationTest.draw(random), random.nextLong());
            ConservationTest.machinesAreInOnePlaceEach(run);
            ConservationTest.powerIsInOnePlaceEach(run, run.outcome().placement());
            long seized = 0;
            for (SeizedFleet fleet : run.credit().fleets()) {
                assertThat(fleet.lossBooked()).isZero();
                assertThat(fleet.gpus().balance()).isZero();
                seized += fleet.seizedGpus();
            }
            assertThat(run.custody().stream().mapToLong(place -> place.warehouse().balance()).sum()).isEqualTo(seized);
            for (Lender lender : run.credit().lenders()) {
                long passedOn = lender.type().family() == LenderFamily.BANK ? run.credit().lenderSystem().passedToBanks() : 0;
                assertThat(lender.losses()).as("but for revolving lines").isBetween(0L,
                        ConservationTest.lostOnLines(run, lender) + passedOn);
                boolean whole = lender.losses() == 0 && lender.lentFromFunding() == 0 && lender.type().withdrawnPerYear() == 0;
                assertThat(whole && lender.wasForced() && lender.type().capitalRatio() >= lender.type().minimumRatio()).isFalse();
                assertThat(lender.cash().balance()).isNotNegative();
            }
            for (Borrower borrower : run.credit().borrowers()) {
                assertThat(borrower.defaulted() && borrower.cash().balance() > 0).as("an estate is distributed").isFalse();
                defaults += borrower.defaulted() ? 1 : 0;
            }
            double loss = Twins.warehouseLossUsd(run);
            assertThat(loss).isBetween(0.0, Cents.toUsd(run.tally().warehousePaidAboveFmv));
            losses += loss > 0 ? 1 : 0;
        }
        assertThat(defaults).isGreaterThan(20);
        assertThat(losses).isGreaterThan(10);
    }

    /**
     * With vehicles whose leases go on with the lender, and lenders that would let an operator run machines, they are whole too.
     */
    @Test
    void lendersAreWholeWithVehiclesAndLeases() {
        int let = 0;
        int rejected = 0;
        for (long seed = 0; seed < 8; seed++) {
            FireSale run = warehouse(Bound.parameters("credit.seizure.behaviour=operate", "market.rent.tokenPriceFallPerYear=0.5",
                    "credit.vehicles.sponsored-vehicle.count=4", "credit.vehicles.project-finance.count=4",
                    "credit.vehicles.project-finance.loanYears=8", "time.runOffWeeks=300"), seed);
            for (SeizedFleet fleet : run.credit().fleets()) {
                assertThat(fleet.lossBooked()).isZero();
                assertThat(fleet.gpus().balance()).isZero();
                let += fleet.borrower().vehicle() != null && !fleet.borrower().cohorts().get(0).lease().isRejected() ? 1 : 0;
            }
            rejected += run.credit().counts().leasesRejected();
            assertThat(run.credit().lenderSystem().losses()).isZero();
            assertThat(Twins.warehouseLossUsd(run)).isNotNegative();
            assertThat(run.credit().inventory()).isEmpty();
        }
        assertThat(List.of(let, rejected)).allMatch(count -> count > 0);
    }
}
