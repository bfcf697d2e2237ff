package firesale.credit;

/** Why a borrower defaulted. */
public enum DefaultCause {
    /** Could not pay interest, principal, coupon or running cost. */
    PAYMENT,
    /** Broke a covenant, was not waived and could not cure. */
    COVENANT,
    /** Could not pay what coins did not cover when a line against them was called. */
    MARGIN_CALL,
    /** Could neither repay nor roll a note. */
    MATURITY,
    /** A vehicle whose shareholders walked away: its loan exceeded its collateral. */
    STRATEGIC,
    /** For a reason outside the model. */
    EXOGENOUS
}
