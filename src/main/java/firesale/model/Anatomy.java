package firesale.model;

/** How far the price of each sale is explained; changes no other number. */
public enum Anatomy {
    /** Not at all. */
    NONE,
    /** Step by step, in the order of the frictions: the waterfall, and OLV, FLV and NOLV beside. */
    WATERFALL,
    /** That, and by Shapley values, which do not depend on an order. */
    ATTRIBUTION
}
