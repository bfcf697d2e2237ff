package firesale.experiment;

/** How an experiment's points are made of what it varies. */
public enum DesignKind {
    /** All combinations of the grid's values. */
    GRID,
    /** The model as it is, then each value of the grid alone. */
    ONE_AT_A_TIME,
    /** The grid's lists side by side: first values together, second values together, ... */
    LIST,
    /** Points drawn from the ranges, each range cut into as many strata as there are points. */
    LATIN_HYPERCUBE,
    /** A Sobol' sequence over the ranges. */
    SOBOL,
    /** The rows of a table. */
    CSV
}
