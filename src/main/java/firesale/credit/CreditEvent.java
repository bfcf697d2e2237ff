package firesale.credit;

/** What happens to a borrower or a lender that a chronicle of a run tells. */
public enum CreditEvent {
    /** A borrower sold coins to pay. */
    COINS_SOLD,
    /** A line against coins was called. */
    MARGIN_CALL,
    /** A line was drawn. */
    LINE_DRAWN,
    /** New shares were sold. */
    EQUITY_ISSUED,
    /** More was lent against the same machines. */
    REFINANCED,
    /** Machines were bought with a new loan. */
    LOAN_DRAWN,
    /** A note was converted into shares. */
    NOTE_CONVERTED,
    /** A note that fell due was rolled. */
    NOTE_ROLLED,
    /** A note that fell due was repaid. */
    NOTE_REPAID,
    /** A covenant was broken. */
    BREACH,
    /** A technical default: a breach that the lender waived. */
    BREACH_WAIVED,
    /** A breach that was cured by paying down. */
    BREACH_CURED,
    /** The lender holds still, for it expects to lose more by seizing. */
    FORBEARANCE,
    /** A counterparty pays less rent than it owes from now on. */
    CONTRACT_RENEGOTIATED,
    /** A counterparty no longer pays. */
    CONTRACT_REPUDIATED,
    /** A lessee ended its lease. */
    LEASE_REJECTED,
    /** A borrower defaulted. */
    DEFAULT,
    /** Machines reached the lender. */
    SEIZURE,
    /** Machines were handed to an operator until the market is better. */
    HANDED_TO_OPERATOR,
    /** Machines were sold. */
    SALE,
    /** A lender's capital or funding no longer lets it lend. */
    LENDER_STOPS_LENDING,
    /** A lender has to sell at once. */
    LENDER_MUST_SELL
}
