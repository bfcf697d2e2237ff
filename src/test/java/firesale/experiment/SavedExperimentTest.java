package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is watched can be kept as an experiment. */
class SavedExperimentTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "s17-backstop", "own-book", "own-buyers", "replay", "seizure", "ten-thousand-h100",
            "frictions", "lot-size",
        "missing-repo-depth"})
    void readsBackEqual(String experiment) throws IOException {
        PlannedRuns runs = new PlannedRuns(ExperimentFile.read(Path.of("experiments", experiment + ".yaml")));
        Point point = runs.points().get(runs.points().size() - 1);
        Path file = folder.resolve("kept.yaml");
        new SavedExperiment("kept", "What: \"is\" it?", point.parameters(), runs.seed(7)).write(file);
        PlannedRuns again = new PlannedRuns(ExperimentFile.read(file));
        Path here = Path.of("");
        assertThat(again.points()).hasSize(1);
        assertThat(ExperimentFile.modelSchema().effective(again.points().get(0).parameters(), here))
                .isEqualTo(ExperimentFile.modelSchema().effective(point.parameters(), here));
        assertThat(again.seed(0)).isEqualTo(runs.seed(7));
        assertThat(again.experiment().question()).isEqualTo("What: \"is\" it?");
        assertThat(again.experiment().name()).isEqualTo("kept");
        assertThat(again.experiment().analysis().kind()).isEqualTo(AnalysisKind.RUN);
    }

    @Test
    void onlyWhatIsNoDefaultIsWritten() {
        PlannedRuns runs = new PlannedRuns(ExperimentFile.shipped("baseline"));
        String yaml = new SavedExperiment("a", "b", runs.points().get(0).parameters(), runs.seed(0)).yaml(folder);
        assertThat(yaml).isEqualTo("""
                schemaVersion: 1
                name: a
                question: b
                model: {}
                analysis:
                  kind: run
                  replications: 100
                  seed: 1
                """);
        ExperimentFile other = ExperimentFile.shipped("baseline").withSettings(List.of("credit.loan.ltvHigh=0.9"));
        assertThat(new SavedExperiment("a", "b", other.points().get(0).parameters(), 5).yaml(folder))
                .contains("model:\n  credit.loan.ltvHigh: 0.9\nanalysis:");
    }

    @Test
    void anExperimentsSeedIsFoundFromARuns() {
        long seed = 1;
        for (int i = 0; i < 1000; i++) {
            assertThat(Seeds.experiment(Seeds.replication(seed, 0))).isEqualTo(seed);
            assertThat(Seeds.replication(Seeds.experiment(seed), 0)).isEqualTo(seed);
            seed = Seeds.mix(seed + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"My case.yaml", "my-case.yml", "--my  CASE", "my_case"})
    void namesAreMadeOfFiles(String file) {
        assertThat(SavedExperiment.nameFor(Path.of("x", file))).isEqualTo("my-case");
    }

    @Test
    void thereIsAlwaysAName() {
        assertThat(SavedExperiment.nameFor(Path.of("?.yaml"))).isEqualTo("experiment");
        assertThat(Header.NAME.matcher(SavedExperiment.nameFor(Path.of("x".repeat(200)))).matches()).isTrue();
    }

    @Test
    void theBaselineIsTheShippedOne() throws IOException {
        assertThat(ExperimentFile.shipped("baseline").effectiveYaml(folder)).isEqualTo(
                ExperimentFile.read(Path.of("experiments", "baseline.yaml")).effectiveYaml(folder));
        assertThat(Files.exists(ExperimentFile.shipped("baseline").file())).isTrue();
    }
}
