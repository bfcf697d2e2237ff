package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The two phases of policy and the price of power over whole runs, under common random numbers. */
class WorldMeasureTest {

    private static final int RUNS = 30;
    /** A boom of a year and a half, and no loop from institutions to prices. */
    private static final String[] BOOM = {"feedbacks=[]", "market.squeeze.startWeek=78", "market.regimes.calm.aiDrift=0.4"};

    private static final double SCRAP_USD = 500;

    private static RunOutcome run(long seed, String... settings) {
        return FireSale.simulate(Bound.parameters(BOOM, settings), seed, EnumSet.of(Recording.WEEKS));
    }

    private static RunOutcome runWithoutRows(long seed, String... settings) {
        return FireSale.simulate(Bound.parameters(BOOM, settings), seed, EnumSet.noneOf(Recording.class));
    }

    private static double sum(ToDoubleFunction<RunOutcome> of, String... settings) {
        double sum = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            sum += of.applyAsDouble(runWithoutRows(seed, settings));
        }
        return sum;
    }

    /** The figures against the rows of the weeks. */
    @Test
    void figuresAreThoseOfTheWeeks() {
        RunOutcome run = run(3, "market.power.elasticityToAi=1", "market.inflation.fromPower=0.05",
                "market.inflation.delayWeeksPerPoint=13");
        List<Week> weeks = run.weekRows();
        WorldFigures world = run.world();
        int easing = weeks.stream().filter(week -> week.regime().equals("easing")).findFirst().orElseThrow().week();
        assertThat(world.easingWeek()).isEqualTo(easing);
        assertThat(world.policyDelayWeeks()).isEqualTo(easing - 78.0).isGreaterThan(26);
        assertThat(weeks.get((int) world.btcLowWeek()).btcUsd()).isEqualTo(weeks.stream().mapToDouble(Week::btcUsd).min().orElseThrow());
        assertThat(weeks.get((int) world.rentLowWeek()).spotUsdPerHour())
                .isEqualTo(weeks.stream().mapToDouble(Week::spotUsdPerHour).min().orElseThrow());
        assertThat(world.powerFactorPeak()).isEqualTo(weeks.stream().mapToDouble(Week::powerFactor).max().orElseThrow())
                .isEqualTo(weeks.get((int) world.powerFactorPeakWeek()).powerFactor()).isGreaterThan(1);
        assertThat(world.inflationPeak()).isEqualTo(weeks.stream().mapToDouble(Week::inflation).max().orElseThrow()).isGreaterThan(0.02);
    }

    @Test
    void withoutASqueezeThereIsNoDelay() {
        RunOutcome run = run(3, "market.squeeze.startWeek=none");
        assertThat(run.world().policyDelayWeeks()).isNaN();
        assertThat(run.world().easingWeek()).isNaN();
        assertThat(run.world().powerFactorPeak()).isEqualTo(1);
    }

    /** A later squeeze does not count, and one from the first week on does. */
    @Test
    void theFirstSqueezeCounts() {
        RunOutcome run = run(3, "market.squeeze.startWeek=0", "market.squeeze.policyDelayWeeks=5", "market.squeeze.easingWeeks=1",
                "market.squeeze.hazardPerYear=5");
        assertThat(run.weekRows().stream().filter(week -> week.regime().equals("squeeze")).count()).isGreaterThan(10);
        assertThat(run.world().policyDelayWeeks()).isEqualTo(5);
        assertThat(run.world().easingWeek()).isEqualTo(5);
    }

    /**
     * Where power costs more than at the start machines are worth less, where it costs less more, unless they are scrap: in every
     * run and week.
     */
    @Test
    void dearPowerLowersFmv() {
        int dearer = 0;
        int cheaper = 0;
        for (int seed = 0; seed < 10; seed++) {
            List<Week> plain = run(seed).weekRows();
            List<Week> power = run(seed, "market.power.elasticityToAi=1").weekRows();
            for (int w = 0; w < 156; w++) {
                double factor = power.get(w).powerFactor();
                double without = plain.get(w).fmvUsd();
                double with = power.get(w).fmvUsd();
                if (factor > 1 && without > SCRAP_USD) {
                    assertThat(with).isLessThan(without);
                    dearer++;
                } else if (factor < 1 && with > SCRAP_USD) {
                    assertThat(with).isGreaterThan(without);
                    cheaper++;
                }
            }
        }
        assertThat(Math.min(dearer, cheaper)).isGreaterThan(100);
    }

    /** FMV before the squeeze with longer lead times is lower, and what was bought is longer on its way. */
    @Test
    void longerLeadTimesLowerFmvAndKeepMachinesOffline() {
        double fmv = 0;
        double slowFmv = 0;
        double weeksOffline = 0;
        double slowWeeksOffline = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            RunOutcome plain = run(seed, "market.power.elasticityToAi=1");
            RunOutcome slow = run(seed, "market.power.elasticityToAi=1", "market.power.leadTimeSensitivity=4");
            fmv += plain.weekRows().get(76).fmvUsd();
            slowFmv += slow.weekRows().get(76).fmvUsd();
            weeksOffline += weeksOffline(plain);
            slowWeeksOffline += weeksOffline(slow);
        }
        assertThat(slowFmv).isLessThan(fmv);
        assertThat(slowWeeksOffline).isGreaterThan(1.1 * weeksOffline);
    }

    private static double weeksOffline(RunOutcome run) {
        return run.weekRows().stream().mapToDouble(Week::inTransitGpus).sum() / Math.max(1, run.gpusSold());
    }

    /** A boom that makes power three times as sensitive costs borrowers more: more default. */
    @Test
    void dearPowerBringsDefaults() {
        ToDoubleFunction<RunOutcome> defaults = RunOutcome::defaults;
        double none = sum(defaults);
        double one = sum(defaults, "market.power.elasticityToAi=1");
        double three = sum(defaults, "market.power.elasticityToAi=3");
        assertThat(one).isGreaterThan(none);
        assertThat(three).isGreaterThan(one);
    }

    /**
     * The more a point of inflation delays policy the longer is the squeeze, in every run; and the longer it is the more default.
     */
    @Test
    void inflationDelaysEasing() {
        double before = 0;
        double defaultsBefore = 0;
        for (String weeks : List.of("0", "13", "26")) {
            double sum = 0;
            double defaults = 0;
            for (int seed = 0; seed < RUNS; seed++) {
                RunOutcome run = runWithoutRows(seed, "market.power.elasticityToAi=1", "market.inflation.fromPower=0.05",
                        "market.inflation.delayWeeksPerPoint=" + weeks);
                assertThat(run.world().policyDelayWeeks()).isBetween(26.0, 26 + 78.0);
                sum += run.world().policyDelayWeeks();
                defaults += run.defaults();
            }
            assertThat(sum).isGreaterThan(before);
            assertThat(defaults).isGreaterThan(defaultsBefore);
            assertThat(weeks.equals("0") ? sum : 26 * RUNS).isCloseTo(26 * RUNS, within(0.0));
            before = sum;
            defaultsBefore = defaults;
        }
    }
}
