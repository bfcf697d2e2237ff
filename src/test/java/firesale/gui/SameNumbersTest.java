package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.ExperimentFile;
import firesale.kernel.table.Column;
import firesale.model.FireSale;
import firesale.model.Recording;
import firesale.model.RunOutcome;
import firesale.model.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watched run has the numbers of one that nobody watches. */
class SameNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "chain", "s17-backstop", "missing-repo-depth", "in-place", "ten-thousand-h100",
        "own-book", "auction-formats", "seizure"})
    void watchingChangesNothing(String experiment) {
        ExperimentFile file = ExperimentFile.read(Path.of("experiments", experiment + ".yaml"));
        for (int point = 0; point < Math.min(3, file.points().size()); point++) {
            Scenario scenario = Scenario.of(file.points().get(point).parameters());
            for (long seed : new long[] {1, -7_654_321_987_654_321L}) {
                FireSale watched = FireSale.watched(scenario, seed);
                watched.start();
                int looked = 0;
                while (watched.schedule.step(watched)) {
                    looked += watched.watch().schedule().size();
                }
                watched.finish();
                RunOutcome alone = FireSale.simulate(scenario, seed,
                        EnumSet.of(Recording.SALES, Recording.EVENTS, Recording.WEEKS));
                assertThat(row(watched.outcome())).isEqualTo(row(alone));
                assertThat(watched.watch().sales().equals(alone.sales())).as("sales").isTrue();
                assertThat(watched.watch().weeks().equals(alone.weekRows())).as("weeks").isTrue();
                assertThat(watched.watch().events().equals(alone.events())).as("events").isTrue();
                assertThat(looked > 0).isEqualTo(!watched.watch().offers().isEmpty());
            }
        }
    }

    private static List<String> row(RunOutcome outcome) {
        List<String> texts = new ArrayList<>();
        for (Column<RunOutcome> column : RunOutcome.columns()) {
            texts.add(column.name() + " " + column.value().apply(outcome));
        }
        return texts;
    }
}
