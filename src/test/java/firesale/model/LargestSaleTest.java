package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recorded schedule of a run's largest sale agrees with what else is recorded of it. */
class LargestSaleTest {

    private static List<SchedulePoint> schedule(RunOutcome outcome) {
        assertThat(outcome.schedules()).hasSizeBetween(3, 150)
                .isSortedAccordingTo(Comparator.comparing(SchedulePoint::priceUsd));
        return outcome.schedules();
    }

    @Test
    void itIsTheClearingWithTheMostProceeds() {
        for (int seed = 0; seed < 4; seed++) {
            RunOutcome outcome = FireSale.simulate(Bound.parameters(), seed, EnumSet.allOf(Recording.class));
            AuctionWeek largest = outcome.auctions().stream().filter(auction -> auction.soldGpus() > 0)
                    .max(Comparator.comparing(auction -> auction.soldGpus() * auction.clearingPriceUsd())).orElseThrow();
            SchedulePoint first = schedule(outcome).get(0);
            assertThat(first.week()).isEqualTo(largest.week());
            assertThat(first.kind()).isEqualTo(largest.kind());
            assertThat(first.soldGpus()).isEqualTo(largest.soldGpus());
            assertThat(first.clearingPriceUsd()).isEqualTo(largest.clearingPriceUsd());
            assertThat(first.fmvUsd()).isEqualTo(largest.fmvUsd());
            assertThat(first.demandWithoutBudgetsGpus()).as("at a price of zero").isEqualTo(largest.hostableGpus());
            assertThat(outcome.schedules().get(outcome.schedules().size() - 1).supplyGpus()).isEqualTo(largest.offeredGpus());
        }
    }

    /** At the uniform price the curves meet: all that is sold is wanted and offered at it, and above it no more is wanted. */
    @Test
    void thePriceIsWhereTheCurvesCross() {
        for (int seed = 0; seed < 4; seed++) {
            RunOutcome outcome = FireSale.simulate(Bound.parameters(), seed, EnumSet.of(Recording.SCHEDULES));
            List<SchedulePoint> points = schedule(outcome);
            SchedulePoint at = points.stream()
                    .min(Comparator.comparing(point -> Math.abs(point.priceUsd() - point.clearingPriceUsd()))).orElseThrow();
            assertThat(at.priceUsd()).isCloseTo(at.clearingPriceUsd(), within(1e-9));
            assertThat(at.soldGpus()).isLessThanOrEqualTo(Math.min(at.demandGpus(), at.supplyGpus()));
            points.stream().filter(point -> point.priceUsd() > at.priceUsd())
                    .forEach(point -> assertThat(point.demandGpus()).isLessThanOrEqualTo(at.soldGpus()));
        }
    }

    @Test
    void curvesAreMonotonic() {
        List<SchedulePoint> points = schedule(FireSale.simulate(Bound.parameters(), 1, EnumSet.of(Recording.SCHEDULES)));
        for (int i = 0; i < points.size(); i++) {
            SchedulePoint point = points.get(i);
            assertThat(point.demandGpus()).isLessThanOrEqualTo(point.demandWithoutBudgetsGpus());
            if (i > 0) {
                assertThat(point.demandGpus()).isLessThanOrEqualTo(points.get(i - 1).demandGpus());
                assertThat(point.demandWithoutBudgetsGpus()).isLessThanOrEqualTo(points.get(i - 1).demandWithoutBudgetsGpus());
                assertThat(point.supplyGpus()).isGreaterThanOrEqualTo(points.get(i - 1).supplyGpus());
            }
        }
    }

    @Test
    void withoutASaleThereIsNone() {
        ModelParameters nobody = Bound.parameters("credit.borrowers.count=0");
        assertThat(FireSale.simulate(nobody, 1, EnumSet.allOf(Recording.class)).schedules()).isEmpty();
    }
}
