package firesale.cluster;

/**
 * A task or job that the scheduler has not finished with.
 *
 * @param job    the job's number; of an array the array's
 * @param task   the task's index in its array; empty for a job without
 * @param name   the job's name
 * @param state  in the scheduler's words, such as {@code PENDING}
 * @param reason why it waits, in the scheduler's words
 */
public record QueueEntry(String job, String task, String name, String state, String reason) {

    /** What {@code scancel} takes. */
    String id() {
        return task.isEmpty() ? job : job + "_" + task;
    }

    /**
     * Whether it will never run by itself: put back after a failed start, or waiting for what can no longer happen. A job that
     * its owner holds is left to its owner.
     */
    boolean isStuck() {
        return reason.contains("requeued held") || reason.contains("requeued in held") || reason.equals("DependencyNeverSatisfied");
    }
}
