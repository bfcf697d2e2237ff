package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.experiment.PlannedExperiment;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitterTest {

    @TempDir
    static Path shared;

    private static PreparedSweep sweep;

    @TempDir
    Path folder;

    private final FakeScheduler scheduler = new FakeScheduler();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path results;

    @BeforeAll
    static void compute() throws IOException {
        sweep = new PreparedSweep(shared);
    }

    @BeforeEach
    void choose() {
        results = folder.resolve("results");
    }

    private Submitter submitter(int tasks, boolean again) {
        return new Submitter(sweep.planned(results), results, scheduler, new Resources("", "", "5", 1024, 1, List.of()),
                Optional.of(tasks), again,
                new PrintWriter(out), new PrintWriter(err));
    }

    private Submission submission(int number) throws IOException {
        return Submission.all(results).get(number - 1);
    }

    private void running(int number, String... tasks) throws IOException {
        for (String task : tasks) {
            scheduler.queue.add(new QueueEntry(submission(number).array(), task, submission(number).jobName(), "RUNNING", "None"));
        }
    }

    @Test
    void submitsAllThenOnlyWhatIsMissing() throws Exception {
        submitter(2, false).submit();
        assertThat(scheduler.submitted).containsExactly("array.sh", "merge.sh after afterok:101");
        assertThat(Submission.tasks(results, 1)).containsExactly(List.of(0, 1), List.of(2, 3));
        Submission first = submission(1);
        assertThat(first).extracting(Submission::tasks, Submission::shards, Submission::runs, Submission::array, Submission::merge,
                Submission::time)
                .containsExactly(2, 4, 1000L, "101", "102", "5");
        assertThat(first.jobName()).matches("tiny-001-[0-9a-f]{6}");
        assertThat(results.resolve("cluster").resolve(first.program())).isDirectory();
        assertThat(out.toString()).contains("1,000 runs in 4 of 4 shards: 2 tasks; time limit 5, 1 processor and 1,024 MB each.")
                .contains("Submission 001: job 101, an array of 2, then job 102 merges.");

        sweep.publish(results, 0, 2);
        Files.writeString(PreparedSweep.shard(results, 2), "cut");
        submitter(9, false).submit();
        assertThat(Submission.tasks(results, 2)).containsExactly(List.of(1), List.of(2), List.of(3));
        assertThat(submission(2).jobName()).isNotEqualTo(first.jobName());
        assertThat(err.toString()).contains("0000002.runs.csv is damaged");

        sweep.publish(results, 1, 2, 3);
        submitter(2, false).submit();
        assertThat(scheduler.submitted).hasSize(4);
        assertThat(out.toString()).contains("All 4 shards are there; firesale merge " + results + " merges them.");
    }

    @Test
    void leavesWhatIsInTheQueueAlone() throws Exception {
        submitter(4, false).submit();
        running(1, "2", "3");
        submitter(1, false).submit();
        assertThat(out.toString()).contains("2 of 4 missing shards are in the queue already (submission 001)");
        assertThat(Submission.tasks(results, 2)).containsExactly(List.of(0, 3));
        // the merge waits for both
        assertThat(scheduler.submitted).endsWith("merge.sh after afterok:103,afterany:101");
        running(2, "1");
        submitter(1, false).submit();
        assertThat(scheduler.submitted).hasSize(4);
        submitter(1, true).submit();
        assertThat(Submission.tasks(results, 3)).containsExactly(List.of(0, 1, 2, 3));
        // what will never run does not count
        scheduler.queue.clear();
        scheduler.queue.add(new QueueEntry("101", "1", submission(1).jobName(), "PENDING", "launch failed requeued held"));
        submitter(1, false).submit();
        assertThat(Submission.tasks(results, 4)).containsExactly(List.of(0, 1, 2, 3));
    }

    @Test
    void anArrayIsNoLargerThanTheClusterAllows() throws Exception {
        scheduler.largest = 3;
        submitter(4, false).submit();
        assertThat(Submission.tasks(results, 1)).hasSize(3);
    }

    @Test
    void aDeadControllerLosesNothing() throws Exception {
        scheduler.dead = true;
        assertThatThrownBy(() -> submitter(2, false).submit()).isInstanceOf(UnreachableException.class);
        assertThat(results).as("asked before anything is written").doesNotExist();
        scheduler.dead = false;
        submitter(2, false).submit();
        // what is full needs no scheduler
        sweep.publish(results, 0, 1, 2, 3);
        scheduler.dead = true;
        submitter(2, true).submit();
        scheduler.dead = false;
        assertThat(submission(1).array()).isEqualTo("101");
    }

    @Test
    void theReasonIsOneLineInPlainWords() {
        assertThat(new UnreachableException("scontrol: error: fetch_config: DNS SRV lookup failed\nscontrol: fatal: no source").reason())
                .isEqualTo("fetch_config: DNS SRV lookup failed");
        assertThat(new UnreachableException("").reason()).isEqualTo("no words");
    }

    @Test
    void aRehearsalLeavesNoTrace() throws Exception {
        submitter(2, false).rehearse();
        assertThat(results).doesNotExist();
        assertThat(scheduler.submitted).isEmpty();
        assertThat(out.toString()).contains("tasks.txt <==\n1 0-1\n2 2-3\n", "#SBATCH --array=1-2\n", "cluster merge '" + results
                + "'\n",
                "Nothing was submitted or written.");
        // over a folder that holds something: only what is missing
        submitter(2, false).submit();
        sweep.publish(results, 1);
        Files.writeString(PreparedSweep.shard(results, 3), "cut");
        submitter(3, false).rehearse();
        assertThat(out.toString()).contains("002/tasks.txt <==\n1 0\n2 2\n3 3\n");
        assertThat(PreparedSweep.shard(results, 3)).hasContent("cut");
        assertThat(results.resolve("cluster/002")).doesNotExist();
    }

    @Test
    void measuresWhatIsNotGiven() throws Exception {
        new Submitter(sweep.planned(results), results, scheduler, new Resources("", "", "", 1024, 1, List.of()), Optional.empty(),
                false,
                new PrintWriter(out), new PrintWriter(err)).rehearse();
        // a second of work is one task, at the least limit
        assertThat(out.toString()).containsPattern("Probe: [\\d,]+ runs at 1 of 1 points took").contains("4 of 4 shards: 1 task, the longest about",
                "time limit 5 minutes", "#SBATCH --array=1-1\n", "#SBATCH --time=5\n");
    }

    @Test
    void refusesAStrangersFolder() throws Exception {
        Files.createDirectories(results);
        Files.writeString(results.resolve("thesis.doc"), "mine");
        assertThatThrownBy(() -> submitter(2, false).submit()).isInstanceOf(InputException.class).hasMessageContaining("thesis.doc");
        assertThatThrownBy(() -> submitter(2, false).rehearse()).isInstanceOf(InputException.class).hasMessageContaining("thesis.doc");
        assertThat(results.toFile().list()).containsExactly("thesis.doc");
        assertThatThrownBy(() -> submitter(0, false)).isInstanceOf(InputException.class).hasMessageContaining("--tasks");
    }

    @Test
    void aTaskFindsItsShards() throws Exception {
        submitter(2, false).submit();
        assertThat(ClusterTask.shards(results, 1, Optional.empty(), Map.of("SLURM_ARRAY_TASK_ID", "2"))).containsExactly(2, 3);
        assertThat(ClusterTask.shards(results, 1, Optional.of(1), Map.of("SLURM_ARRAY_TASK_ID", "2"))).containsExactly(0, 1);
        assertThat(ClusterTask.shards(results, 1, Optional.empty(), Map.of("SGE_TASK_ID", "undefined", "LSB_JOBINDEX",
                "1"))).containsExactly(0, 1);
        assertThatThrownBy(() -> ClusterTask.shards(results, 1, Optional.empty(), Map.of())).isInstanceOf(InputException.class)
                .hasMessageContaining("--task");
        assertThatThrownBy(() -> ClusterTask.shards(results, 1, Optional.of(3),
                Map.of())).hasMessage("submission 001 has tasks 1 to 2, not 3");
        assertThatThrownBy(() -> ClusterTask.shards(results, 2, Optional.of(1),
                Map.of())).hasMessageContaining("there is no submission 002");
        Files.writeString(results.resolve("cluster/001/tasks.txt"), "1 0-1\nnonsense\n");
        assertThatThrownBy(() -> ClusterTask.shards(results, 1, Optional.of(1), Map.of())).hasMessageContaining("tasks.txt:2:");
    }

    @Test
    void theWrittenExperimentIsTheSamePlan() throws Exception {
        submitter(2, false).submit();
        PlannedExperiment read = new PlannedExperiment(PlannedExperiment.read(results).design(results), results);
        sweep.publish(results, 0, 1, 2);
        assertThat(read.missing()).containsExactly(3);
    }
}
