package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waiting in a time that only the test lets pass. */
class WaitingTest {

    @TempDir
    static Path shared;

    private static PreparedSweep sweep;

    @TempDir
    Path results;

    private final FakeScheduler scheduler = new FakeScheduler();
    private final StringWriter err = new StringWriter();
    private final List<Double> submissions = new ArrayList<>();
    private final TreeMap<Double, Runnable> plan = new TreeMap<>();
    private double now;

    @BeforeAll
    static void compute() throws IOException {
        sweep = new PreparedSweep(shared);
    }

    @BeforeEach
    void submit() throws Exception {
        new Submitter(sweep.planned(results), results, scheduler, new Resources("", "", "5", 1024, 1, List.of()), Optional.of(4),
                false,
                new PrintWriter(new StringWriter()), new PrintWriter(err)).submit();
    }

    private String name() {
        try {
            return Submission.all(results).get(0).jobName();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private QueueEntry task(String task, String state, String reason) {
        return new QueueEntry("101", task, name(), state, reason);
    }

    private QueueEntry merge(String reason) {
        return new QueueEntry("102", "", name() + "-merge", "PENDING", reason);
    }

    /** Something that happens at a time. */
    private void at(double seconds, Runnable event) {
        plan.put(seconds, event);
    }

    private Waiting.End await(double patience) throws Exception {
        return new Waiting(results, scheduler, () -> submissions.add(now), 1, patience, new Waiting.Time() {
            @Override
            public double seconds() {
                return now;
            }

            @Override
            public void sleep(double seconds) {
                double until = now + seconds;
                while (!plan.isEmpty() && plan.firstKey() <= until) {
                    now = plan.firstKey();
                    plan.pollFirstEntry().getValue().run();
                }
                now = until;
            }
        }, new PrintWriter(err)).await();
    }

    @Test
    void endsWhenEveryShardIsThereAndNobodyMerges() throws Exception {
        scheduler.queue.add(task("1", "RUNNING", "None"));
        at(30, () -> sweep.publish(results, 0, 1));
        at(60, () -> {
            sweep.publish(results, 2, 3);
            scheduler.queue.clear();
        });
        assertThat(await(10_000)).isEqualTo(Waiting.End.FULL);
        assertThat(now).isBetween(60.0, 80.0);
        assertThat(submissions).isEmpty();
        assertThat(err.toString()).contains("tiny: 0 of 1,000 runs (0 %)", "tiny: 500 of 1,000 runs (50 %)",
                "tiny: 1,000 of 1,000 runs (100 %)");
    }

    @Test
    void aMergeJobGetsAMinute() throws Exception {
        sweep.publish(results, 0, 1, 2, 3);
        scheduler.queue.add(merge("Resources"));
        assertThat(await(10_000)).isEqualTo(Waiting.End.FULL);
        assertThat(now).isBetween(60.0, 81.0);
        assertThat(scheduler.cancelled).containsExactly(merge("Resources"));
    }

    @Test
    void handsInAgainWhatIsLostThriceAtMost() throws Exception {
        assertThat(await(10_000)).isEqualTo(Waiting.End.LOST);
        assertThat(submissions).hasSize(3);
        // each time after some looks, since results may show late
        assertThat(submissions.get(0)).isGreaterThanOrEqualTo(2.5);
        assertThat(err.toString()).contains("4 of 4 shards are missing: submitting them again (3 of 3 times at most)");
    }

    @Test
    void resultsThatShowLateAreNotHandedInAgain() throws Exception {
        at(2, () -> sweep.publish(results, 0, 1, 2, 3));
        assertThat(await(10_000)).isEqualTo(Waiting.End.FULL);
        assertThat(submissions).isEmpty();
    }

    @Test
    void aDeadControllerIsNoEmptyQueue() throws Exception {
        scheduler.dead = true;
        at(500, () -> sweep.publish(results, 0, 1, 2));
        at(1_000, () -> scheduler.dead = false);
        at(1_030, () -> sweep.publish(results, 3));
        scheduler.queue.add(task("4", "RUNNING", "None"));
        at(1_031, scheduler.queue::clear);
        assertThat(await(10_000)).isEqualTo(Waiting.End.FULL);
        assertThat(submissions).isEmpty();
        assertThat(err.toString()).containsOnlyOnce("The scheduler does not answer (Unable to contact slurm controller)")
                .containsOnlyOnce("The scheduler answers again.");
    }

    @Test
    void withoutAControllerAFullFolderIsEnough() throws Exception {
        scheduler.dead = true;
        sweep.publish(results, 0, 1, 2, 3);
        assertThat(await(10_000)).isEqualTo(Waiting.End.FULL);
        assertThat(now).isLessThan(100);
    }

    @Test
    void cancelsWhatWouldNeverRun() throws Exception {
        QueueEntry held = task("2", "PENDING", "launch failed requeued held");
        QueueEntry waiting = merge("DependencyNeverSatisfied");
        QueueEntry users = task("3", "PENDING", "JobHeldUser");
        scheduler.queue.addAll(List.of(held, waiting, users));
        at(100, () -> scheduler.queue.remove(users));
        assertThat(await(10_000)).isEqualTo(Waiting.End.LOST);
        assertThat(scheduler.cancelled).containsExactly(held, waiting);
        assertThat(submissions.get(0)).isGreaterThan(100);
        assertThat(err.toString()).contains("Cancelled what would never run: 101_2 (launch failed requeued held), 102 (DependencyNeverSatisfied)");
    }

    @Test
    void aDamagedShardIsMissing() throws Exception {
        sweep.publish(results, 0, 1, 2, 3);
        Files.writeString(PreparedSweep.shard(results, 1), "cut");
        assertThat(await(10_000)).isEqualTo(Waiting.End.LOST);
        assertThat(err.toString()).contains("1 of 4 shards are missing");
    }

    @Test
    void patienceEnds() throws Exception {
        scheduler.queue.add(task("1", "PENDING", "Priority"));
        assertThat(await(600)).isEqualTo(Waiting.End.LATE);
        assertThat(now).isBetween(600.0, 621.0);
        assertThat(scheduler.queue).hasSize(1);
        assertThat(scheduler.cancelled).isEmpty();
    }
}
