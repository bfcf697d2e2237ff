package firesale.credit;

/** Why a borrower defaulted. */
public enum DefaultCause {
    /** Could not pay interest, principal, coupon or running cost. */
    PAYMENT,
    /** Broke a covenant, was not waived and could not cure. */
    COVENANT,
    /** Could neither repay nor roll a note. */
    MATURITY
}
