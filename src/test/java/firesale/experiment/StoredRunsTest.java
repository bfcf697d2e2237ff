package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.experiment.store.ParquetExport;
import firesale.kernel.parameters.InputException;
import firesale.model.FireSale;
import firesale.model.Recording;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any row of a table of runs can be run again, with the same numbers; whatever is wrong with the table is said. */
class StoredRunsTest {

    private static final String SHORT = """
            schemaVersion: 1
            name: short
            question: Why?
            model:
              time.weeks: 45
            """;
    private static final String SWEEP = SHORT + """
            analysis:
              kind: sweep
              replications: 3
              seed: -5
              variants:
                calm: {market.squeeze.startWeek: 40}
                "two-frictions": {frictions: [rack-power, funding]}
              grid:
                credit.loan.ltvHigh: [0.7, 0.9]
            """;

    @TempDir
    Path folder;

    private Path compute(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("given.yaml"), yaml);
        Path results = folder.resolve("results");
        StringWriter err = new StringWriter();
        RunRequest request = new RunRequest(ExperimentFile.read(file).design(results), results, 2, false, false,
                new Work.Everything(),
                finished -> { });
        int code = Experiment.run(SimulatedModel.fireSale(), Plan.RUNS_PER_SHARD, StoredRunsTest::noParquet, request,
                new PrintWriter(new StringWriter()), new PrintWriter(err));
        assertThat(code).as(err.toString()).isZero();
        return results;
    }

    private static void noParquet(List<ParquetExport.Merged> tables, Path scratch) throws IOException {
        for (ParquetExport.Merged table : tables) {
            Files.createFile(table.parquet());
        }
    }

    private static RowComparison again(StoredRun run) {
        return RowComparison.of(run, FireSale.simulate(run.point().parameters(), run.seed(), EnumSet.noneOf(Recording.class)));
    }

    /** The table would be compared with runs that it does not hold. */
    @Test
    void anExperimentThatWasChangedSinceIsRefused() throws IOException {
        Path results = compute(SHORT);
        Path yaml = results.resolve("experiment.yaml");
        String written = Files.readString(yaml);
        assertThat(written).contains("time.weeks: 45");
        assertThat(StoredRuns.open(results).warnings()).isEmpty();
        Files.writeString(yaml, written.replace("time.weeks: 45", "time.weeks: 44"));
        assertThatThrownBy(() -> StoredRuns.open(results)).isInstanceOf(InputException.class)
                .hasMessageContaining("experiment.yaml: is not what the runs were made from, as manifest.json has it: "
                        + "time.weeks: was 45, now 44");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "kind: run",
        "kind: attribution",
        "kind: attribution\n  players: feedbacks",
        "kind: depth\n  capacities: 3",
        "kind: spread\n  chargedSpreads: [0.05]",
        "kind: sensitivity\n  method: morris\n  samples: 2\n  ranges:\n    credit.loan.spread: [0.02, 0.09]\n"
                + "    buyers.rackScale: [0.25, 4, log]",
        "kind: sweep\n  design: one-at-a-time\n  grid:\n    frictions: [[rack-power, funding], []]\n"
                + "    credit.loan.spread: [0.02, 0.09]"})
    void rowsOfEveryKindOfAnalysisRunAgain(String analysis) throws IOException {
        Path results = compute(SHORT + "analysis:\n  " + analysis + "\n  replications: 2\n");
        StoredRuns runs = StoredRuns.open(results);
        assertThat(runs.warnings()).isEmpty();
        assertThat(runs.last() + 1).isEqualTo(runs.plan().runs()).isEqualTo(Files.readAllLines(runs.file()).size() - 1);
        for (long number : new long[] {0, runs.last() / 2, runs.last()}) {
            RowComparison comparison = again(runs.run(number));
            assertThat(comparison.text()).isEqualTo("All " + comparison.compared() + " measures equal those of row " + number
                    + " of runs.csv.");
            assertThat(comparison.compared()).isGreaterThan(300);
            assertThat(comparison.isEqual()).isTrue();
        }
    }

    @Test
    void aRowNamesPointReplicationAndSeed() throws IOException {
        StoredRuns runs = StoredRuns.open(compute(SWEEP).resolve("runs.csv"));
        StoredRun run = runs.run(6);
        assertThat(run.point().id()).isEqualTo("two-frictions/credit.loan.ltvHigh=0.7");
        assertThat(run.replication()).isEqualTo(1);
        assertThat(run.seed()).isEqualTo(Seeds.replication(-5, 1));
        assertThat(run.point().parameters().frictions()).hasSize(2);
        assertThat(again(run).isEqual()).isTrue();
    }

    @Test
    void differencesAreNamed() throws IOException {
        StoredRuns runs = StoredRuns.open(compute(SWEEP));
        StoredRun run = runs.run(0);
        RowComparison other = RowComparison.of(run, FireSale.simulate(run.point().parameters(), run.seed() + 1,
                EnumSet.noneOf(Recording.class)));
        assertThat(other.isEqual()).isFalse();
        assertThat(other.differences()).anySatisfy(difference -> assertThat(difference.measure())
                .isEqualTo("spot_end_usd_per_hour"));
        assertThat(other.text()).startsWith(other.differences().size() + " of " + other.compared()
                + " measures differ from row 0 of runs.csv: ")
                .contains("(stored ", ", now ", " more");
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        refused(folder.resolve("nowhere"), "nowhere: there is no such file or folder; expected a runs.csv or a result folder");
        refused(folder, "there is no runs.csv in it; expected a folder that firesale run has written");
        Path results = compute(SWEEP);
        Path alone = Files.copy(results.resolve("runs.csv"), folder.resolve("runs.csv"));
        refused(alone, "runs.csv: there is no experiment.yaml beside it");
        assertThatThrownBy(() -> StoredRuns.open(results).run(12)).isInstanceOf(InputException.class)
                .hasMessageEndingWith("runs.csv: there is no run 12; expected 0 to 11");
        Files.delete(results.resolve("runs.csv"));
        Path manifest = results.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"complete\" : true", "\"complete\" : false"));
        refused(results, "the results are not complete, so there is no runs.csv yet: 12 of 12 runs are done");
    }

    private static void refused(Path path, String message) {
        assertThatThrownBy(() -> StoredRuns.open(path)).isInstanceOf(InputException.class).hasMessageContaining(message);
    }

    private static void refused(Path results, long run, String message) {
        assertThatThrownBy(() -> StoredRuns.open(results).run(run)).isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void damageIsSaidWithItsLine() throws IOException {
        Path results = compute(SWEEP);
        Path file = results.resolve("runs.csv");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(5)).startsWith("4,0,");
        write(file, lines, 5, lines.get(5).replaceFirst("^4,0,", "4,1,"));
        refused(results, 4, "runs.csv:6: run 4: expected point 0, as experiment.yaml beside it has it, but found 1");
        write(file, lines, 5, lines.get(5).replace(Long.toString(Seeds.replication(-5, 1)), "77"));
        refused(results, 4, "expected seed " + Seeds.replication(-5, 1) + ", as experiment.yaml beside it has it, but found 77");
        write(file, lines, 5, lines.get(5).replaceFirst(",0\\.7,", ",0.8,"));
        refused(results, 4, "expected credit.loan.ltvHigh 0.7");
        write(file, lines, 5, lines.get(5).substring(0, 200));
        refused(results, 4, "runs.csv:6: run 4: expected ");
        write(file, lines, 5, "rubbish");
        refused(results, 4, "runs.csv:6: expected a row that begins with the number of a run, but found \"rubbish\"");
        write(file, lines, 5, lines.get(6));
        refused(results, 4, "run 4 is missing");
        write(file, lines, 0, lines.get(0).replace(",seed,", ",seeds,"));
        refused(results, "runs.csv:1: expected column 5 to be seed, as experiment.yaml beside it has it, but found \"seeds\"");
        Files.writeString(file, "");
        refused(results, "runs.csv:1: expected the header of a table of runs, but the file is empty");
        Files.writeString(file, lines.get(0) + "\n");
        refused(results, "runs.csv:2: expected a run, but the table has none");
        Files.writeString(file, String.join("\n", lines));
        refused(results, "runs.csv:13: expected a whole line, but the file ends within it");
    }

    private static void write(Path file, List<String> lines, int index, String line) throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        Files.writeString(file, String.join("\n", changed) + "\n");
    }

    @Test
    void aFailedRunIsRefusedWithItsReason() throws IOException {
        Path results = compute(SWEEP);
        Path file = results.resolve("runs.csv");
        List<String> lines = Files.readAllLines(file);
        List<String> columns = List.of(lines.get(0).split(","));
        int measures = columns.size() - columns.indexOf("reason") - 1;
        String head = lines.get(3).substring(0, lines.get(3).indexOf(",ok,"));
        write(file, lines, 3, head + ",failed,\"IllegalStateException: a, b\"" + ",".repeat(measures));
        refused(results, 2,
                "runs.csv:4: run 2: the run failed, so there is nothing to compare with: IllegalStateException: a, b");
        write(file, lines, 3, lines.get(3).replace(",ok,", ",oh,"));
        refused(results, 2, "expected status ok or failed, but found \"oh\"");
    }

    @Test
    void otherCodeAndIncompleteResultsAreWarnedOf() throws IOException {
        Path results = compute(SWEEP);
        Path manifest = results.resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace(CodeIdentity.of(FireSale.class), "0123"));
        StoredRuns other = StoredRuns.open(results);
        assertThat(other.warnings()).hasSize(1);
        assertThat(other.warnings().get(0)).contains("other code than this program's", "0123");
        assertThat(again(other.run(3)).isEqual()).isTrue();
        Files.writeString(manifest, text.replace("\"runs\" : 12", "\"runs\" : 24"));
        assertThat(StoredRuns.open(results).warnings())
                .containsExactly("runs.csv holds 12 of 24 runs: the results are not complete.");
        Files.writeString(manifest, "{");
        assertThat(StoredRuns.open(results).warnings().get(0)).contains("cannot be read");
        Files.delete(manifest);
        assertThat(StoredRuns.open(results).warnings()).isEmpty();
    }

    @Test
    void measuresOfOtherVersionsAreNamed() throws IOException {
        Path results = compute(SWEEP);
        Path file = results.resolve("runs.csv");
        List<String> lines = Files.readAllLines(file);
        write(file, lines, 0, lines.get(0).replace(",recovery,", ",recuperation,"));
        RowComparison comparison = again(StoredRuns.open(results).run(1));
        assertThat(comparison.isEqual()).isFalse();
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.text()).startsWith("The other ")
                .contains("Only one of the two has recuperation, recovery: other versions");
    }

    /** Every row of a table is found, whatever the lines' lengths; the time does not grow with the table. */
    @Test
    void rowsAreFoundWithoutReadingTheTable() throws IOException {
        Path file = folder.resolve("large.csv");
        int rows = 200_000;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("run,x\n");
            for (int run = 0; run < rows; run++) {
                out.write(run + "," + "x".repeat(run * 31 % 97) + "\n");
            }
        }
        try (RowFinder finder = new RowFinder(file)) {
            assertThat(finder.header()).isEqualTo("run,x");
            assertThat(finder.last()).isEqualTo(rows - 1);
            for (int run = 0; run < rows; run += run < 50 || run > rows - 50 ? 1 : 997) {
                assertThat(finder.row(run)).isEqualTo(run + "," + "x".repeat(run * 31 % 97));
            }
            assertThat(finder.row(rows)).isNull();
        }
    }
}
