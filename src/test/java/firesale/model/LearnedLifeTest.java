package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The life that lenders believe collateral to have, learnt from what auctions fetch. */
class LearnedLifeTest {

    private static final String OTHER_LOOPS = "feedbacks=[redeployment-rent, coin-sales-btc, losses-spread, losses-credit]";

    private static FireSale started(String... settings) {
        FireSale run = new FireSale(Scenario.of(Bound.parameters(settings)), 1, EnumSet.noneOf(Recording.class));
        run.start();
        run.schedule.step(run);
        return run;
    }

    /**
     * 300 GPUs of 1.5 years have lost a half of cost, 100 of a year a quarter: 175 GPUs in 550 years, 0.318 a year, towards which
     * the belief moves by a tenth from a sixth.
     */
    @Test
    void theBeliefMovesTowardsTheStraightLineThroughThePrice() {
        AuctionMarks marks = started().marks();
        assertThat(marks.lifeYears()).isEqualTo(6);
        marks.saleEnded();
        assertThat(marks.lifeYears()).as("nothing was sold").isEqualTo(6);
        marks.sawLife(300, 1.5, 30_000, 15_000, 20_000);
        marks.sawLife(100, 1, 20_000, 15_000, 20_000);
        assertThat(marks.lifeYears()).as("until the sale is over").isEqualTo(6);
        marks.saleEnded();
        assertThat(marks.lifeYears()).isCloseTo(1 / (1 / 6.0 + 0.1 * (175 / 550.0 - 1 / 6.0)), within(1e-12));
        double before = 1 / marks.lifeYears();
        marks.sawLife(8, 2, 30_000, 10_000, 20_000);
        marks.saleEnded();
        assertThat(marks.lifeYears()).isCloseTo(1 / (before + 0.1 * (1 / 3.0 - before)), within(1e-12));
    }

    /**
     * A price near cost or above says fifteen years, a nearly new machine sold at a loss half a year; no price says more or less.
     */
    @Test
    void onePriceTeachesNoExtreme() {
        for (double price : new double[] {29_999, 30_000, 45_000}) {
            AuctionMarks marks = started("credit.covenant.lifeLearning=1").marks();
            marks.sawLife(8, 1.5, 30_000, price, 20_000);
            marks.saleEnded();
            assertThat(marks.lifeYears()).isCloseTo(15, within(1e-9));
        }
        AuctionMarks marks = started("credit.covenant.lifeLearning=1").marks();
        marks.sawLife(8, 0.01, 30_000, 10_000, 20_000);
        marks.saleEnded();
        assertThat(marks.lifeYears()).isCloseTo(0.5, within(1e-9));
        marks.sawLife(8, 0.01, 30_000, 30_000, 20_000);
        marks.saleEnded();
        assertThat(marks.lifeYears()).isCloseTo(15, within(1e-9));
    }

    /** Without the loop it is FMV that teaches: a third of cost lost in 1.5 years, whatever the price. */
    @Test
    void withoutTheLoopFmvTeaches() {
        AuctionMarks marks = started(OTHER_LOOPS, "credit.covenant.lifeLearning=1").marks();
        marks.sawLife(300, 1.5, 30_000, 15_000, 20_000);
        marks.saleEnded();
        assertThat(marks.lifeYears()).isCloseTo(4.5, within(1e-9));
    }

    private static Map<String, Object> measures(long seed, String... settings) {
        RunOutcome outcome = FireSale.simulate(Bound.parameters(settings), seed, EnumSet.noneOf(Recording.class));
        Map<String, Object> values = new LinkedHashMap<>();
        RunOutcome.columns().forEach(column -> values.put(column.name(), column.value().apply(outcome)));
        return values;
    }

    /**
     * Where nobody learns it is straight line over the accounting life; learning shortens the life and adds covenant defaults.
     */
    @Test
    void learningAddsDefaults() {
        long learnt = 0;
        long straight = 0;
        int shorter = 0;
        for (long seed = 0; seed < 40; seed++) {
            Map<String, Object> reference = measures(seed, "credit.covenant.appraisal=straight-line-6y");
            if (seed < 4) {
                assertThat(measures(seed, "credit.covenant.appraisal=learned-life", "credit.covenant.lifeLearning=0"))
                        .containsAllEntriesOf(without(reference, "believed_loss_per_year"));
            }
            Map<String, Object> values = measures(seed, "credit.covenant.appraisal=learned-life",
                    "credit.covenant.lifeLearning=0.5");
            straight += (long) reference.get("defaults_covenant");
            learnt += (long) values.get("defaults_covenant");
            shorter += (double) values.get("believed_loss_per_year") > 1 / 6.0 ? 1 : 0;
        }
        assertThat(shorter).isGreaterThan(20);
        assertThat(learnt).isGreaterThan(straight);
    }

    private static Map<String, Object> without(Map<String, Object> values, String name) {
        values.remove(name);
        return values;
    }
}
