package firesale.policy;

/** When an authority stands behind prices or losses. */
public enum Trigger {
    ALWAYS,
    /** Only while there is a squeeze. */
    SQUEEZE,
    /** For good, once lenders' losses have exceeded a share of their loans. */
    LOSSES
}
