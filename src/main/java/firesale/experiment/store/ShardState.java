package firesale.experiment.store;

/** What is in the place of a shard, the worse the later. */
public enum ShardState {
    /** All its tables are there and whole. */
    PUBLISHED,
    /** A table is not there. */
    MISSING,
    /** A table is cut or altered. */
    DAMAGED,
    /** A table belongs to another plan. */
    FOREIGN
}
