package firesale.credit;

import firesale.kernel.books.Cents;

/**
 * What one party owes another.
 *
 * @param kind     for what
 * @param debtor   who owes
 * @param creditor who is owed
 * @param cents    how much, more than 0
 */
public record Exposure(Kind kind, Party debtor, Party creditor, long cents) {

    /** For what something is owed. */
    public enum Kind {
        /** Loans against machines of a borrower that has not defaulted. */
        TERM_LOAN,
        /** What is drawn on a revolving line. */
        REVOLVER,
        /** What is drawn against coins. */
        COIN_LINE,
        CONVERTIBLE_NOTE,
        HIGH_YIELD_NOTE,
        /** What is open of an advance on future income. */
        ASSIGNED_INCOME,
        /** Rent still to come under a lease, in present value at the rate of the vehicle's loan. */
        LEASE,
        /** Damages for a lease that was rejected, as long as the lessee's estate is open. */
        LEASE_DAMAGES,
        /** Rent that a customer of the funding circle owes to the end of its contracts, not discounted. */
        CONTRACTED_RENT,
        /** What banks lent to private credit at the start, less what they have borne of its losses. */
        BANK_FUNDING,
        /** A lender's claim on a defaulted borrower: the loan at default less what came in, as long as the estate is open. */
        CLAIM
    }

    /** How much, USD. */
    public double usd() {
        return Cents.toUsd(cents);
    }
}
