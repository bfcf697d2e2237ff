package firesale.credit;

/** On which cash flow debt-service cover is tested. */
public enum DscrBasis {
    /** What the quarter brought. */
    TRAILING,
    /** What the next year should bring, at contracts in force and the expected path of rent. */
    PROJECTED,
    /** The worse of the two. */
    BOTH
}
