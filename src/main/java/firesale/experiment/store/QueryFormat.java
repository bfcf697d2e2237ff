package firesale.experiment.store;

/** How the rows of an answer are printed. */
public enum QueryFormat {
    /** Columns below each other, for people. */
    table,
    /** Like the tables in the folder. */
    csv,
    /** An array with an object a row. */
    json
}
