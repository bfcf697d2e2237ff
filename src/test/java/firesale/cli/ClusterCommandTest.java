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
}
