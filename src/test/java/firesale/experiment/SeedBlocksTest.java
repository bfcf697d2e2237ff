package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.analysis.DiscountCurve;
import firesale.analysis.RatioBootstrap;
import firesale.analysis.RatioSums;
import firesale.analysis.Threshold;
import firesale.kernel.table.Column;
import firesale.model.Bound;
import firesale.model.FireSale;
import firesale.model.ModelParameters;
import firesale.model.Recording;
import firesale.model.RunOutcome;
import firesale.model.Scenario;
import firesale.repo.RepoParameters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Missing depth of the model itself, in a small world where money is short and racks are not, from two blocks of seeds. */
class SeedBlocksTest {

    private static final double[] CAPACITIES = {0, 1e7, 3e7, 1e8, 3e8, 1e9, Double.POSITIVE_INFINITY};
    private static final int REPLICATIONS = 60;
    /** About half way between what is left without a market and with one without limit. */
    private static final double TARGET = 0.375;

    private static ModelParameters world(double capacityUsd) {
        return Bound.parameters("credit.borrowers.count=0", "credit.seizures.a.week=27",
                "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=30000", "time.weeks=28",
                "buyers.rackScale=10", "buyers.fundsScale=0.1", "repo.termWeeks=26", "repo.mark=model",
                "repo.capacityUsd=" + Math.min(capacityUsd, RepoParameters.UNLIMITED_USD));
    }

    private static double value(RunOutcome outcome, String name) {
        Column<RunOutcome> column = RunOutcome.columns().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        return ((Number) column.value().apply(outcome)).doubleValue();
    }

    private static DiscountCurve curve(long firstSeed) {
        List<RatioSums> sums = new ArrayList<>();
        for (double capacity : CAPACITIES) {
            Scenario scenario = Scenario.of(world(capacity));
            RatioSums discount = new RatioSums(REPLICATIONS);
            for (int r = 0; r < REPLICATIONS; r++) {
                RunOutcome outcome = FireSale.simulate(scenario, firstSeed + r, EnumSet.noneOf(Recording.class));
                discount.add(r, value(outcome, "sale_discount_usd"), value(outcome, "sale_fmv_usd"));
            }
            sums.add(discount);
        }
        return new DiscountCurve(new RatioBootstrap(REPLICATIONS), CAPACITIES, sums);
    }

    /** |M1 - M2| is at most 2.6 times the root of the sum of squared errors, and these are small enough to mean something. */
    @Test
    void twoBlocksOfSeedsAgree() {
        DiscountCurve one = curve(1);
        DiscountCurve other = curve(1001);
        for (DiscountCurve curve : List.of(one, other)) {
            assertThat(curve.at(0).value()).as("without a market").isGreaterThan(TARGET);
            assertThat(curve.floor().value()).as("without limit").isLessThan(TARGET);
        }
        Threshold first = one.holding(TARGET);
        Threshold second = other.holding(TARGET);
        assertThat(first.usd()).isFinite().isPositive();
        assertThat(second.usd()).isFinite().isPositive();
        assertThat(first.standardErrorUsd()).isBetween(0.0, first.usd());
        assertThat(second.standardErrorUsd()).isBetween(0.0, second.usd());
        assertThat(Math.abs(first.usd() - second.usd()))
                .as(first + " against " + second + " on " + one.floor() + " and " + other.floor())
                .isLessThanOrEqualTo(2.6 * Math.hypot(first.standardErrorUsd(), second.standardErrorUsd()));
    }
}
