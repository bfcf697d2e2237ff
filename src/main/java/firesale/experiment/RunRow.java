package firesale.experiment;

/**
 * One row of {@code runs.csv}.
 *
 * @param run         the run's number
 * @param point       the index of its point
 * @param replication its replication
 * @param reason      why it failed; empty if it did not
 * @param values      its measures in the order of the columns: NaN where missing or not a number, 1 and 0 for true and false
 */
public record RunRow(long run, int point, int replication, String reason, double[] values) {

    public boolean failed() {
        return !reason.isEmpty();
    }
}
