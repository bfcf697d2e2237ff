package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class ClusterCommandTest {

    @TempDir
    Path folder;

    private Path file;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("tiny.yaml"), """
                schemaVersion: 1
                name: tiny
                question: What is there?
                model:
                  credit.borrowers.count: 0
                  time.weeks: 1
                analysis:
                  kind: run
                  replications: 1000
                """);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void helpShowsWhatPeopleCallAndNotWhatTasksCall() {
        assertThat(run("cluster", "--help")).isZero();
        assertThat(out.toString()).contains("submit", "status", "script").doesNotContain("work ").doesNotContain("merge ");
        assertThat(run("cluster")).isEqualTo(ExitCode.INPUT);
        assertThat(run("cluster", "work", "--help")).isZero();
    }

    @Test
    void aDryRunTakesTheOptionsOfRunAndLeavesNothing() {
        Path results = folder.resolve("results");
        assertThat(run("cluster", "submit", file.toString(), "--out", results.toString(), "--dry-run", "--tasks", "3", "--time",
                "1:00",
                "--replications", "750", "--set", "time.weeks=2", "--sbatch=--qos=low", "--partition",
                        "p")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("750 runs in 3 of 3 shards: 3 tasks; time limit 1:00", "#SBATCH --qos=low\n",
                "#SBATCH --partition=p\n",
                "1 0\n2 1\n3 2\n");
        assertThat(results).doesNotExist();
    }

    @Test
    void scriptsTakeTheOptionsOfRun() {
        assertThat(run("cluster", "script", "pbs", file.toString(), "--tasks", "5", "--seed", "9", "--out", "o", "--program",
                "/p/f.jar", "--time",
                "00:10:00")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("#PBS -J 1-5\n", " -jar /p/f.jar run " + file
                + " --seed 9 --out o --shard \"${PBS_ARRAY_INDEX:-1}/5\"\n");
        out.getBuffer().setLength(0);
        assertThat(run("cluster", "script", "kubernetes", file.toString(), "--tasks", "5", "--merge")).isZero();
        Map<String, Object> job = new Yaml().load(out.toString());
        assertThat(job).containsEntry("kind", "Job");
    }

    @Test
    void badInputEndsWithTwoAndSaysWhy() {
        assertThat(run("cluster", "status", folder.resolve("none").toString())).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("holds no results");
        assertThat(run("cluster", "submit", file.toString(), "--set", "no.such=1", "--dry-run")).isEqualTo(ExitCode.INPUT);
        assertThat(run("cluster", "submit", file.toString(), "--memory", "1", "--dry-run")).isEqualTo(ExitCode.INPUT);
        assertThat(run("cluster", "script", "pbs", file.toString(), "--tasks", "0")).isEqualTo(ExitCode.INPUT);
        assertThat(run("cluster", "script", "abacus", file.toString(), "--tasks", "2")).isEqualTo(ExitCode.INPUT);
        assertThat(run("cluster", "work", folder.toString(), "--submission", "1", "--task", "1")).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("there is no submission 001").doesNotContain("internal error");
        assertThat(run("cluster", "merge", folder.toString())).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void optionsThatMakeNoSenseAreRefusedWithWhatIsExpected() {
        String[][] submits = {{"--time", "abc"}, {"--time", "0"}, {"--time", "00:00:00"}, {"--time", "1:2:3:4"}, {"--time", "1-"},
            {"--patience", "-1"}, {"--patience", "0"}, {"--patience", "NaN"}, {"--out", "a\nb"}, {"--out", ""}};
        for (String[] bad : submits) {
            refused("cluster", "submit", file.toString(), "--dry-run", "--tasks", "2", bad[0], bad[1]);
            assertThat(err.toString()).contains(bad[0] + ": was").contains("expected");
        }
        String[][] scripts = {{"pbs", "--time", "foo"}, {"pbs", "--time", "1-12"}, {"pbs", "--image", "x"}, {"pbs", "--mount", "/w"},
            {"pbs", "--claim", "x"}, {"pbs", "--parallelism", "2"}, {"kubernetes", "--queue", "q"}, {"kubernetes", "--account", "a"},
            {"kubernetes", "--time", "5"}, {"kubernetes", "--mount", "relative"}, {"pbs", "--out", "a\nb"},
            {"kubernetes", "--image", "a\nb"}, {"pbs", "--program", "a\nb"}};
        for (String[] bad : scripts) {
            refused("cluster", "script", bad[0], file.toString(), "--tasks", "2", bad[1], bad[2]);
            assertThat(err.toString()).startsWith(bad[1] + ": ").contains("expected");
        }
    }

    private void refused(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).as(String.join(" ", arguments) + err).isEqualTo(ExitCode.INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).hasLineCount(1);
    }

    @Test
    void timesAsSlurmWritesThemAreTaken() {
        for (String time : new String[] {"90", "30:00", "12:00:00", "1-12", "1-12:30", "1-12:30:00"}) {
            out.getBuffer().setLength(0);
            assertThat(run("cluster", "submit", file.toString(), "--dry-run", "--tasks", "2", "--out", folder.resolve("r").toString(),
                    "--time", time)).as(time + err).isZero();
            assertThat(out.toString()).contains("#SBATCH --time=" + time + "\n");
        }
    }

    @Test
    void aJarThatTheNextBuildDeletesIsWarnedOf() {
        String jar = "/p/.build/build-ab12/firesale-0.1.0.jar";
        String advice = "mvn -q package -DskipTests, then --program /p/target/firesale-0.1.0.jar\n";
        for (String system : new String[] {"pbs", "kubernetes"}) {
            out.getBuffer().setLength(0);
            err.getBuffer().setLength(0);
            assertThat(run("cluster", "script", system, file.toString(), "--tasks", "2", "--program", jar)).isZero();
            assertThat(out.toString()).contains("# This jar is gone after the next build. One that stays: " + advice);
            assertThat(err.toString()).isEqualTo("warning: the next build deletes " + jar + "; a jar that stays: " + advice);
        }
        err.getBuffer().setLength(0);
        out.getBuffer().setLength(0);
        assertThat(run("cluster", "script", "pbs", file.toString(), "--tasks", "2", "--program", "/p/target/f.jar")).isZero();
        assertThat(out.toString()).doesNotContain("gone");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anInterruptedRehearsalSubmittedNothing() {
        Thread.currentThread().interrupt();
        // nothing given: runs are measured, which the interrupt ends
        int code = run("cluster", "submit", file.toString(), "--dry-run", "--out", folder.resolve("r").toString());
        assertThat(Thread.interrupted()).isFalse();
        assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(err.toString()).startsWith("Interrupted; nothing was submitted.");
    }
}
