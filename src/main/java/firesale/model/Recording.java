package firesale.model;

/** What a run writes down beside its measures. Recording never changes a number of the run. */
public enum Recording {
    /** Every sale: one row for each lot, buyer and week. */
    SALES,
    /** Every weekly clearing: one row for each kind of machine and week with supply. */
    AUCTIONS,
    /** Demand and supply of the run's largest sale: one row for each price at which they step. */
    SCHEDULES,
    /** The state of the world and of the institutions: one row a week. */
    WEEKS,
    /** What happened to borrowers, lenders, seized fleets and the regime: one row an event. */
    EVENTS,
    /** What quantities would fetch within a time: one row for each quantity, horizon and week in which depth is measured. */
    DEPTH,
    /** What could be financed by repo, and at which haircut: three rows a week, for young and old machines. */
    REPO,
    /** What became of seized fleets: one row for each at the end of the run. */
    FLEETS
}
