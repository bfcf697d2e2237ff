package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.Marks;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Marks of collateral and the loop from auctions to covenants. */
class AuctionMarksTest {

    private static final String OTHER_LOOPS = "feedbacks=[redeployment-rent, coin-sales-btc, losses-spread]";
    private static final String ALL_LOOPS = "feedbacks=[redeployment-rent, coin-sales-btc, losses-spread, marks-covenants]";

    private static RunOutcome run(long seed, String... settings) {
        return FireSale.simulate(Bound.parameters(settings), seed, EnumSet.of(Recording.SALES));
    }

    /** A mark is FMV times price over FMV of past sales, by value, older ones counting 0.8 of the next. */
    @Test
    void aMarkFollowsSales() {
        FireSale run = new FireSale(Scenario.of(Bound.parameters()), 1, EnumSet.noneOf(Recording.class));
        run.start();
        run.schedule.step(run);
        AuctionMarks marks = run.marks();
        var machine = run.parameters().hardware().machines().get(0);
        double model = marks.modelUsd(machine, 1.5);
        assertThat(model).isEqualTo(run.buyers().fmv().usdPerGpu(machine, 1.5, 1));
        assertThat(marks.auctionUsd(machine, 0, 1.5)).as("no sale yet").isEqualTo(model);
        marks.nextSale(0);
        marks.sold(0, 60, 100);
        marks.sold(0, 140, 200);
        assertThat(marks.auctionUsd(machine, 0, 1.5)).isCloseTo(model * 200 / 300, within(1e-9));
        marks.nextSale(0);
        marks.sold(0, 30, 100);
        assertThat(marks.auctionUsd(machine, 0, 1.5)).isCloseTo(model * (0.8 * 200 + 30) / (0.8 * 300 + 100), within(1e-9));
        assertThat(marks.auctionUsd(machine, 1, 1.5)).as("another kind").isEqualTo(model);
    }

    /** With the loop off, marks to auctions are marks to the model: the same run to the last sale. */
    @Test
    void withoutTheLoopAuctionsLeaveNoMark() {
        int sold = 0;
        for (long seed = 0; seed < 5; seed++) {
            RunOutcome model = run(seed, OTHER_LOOPS, "credit.covenant.appraisal=mark-to-model");
            RunOutcome auction = run(seed, OTHER_LOOPS, "credit.covenant.appraisal=mark-to-auction");
            assertThat(auction.sales()).isEqualTo(model.sales());
            assertThat(auction.defaults()).isEqualTo(model.defaults());
            sold += model.gpusSold() > 0 ? 1 : 0;
        }
        assertThat(sold).isGreaterThan(2);
    }

    /** Sales below FMV lower marks, so that the loop causes defaults and prevents hardly any. */
    @Test
    void theLoopAddsDefaults() {
        long with = 0;
        long without = 0;
        for (long seed = 0; seed < 40; seed++) {
            with += run(seed, ALL_LOOPS, "credit.covenant.appraisal=mark-to-auction").defaultsCovenant();
            without += run(seed, OTHER_LOOPS, "credit.covenant.appraisal=mark-to-auction").defaultsCovenant();
        }
        assertThat(with).isGreaterThan(without);
    }
}
