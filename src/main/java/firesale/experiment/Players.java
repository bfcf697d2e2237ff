package firesale.experiment;

/** Whose part in a result an attribution looks for. */
public enum Players {
    /** The frictions of sales, on the inventories that were sold: within each run. */
    FRICTIONS,
    /** The feedback loops, by whole runs with every subset of them. */
    FEEDBACKS
}
