package firesale.cluster;

import firesale.experiment.Pace;
import java.util.ArrayList;
import java.util.List;

/**
 * How missing shards are dealt to tasks. Shards depend on the plan alone, tasks on what is missing and how long it takes.
 *
 * @param tasks   for each task its shards, rising
 * @param minutes the time limit of a task; 0 if somebody else sets it
 */
record TaskPlan(List<List<Integer>> tasks, int minutes) {

    static final int MOST_TASKS = 1_000;

    private static final double WANTED_SECONDS = 600;
    private static final double START_SECONDS = 10;
    private static final double SAFETY = 3;
    private static final double SAFETY_OF_SLOWEST = 1.5;
    private static final int LEAST_MINUTES = 5;
    private static final double SECONDS_PER_MINUTE = 60;

    /**
     * Deals shards to tasks of consecutive ones, so that what is done at any time is an even sample of the design.
     *
     * @param shards which, rising; at least one
     * @param tasks  into how many, at most as many as there are shards
     */
    static List<List<Integer>> deal(List<Integer> shards, int tasks) {
        List<List<Integer>> dealt = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            int from = (int) ((long) task * shards.size() / tasks);
            int to = (int) ((long) (task + 1) * shards.size() / tasks);
            dealt.add(List.copyOf(shards.subList(from, to)));
        }
        return List.copyOf(dealt);
    }

    /**
     * How many tasks of about ten minutes the work makes; longer ones if there would be too many.
     *
     * @param runs how many are missing
     * @param most how many tasks there may be
     */
    static int count(long runs, Pace pace, int cpus, int shards, int most) {
        double seconds = runs * pace.secondsPerRun() / cpus;
        return (int) Math.max(1, Math.min(Math.ceil(seconds / WANTED_SECONDS), Math.min(shards, most)));
    }

    /** What the longest task takes, in seconds, on a machine like this one. */
    static double seconds(long runsOfTask, Pace pace, int cpus) {
        return START_SECONDS + runsOfTask * pace.secondsPerRun() / cpus;
    }

    /**
     * The time limit: thrice what the longest task takes, and enough for a task that has slow points only.
     *
     * @param runsOfTask runs of the longest task
     */
    static int minutes(long runsOfTask, Pace pace, int cpus) {
        double slow = START_SECONDS + runsOfTask * pace.slowestSeconds() / cpus;
        double seconds = Math.max(SAFETY * seconds(runsOfTask, pace, cpus), SAFETY_OF_SLOWEST * slow);
        return (int) Math.max(LEAST_MINUTES, Math.ceil(seconds / SECONDS_PER_MINUTE));
    }
}
