package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps on a real Slurm with three nodes, through the real command line: whatever happens, the bytes are those of a plain run. */
@Tag("slurm")
class SlurmTest {

    @TempDir
    static Path folder;

    private static SlurmTrial trial;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        SlurmMachine.require();
        trial = new SlurmTrial(folder);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (trial != null) {
            trial.slurm.down();
        }
    }

    /** Killed and resumed, on Slurm, and plain: the same bytes. */
    @Test
    void killedEqualsSlurmEqualsPlain() throws Exception {
        Processes.Started killed = trial.sweep.run("killed");
        trial.sweep.awaitShards("killed", 2);
        killed.process().destroyForcibly();
        killed.expect(137, SlurmTrial.PATIENCE);
        assertThat(trial.sweep.published("killed")).isLessThan(SmallSweep.SHARDS);
        trial.sweep.run("killed").expect(0, SlurmTrial.PATIENCE);
        trial.sweep.assertSameAsPlain("killed");

        // no --wait: the dependent job merges
        Processes.Started submitted = trial.submit("slurm");
        submitted.expect(0, SlurmTrial.PATIENCE);
        assertThat(Files.readString(submitted.out())).contains("8 of 8 shards: 3 tasks").contains("an array of 3");
        assertThat(Files.readAllLines(trial.sweep.results("slurm").resolve("cluster/001/tasks.txt"))).containsExactly("1 0-1",
                "2 2-4", "3 5-7");
        Processes.await("merge job", SlurmTrial.PATIENCE, () -> trial.slurm.ask("squeue", "-h").isEmpty());
        trial.sweep.assertSameAsPlain("slurm");
        assertThat(trial.status("slurm")).contains("2,000 of 2,000 runs in 8 of 8 shards (100.0 %), merged");
        // each on a node of its own
        assertThat(trial.slurm.call("scontrol", "show", "job", "-o").lines().filter(line -> line.contains("small-sale"))
                .map(line -> line.replaceAll(".* NodeList=(\\S*).*", "$1")).distinct().count()).isGreaterThanOrEqualTo(2);
        // once more: nothing to do, and the stored summary
        Processes.Started again = trial.submit("slurm", "--wait");
        again.expect(0, SlurmTrial.PATIENCE);
        assertThat(Files.readString(again.out())).isEqualTo(Files.readString(trial.sweep.results("slurm").resolve("summary.txt"))
                + "Results in " + trial.sweep.results("slurm") + ": summary.csv, runs.csv, runs.parquet; all on one page: report.html\n");
    }

    @Test
    void aKilledTaskIsHandedInAgain() throws Exception {
        Processes.Started waiting = trial.submit("task", "--wait");
        trial.sweep.awaitShards("task", 1);
        Processes.await("a task", SlurmTrial.PATIENCE, () -> trial.tasks("task").stream().limit(1).filter(ProcessHandle::destroyForcibly).count() == 1);
        trial.expectPlainResults("task", waiting);
        assertThat(Files.readString(waiting.err())).contains("submitting them again (1 of 3 times at most)");
        assertThat(trial.sweep.results("task").resolve("cluster/002/submission.json")).exists();
    }

    @Test
    void whatANodesPowerFailureTakesRunsElsewhere() throws Exception {
        Processes.Started waiting = trial.submit("node", "--wait");
        trial.sweep.awaitShards("node", 1);
        Processes.await("a task on n1", SlurmTrial.PATIENCE, () -> !trial.slurm.ask("squeue", "-h", "-t", "R", "-w",
                "n1").isEmpty());
        trial.slurm.powerFailure("n1");
        trial.slurm.declareDown("n1");
        try {
            assertThat(trial.status("node", "--json")).contains("\"name\" : \"small-sale\"", "\"queueError\" : \"\"");
            trial.expectPlainResults("node", waiting);
        } finally {
            trial.slurm.startNode("n1");
        }
    }
}
