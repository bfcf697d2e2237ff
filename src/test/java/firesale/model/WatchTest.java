package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.Borrower;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody who watches is told agrees with what the run writes down when nobody does. */
class WatchTest {

    private static FireSale watched(long seed, String... settings) {
        FireSale run = FireSale.watched(Scenario.of(Bound.parameters(settings)), seed);
        run.start();
        return run;
    }

    private static void toTheEnd(FireSale run) {
        while (run.schedule.step(run)) {
            continue;
        }
        run.finish();
    }

    @Test
    void offersAreTheClearingsWithTheirOrderlyValue() {
        FireSale run = watched(1);
        toTheEnd(run);
        RunOutcome alone = FireSale.simulate(Bound.parameters(), 1, EnumSet.of(Recording.AUCTIONS));
        assertThat(run.watch().offers().stream().map(Offer::clearing).toList()).isEqualTo(alone.auctions()).isNotEmpty();
        assertThat(run.watch().offers()).allSatisfy(offer -> assertThat(offer.olvUsd()).isPositive().isLessThan(100_000));
    }

    /** Of single fleets OLV is that of the anatomy, which has it for what is sold only. */
    @Test
    void orderlyValueIsThatOfTheAnatomy() {
        int compared = 0;
        for (long seed = 1; seed < 12; seed++) {
            FireSale run = watched(seed, "anatomy=waterfall");
            while (run.schedule.step(run) && run.watch().sales().isEmpty()) {
                continue;
            }
            List<Offer> offers = run.watch().offers().stream().filter(offer -> offer.clearing().week() == run.week()).toList();
            Offer sold = offers.stream().filter(offer -> offer.clearing().soldGpus() > 0).findFirst().orElseThrow();
            if (offers.stream().filter(offer -> offer.clearing().soldGpus() > 0).count() == 1 && sold.clearing().lots() == 1) {
                compared++;
                long gpus = run.watch().sales().stream().mapToLong(Sale::gpus).sum();
                assertThat(run.outcome().anatomy().olvUsd() / gpus).isEqualTo(sold.olvUsd(), within(1e-6));
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void theScheduleIsThatOfTheLargestPoolOfTheWeek() {
        FireSale run = watched(1);
        int seen = 0;
        while (run.schedule.step(run)) {
            int week = run.week();
            List<AuctionWeek> now = run.watch().offers().stream().map(Offer::clearing).filter(row -> row.week() == week).toList();
            List<SchedulePoint> schedule = run.watch().schedule();
            assertThat(schedule.isEmpty()).isEqualTo(now.isEmpty());
            if (!now.isEmpty()) {
                seen++;
                AuctionWeek largest = now.stream().max(Comparator.comparingLong(AuctionWeek::offeredGpus)).orElseThrow();
                SchedulePoint last = schedule.get(schedule.size() - 1);
                assertThat(last.supplyGpus()).isLessThanOrEqualTo(largest.offeredGpus());
                assertThat(last.soldGpus()).isEqualTo(largest.soldGpus());
                assertThat(last.fmvUsd()).isEqualTo(largest.fmvUsd());
                assertThat((Double) last.clearingPriceUsd()).isEqualTo((Double) largest.clearingPriceUsd());
                assertThat(schedule).isSortedAccordingTo(Comparator.comparingDouble(SchedulePoint::priceUsd));
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    @Test
    void anatomyIsThatOfARunThatAsksForIt() {
        FireSale run = watched(3);
        assertThat(run.watch().anatomy()).isEqualTo(AnatomyFigures.none());
        toTheEnd(run);
        AnatomyFigures asked = FireSale.simulate(Bound.parameters("anatomy=waterfall"), 3, EnumSet.noneOf(Recording.class))
                .anatomy();
        assertThat(run.watch().anatomy().levelUsd()).containsExactly(asked.levelUsd());
        assertThat(run.watch().anatomy().priceUsd()).isEqualTo(asked.priceUsd()).isPositive();
        assertThat(run.outcome().anatomy().priceUsd()).isNaN();
    }

    @Test
    void initialDefaultsAreThoseOfTheTwin() {
        int induced = 0;
        for (long seed = 0; seed < 8; seed++) {
            String[] loops = {"credit.covenant.appraisal=mark-to-auction", "twins=true"};
            FireSale run = watched(seed, loops);
            toTheEnd(run);
            TwinFigures twins = run.outcome().twins();
            int initial = 0;
            int here = 0;
            for (Borrower borrower : run.credit().borrowers()) {
                boolean without = run.watch().initialDefaultWeek(borrower.id()).isPresent();
                initial += without ? 1 : 0;
                here += borrower.defaulted() && !without ? 1 : 0;
            }
            induced += here;
            assertThat((double) initial).isEqualTo(twins.defaultsInitial());
            assertThat((double) here).isEqualTo(twins.defaultsInduced());
        }
        assertThat(induced).isPositive();
    }
}
