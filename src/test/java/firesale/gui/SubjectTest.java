package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.ExperimentFile;
import firesale.experiment.PlannedRuns;
import firesale.experiment.StoredRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the window calls a run, and what it is compared with. */
class SubjectTest {

    private final PlannedRuns runs = new PlannedRuns(ExperimentFile.read(Path.of("experiments", "frictions.yaml")));

    @Test
    void aRunOfAnExperimentHasTheSeedOfItsReplication() {
        Subject subject = Subject.of(runs, runs.point("funds-unlimited"), 4);
        assertThat(subject.title()).isEqualTo("frictions, funds-unlimited, replication 4");
        assertThat(subject.seed()).isEqualTo(runs.seed(4)).isNotEqualTo(runs.seed(0));
        assertThat(subject.parameters()).isSameAs(runs.points().get(5).parameters());
        assertThat(subject.stored()).isEmpty();
        PlannedRuns one = new PlannedRuns(ExperimentFile.shipped("baseline"));
        assertThat(Subject.of(one, one.points().get(0), 0).title()).isEqualTo("baseline, replication 0");
    }

    @Test
    void aStoredRunIsNoLongerOneWhenSomethingIsChanged() {
        StoredRun row = new StoredRun(Path.of("runs.csv"), "frictions", "Why?", 23, runs.point(23), runs.replication(23),
                runs.seed(2), Map.of());
        Subject subject = Subject.of(row);
        assertThat(subject.title()).isEqualTo("run 23 of frictions, funds-unlimited");
        assertThat(subject.stored()).contains(row);
        assertThat(subject.with(7).stored()).isEmpty();
        assertThat(subject.with(subject.parameters()).with(subject.seed())).isSameAs(subject);
        assertThat(subject.with(7).seed()).isEqualTo(7);
        assertThat(subject.with(7).title()).isEqualTo("run 23 of frictions, funds-unlimited, seed 7");
        assertThat(subject.changed(runs.points().get(0).parameters(), -8).title())
                .isEqualTo("run 23 of frictions, funds-unlimited, changed, seed -8");
        assertThat(subject.changed(runs.point(23).parameters(), runs.seed(2))).as("all is as it was").isSameAs(subject);
        Subject changed = subject.with(runs.points().get(0).parameters());
        assertThat(changed.title()).isEqualTo("run 23 of frictions, funds-unlimited, changed");
    }
}
