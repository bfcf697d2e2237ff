package firesale.cluster;

import firesale.experiment.ShardSurvey;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a task of an array does: which of the shards are its own. */
public final class ClusterTask {

    /** Where schedulers put a task's index; the arrays made here count from 1. */
    private static final List<String> INDICES = List.of("SLURM_ARRAY_TASK_ID", "PBS_ARRAY_INDEX", "SGE_TASK_ID", "LSB_JOBINDEX");
    private static final int LATE_LOOKS = 6;
    private static final long FIRST_PAUSE_MILLIS = 1_000;

    private ClusterTask() {
    }

    /**
     * The shards of a task.
     *
     * @param results     the result folder
     * @param submission  the submission's number
     * @param index       the task's index, from 1; empty to read it from the environment
     * @param environment the process' variables
     * @throws InputException if there is no such submission or task
     */
    public static List<Integer> shards(Path results, int submission, Optional<Integer> index, Map<String, String> environment)
            throws IOException {
        int task = index.orElseGet(() -> index(environment));
        List<List<Integer>> tasks = Submission.tasks(results, submission);
        if (task < 1 || task > tasks.size()) {
            throw new InputException("submission " + Submission.label(submission) + " has tasks 1 to " + tasks.size() + ", not "
                    + task);
        }
        return tasks.get(task - 1);
    }

    private static int index(Map<String, String> environment) {
        for (String name : INDICES) {
            String value = environment.get(name);
            // Grid Engine says undefined outside of arrays
            if (value != null && value.matches("\\d{1,9}")) {
                return Integer.parseInt(value);
            }
        }
        throw new InputException("which task? None of " + String.join(", ", INDICES) + " is set: name it with --task");
    }

    /** Waits a minute at most for shards that a shared file system shows late; returns when all are there or it is no use. */
    public static void awaitLateShards(Path results) throws IOException, InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        for (int look = 0; look < LATE_LOOKS && !ShardSurvey.of(results, false).isFull(); look++) {
            Thread.sleep(pause);
            pause *= 2;
        }
    }
}
