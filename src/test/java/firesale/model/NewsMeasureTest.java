package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** News of releases in whole runs. */
class NewsMeasureTest {

    private static FireSale run(String... settings) {
        List<String> all = new ArrayList<>(List.of("feedbacks=[]", "market.announcements=announced", "time.weeks=60", "time.runOffWeeks=10"));
        all.addAll(List.of(settings));
        return FireSale.complete(Scenario.of(Bound.parameters(all.toArray(new String[0]))), 4, EnumSet.of(Recording.WEEKS));
    }

    private static NewsFigures news(String... settings) {
        return run(settings).outcome().news();
    }

    /** Rubin announced on 2026-07-06 is the one news of the run; the fall is FMV's of that week, a new machine's like the others'. */
    @Test
    void anAnnouncementTakesFromFleetsInItsWeek() {
        NewsFigures figures = news("market.releases.Rubin.announced=2026-07-06");
        assertThat(figures.newsWeeks()).isEqualTo(1);
        assertThat(figures.week()).isEqualTo(26);
        assertThat(figures.fallUsd() / figures.fleetUsd()).isBetween(0.01, 0.2);
        NewsFigures twice = news("market.releases.Rubin.announced=2026-07-06", "market.releases.Rubin.gain=4");
        assertThat(twice.fallUsd() / twice.fleetUsd()).as("twice the step").isBetween(
                1.5 * figures.fallUsd() / figures.fleetUsd(), 2.5 * figures.fallUsd() / figures.fleetUsd());
    }

    /** FMV in the rows of the weeks falls in that week by what the measure says of the same news, beside rent's own week. */
    @Test
    void theRowsOfTheWeeksShowTheSameFall() {
        String still = "market.regimes.calm.rentVolatility=0";
        String[] calm = {still, "market.squeeze.startWeek=none", "market.releases.Rubin.announced=2026-07-06"};
        FireSale told = run(calm);
        List<Week> weeks = told.outcome().weekRows();
        double before = weeks.get(25).fmvUsd() / weeks.get(24).fmvUsd();
        double then = weeks.get(26).fmvUsd() / weeks.get(25).fmvUsd();
        double after = weeks.get(27).fmvUsd() / weeks.get(26).fmvUsd();
        NewsFigures figures = told.outcome().news();
        assertThat(before).isBetween(0.985, 1.0);
        assertThat(after).isBetween(0.985, 1.0);
        assertThat(1 - then / before).isCloseTo(figures.fallUsd() / figures.fleetUsd(), within(0.02));
        assertThat(then).isLessThan(before - 0.02);
    }

    @Test
    void nothingIsNewWhereAllIsKnown() {
        NewsFigures figures = news("market.announcements=known-in-advance");
        assertThat(figures.newsWeeks()).isZero();
        assertThat(figures.week()).isNaN();
        assertThat(figures.fallUsd()).isNaN();
    }

    /** A release better than promised takes from fleets when it arrives, a worse one gives back. */
    @Test
    void surprisesComeOnArrival() {
        NewsFigures better = news("market.releases.Rubin.announcedGain=1.5");
        NewsFigures worse = news("market.releases.Rubin.announcedGain=3");
        assertThat(better.week()).isEqualTo(35);
        assertThat(worse.week()).isEqualTo(35);
        assertThat(better.fallUsd()).isPositive();
        assertThat(worse.fallUsd()).isNegative();
    }

    /** What is announced moves what is observed of the market's beliefs, not rents. */
    @Test
    void rentsAreTheSame() {
        List<Week> told = run("market.releases.Rubin.announced=2026-07-06").outcome().weekRows();
        List<Week> untold = run("market.announcements=known-in-advance").outcome().weekRows();
        int weeks = Math.min(told.size(), untold.size());
        assertThat(weeks).isGreaterThan(59);
        boolean differ = false;
        for (int w = 0; w < weeks; w++) {
            assertThat(told.get(w).spotUsdPerHour()).isEqualTo(untold.get(w).spotUsdPerHour());
            assertThat(told.get(w).believedDecline()).isEqualTo(untold.get(w).believedDecline());
            differ |= told.get(w).fmvUsd() != untold.get(w).fmvUsd();
        }
        assertThat(differ).isTrue();
    }
}
