package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rarer faults of a cluster, on a real Slurm: each ends in bounded time with the bytes of a plain run. */
@Tag("slurm")
@Tag("faults")
class SlurmFaultsTest {

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

    @AfterEach
    void everythingWorksAgain() throws Exception {
        Processes.await("idle nodes", SlurmTrial.PATIENCE, () -> {
            trial.slurm.resumeDrained();
            return trial.slurm.ask("squeue", "-h").isEmpty()
                    && trial.slurm.ask("sinfo", "-h", "-N", "-t", "idle", "-o", "%N").lines().distinct().count() == 3;
        });
    }

    /** The array's job number of a sweep's first submission. */
    private static String job(String name) throws IOException {
        return Submission.all(trial.sweep.results(name)).get(0).array();
    }

    @Test
    void cancelledTasksAreHandedInAgain() throws Exception {
        Processes.Started waiting = trial.submit("cancelled", "--wait");
        trial.sweep.awaitShards("cancelled", 1);
        trial.slurm.call("scancel", job("cancelled"));
        trial.expectPlainResults("cancelled", waiting);
        // cancelling is final: what ends with 99 then must not come back by itself
        assertThat(Files.readString(waiting.err())).contains("submitting them again (1 of 3 times at most)");
    }

    private static String runningTask(String name) throws IOException, InterruptedException {
        return trial.slurm.call("squeue", "-h", "-r", "-t", "R", "-o", "%i", "--name="
                + Submission.all(trial.sweep.results(name)).get(0).jobName())
                .lines().findFirst().orElseThrow();
    }

    @Test
    void aRequeuedTaskGoesOnFromItsShards() throws Exception {
        Processes.Started waiting = trial.submit("requeued", "--wait");
        trial.sweep.awaitShards("requeued", 1);
        String running = runningTask("requeued");
        trial.slurm.call("scontrol", "requeue", running);
        trial.expectPlainResults("requeued", waiting);
        assertThat(trial.slurm.call("scontrol", "show", "job", running, "-o")).contains("Restarts=1");
        assertThat(Submission.all(trial.sweep.results("requeued"))).hasSize(1);
    }

    /** The signal that comes half a minute before the time limit. */
    @Test
    void aTaskThatIsToldToStopIsStartedAgainBySlurm() throws Exception {
        Processes.Started waiting = trial.submit("told", "--wait");
        trial.sweep.awaitShards("told", 1);
        String running = runningTask("told");
        trial.slurm.call("scancel", "--batch", "--signal=TERM", running);
        trial.expectPlainResults("told", waiting);
        assertThat(trial.slurm.call("scontrol", "show", "job", running, "-o")).contains("Restarts=1");
        assertThat(Submission.all(trial.sweep.results("told"))).hasSize(1);
        int task = Integer.parseInt(running.substring(running.indexOf('_') + 1));
        assertThat(Files.readString(trial.sweep.results("told").resolve("cluster/001/log/task-" + task
                + ".txt"))).contains("Interrupted. Finished shards are kept");
    }

    /** Ctrl-C ends the waiting and nothing else: the dependent job merges. */
    @Test
    void interruptedWaitingLeavesTheJobs() throws Exception {
        Processes.Started waiting = trial.submit("left", "--wait");
        trial.sweep.awaitShards("left", 1);
        signal("INT", List.of(waiting.process().toHandle()));
        waiting.expect(130, SlurmTrial.PATIENCE);
        assertThat(Files.readString(waiting.err())).contains("Interrupted. What was submitted stays in the queue",
                "The same command goes on");
        Processes.await("merge job", SlurmTrial.PATIENCE, () -> trial.slurm.ask("squeue", "-h").isEmpty());
        trial.sweep.assertSameAsPlain("left");
    }

    /** A node that only seems dead: its task runs elsewhere too, and both finish. */
    @Test
    void splitBrain() throws Exception {
        Processes.Started waiting = trial.submit("split", "--wait");
        trial.sweep.awaitShards("split", 1);
        Processes.await("a task on n1", SlurmTrial.PATIENCE, () -> !trial.slurm.ask("squeue", "-h", "-t", "R", "-w",
                "n1").isEmpty());
        List<ProcessHandle> all = trial.slurm.processes("n1");
        ProcessHandle java = all.stream().filter(process -> process.info().commandLine().orElse("").contains("cluster work")).findFirst().orElseThrow();
        signal("STOP", all);
        int before = trial.sweep.published("split");
        trial.slurm.declareDown("n1");
        trial.expectPlainResults("split", waiting);
        assertThat(before).isLessThan(SmallSweep.SHARDS);
        // the results are merged, and only now the first copy of the task goes on; its node's daemon stays cut off
        assertThat(SlurmMachine.isAlive(java.pid())).isTrue();
        signal("CONT", List.of(java));
        Processes.await("end of the copy that was cut off", SlurmTrial.PATIENCE, () -> !SlurmMachine.isAlive(java.pid()));
        trial.sweep.assertSameAsPlain("split");
        try (var files = Files.walk(trial.sweep.results("split").resolve("shards"))) {
            assertThat(files.map(Path::toString).filter(file -> file.endsWith(".differs") || file.endsWith(".damaged"))).isEmpty();
        }
        signal("CONT", all);
        assertThat(trial.status("split")).contains("8 of 8 shards (100.0 %), merged");
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        for (ProcessHandle process : processes) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aControllerThatDiesRightAfterTheSubmission() throws Exception {
        Processes.Started waiting = trial.submit("controller", "--wait");
        Processes.await("submission", SlurmTrial.PATIENCE, () -> {
            try {
                return Submission.all(trial.sweep.results("controller")).stream().anyMatch(submission -> !submission.array().isEmpty());
            } catch (IOException e) {
                return false;
            }
        });
        dieAndComeBack(waiting, "controller");
    }

    @Test
    void aControllerThatDiesWhileTasksRun() throws Exception {
        Processes.Started waiting = trial.submit("middle", "--wait");
        trial.sweep.awaitShards("middle", 1);
        dieAndComeBack(waiting, "middle");
    }

    private static void dieAndComeBack(Processes.Started waiting, String name) throws Exception {
        trial.slurm.killController();
        // dead is not purged: the one who waits says so and submits nothing
        Processes.await("notice", SlurmTrial.PATIENCE, () -> {
            try {
                return Files.readString(waiting.err()).contains("The scheduler does not answer") || !waiting.process().isAlive();
            } catch (IOException e) {
                return false;
            }
        });
        assertThat(trial.status(name)).contains("the queue cannot be asked");
        trial.slurm.startController();
        Processes.await("the sweep", SlurmTrial.PATIENCE, () -> {
            // what an operator does after such a day
            trial.slurm.resumeDrained();
            return !waiting.process().isAlive();
        });
        trial.expectPlainResults(name, waiting);
    }
}
