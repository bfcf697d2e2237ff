package firesale.model;

/** How far the price of each sale is taken apart. Changes no other number. */
public enum Anatomy {
    /** Not at all. */
    NONE,
    /** Step by step: what each friction takes off, given those before it. */
    WATERFALL,
    /** Step by step, and by Shapley values: what each friction takes off on average over all orders. */
    ATTRIBUTION
}
