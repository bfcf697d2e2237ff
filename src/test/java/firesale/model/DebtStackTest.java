package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * What each structure of debt does to whole runs. Two scenarios share their seeds, 60 of them; the statistic is the mean
 * difference of a run over its standard error, which must exceed 3 in the direction that theory gives.
 */
class DebtStackTest {

    private static final int SEEDS = 60;
    private static final String[] BASE = {"time.weeks=104", "time.runOffWeeks=1"};
    /** Covenants never end a loan, so that what is looked at is alone. */
    private static final String[] WAIVED = {"time.weeks=104", "time.runOffWeeks=1", "credit.covenant.waiverCalm=1",
        "credit.covenant.waiverSqueeze=1"};

    /** Mean difference over its standard error, second scenario less first. */
    private static double t(String[] base, ToDoubleBiFunction<ModelParameters, Integer> statistic, String... settings) {
        ModelParameters one = Bound.parameters(base);
        ModelParameters other = Bound.parameters(base, settings);
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            double difference = statistic.applyAsDouble(other, seed) - statistic.applyAsDouble(one, seed);
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / SEEDS;
        double error = Math.sqrt((squares / SEEDS - mean * mean) / (SEEDS - 1));
        return mean / error;
    }

    private static ToDoubleBiFunction<ModelParameters, Integer> outcome(ToDoubleFunction<RunOutcome> of) {
        return (parameters, seed) -> of.applyAsDouble(FireSale.simulate(parameters, seed, EnumSet.noneOf(Recording.class)));
    }

    /** Debt over book of those that have not defaulted, after a week. */
    private static ToDoubleBiFunction<ModelParameters, Integer> leverage(int week) {
        return (parameters, seed) -> {
            FireSale run = new FireSale(Scenario.of(parameters), seed, EnumSet.noneOf(Recording.class));
            run.start();
            while (run.week() < week && run.schedule.step(run)) {
                continue;
            }
            return run.credit().leverage(week);
        };
    }

    /** Mean week of a host's first breach, waived or not; the horizon for those that have none. */
    private static double firstBreach(ModelParameters parameters, int seed) {
        RunOutcome outcome = FireSale.simulate(parameters, seed, EnumSet.of(Recording.EVENTS));
        Set<Integer> seen = new HashSet<>();
        double weeks = 0;
        for (Event event : outcome.events()) {
            if (event.event().startsWith("breach") && seen.add(event.borrower())) {
                weeks += event.week();
            }
        }
        int hosts = parameters.credit().borrowers().count();
        return (weeks + (hosts - seen.size()) * 104.0) / hosts;
    }

    @Test
    void aRevolverLowersPaymentDefaults() {
        assertThat(t(WAIVED, outcome(RunOutcome::defaultsPayment), "credit.revolver.share=1",
                "credit.revolver.limitShareOfCost=0.1"))
                .isLessThan(-3);
    }

    @Test
    void aWallInTheSqueezeRaisesMaturityDefaults() {
        assertThat(t(BASE, outcome(RunOutcome::defaultsMaturity), "credit.wall.share=1")).isGreaterThan(3);
    }

    @Test
    void rolledPrincipalRaisesLeverageInCalm() {
        assertThat(t(BASE, leverage(25), "credit.loan.rolledShare=1", "credit.loan.refinanceLtv=0.9")).isGreaterThan(3);
    }

    @Test
    void floatingRatesRaisePaymentDefaults() {
        assertThat(t(WAIVED, outcome(RunOutcome::defaultsPayment), "credit.loan.floatingShare=1")).isGreaterThan(3);
    }

    @Test
    void projectedCoverFindsBreachesEarlier() {
        assertThat(t(WAIVED, DebtStackTest::firstBreach, "credit.covenant.dscrBasis=projected")).isLessThan(-3);
    }

    @Test
    void forbearanceLowersCovenantDefaults() {
        assertThat(t(BASE, outcome(RunOutcome::defaultsCovenant), "credit.covenant.forbearanceWeeks=26")).isLessThan(-3);
    }

    @Test
    void aPeriodOfCureLowersCovenantDefaults() {
        assertThat(t(BASE, outcome(RunOutcome::defaultsCovenant), "credit.covenant.cureWeeks=8")).isLessThan(-3);
    }

    @Test
    void highYieldNotesRaiseDefaults() {
        assertThat(t(BASE, outcome(RunOutcome::defaults), "credit.highYield.share=1")).isGreaterThan(3);
    }
}
