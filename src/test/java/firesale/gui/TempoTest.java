package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.ExperimentFile;
import firesale.experiment.PlannedRuns;
import firesale.model.Event;
import firesale.model.FireSale;
import firesale.model.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class TempoTest {

    /** The run that is opened without a file takes about a minute at seven weeks a second, half of it where something happens. */
    @Test
    void aRunCanBeWatchedInAboutAMinute() {
        PlannedRuns planned = new PlannedRuns(ExperimentFile.shipped("systemic-squeeze"));
        FireSale run = FireSale.watched(Scenario.of(planned.points().get(0).parameters()), planned.seed(9));
        run.start();
        int weekMillis = 1000 / 7;
        int all = 0;
        int quiet = 0;
        while (run.schedule.step(run)) {
            int worth = Tempo.millis(run);
            all += Math.max(weekMillis, worth);
            quiet += worth == 0 ? weekMillis : 0;
            List<Event> now = Tempo.ofLastWeek(run.watch().events(), run.week());
            assertThat(now).allSatisfy(event -> assertThat(event.week()).isEqualTo(run.week()));
            boolean defaults = now.stream().anyMatch(event -> event.event().equals("default"));
            assertThat(worth >= 800).as("week " + run.week()).isEqualTo(defaults || now.stream().anyMatch(
                    event -> event.event().matches("regime_change|lender_stops_lending|lender_must_sell")));
        }
        assertThat(all).isBetween(40_000, 90_000);
        assertThat(quiet).isPositive().isLessThan(all / 2);
    }
}
