package firesale.experiment;

/**
 * How long runs take on this machine, on one thread.
 *
 * @param runs           how many were timed
 * @param points         at how many points
 * @param secondsPerRun  the mean of the points' means
 * @param slowestSeconds the mean of the slowest point
 * @param tookSeconds    what measuring took, the runs included that only warmed up
 */
public record Pace(int runs, int points, double secondsPerRun, double slowestSeconds, double tookSeconds) {
}
