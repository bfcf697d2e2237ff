package firesale.credit.contracts;

import firesale.credit.lenders.Payer;
import firesale.kernel.books.Account;

/**
 * A claim on a borrower that machines do not secure. In an estate all of them rank alike, beside the deficiencies of secured
 * loans.
 */
public interface Claim {

    /** What is owed, cents. */
    long balance();

    /** Who is paid. */
    Account holder();

    /** Who bears what is not paid; a lender or a lessor of the model counts its losses itself. */
    Payer payer();

    /** What kind of lending it is. */
    LoanClass loanClass();

    /**
     * Ends the claim.
     *
     * @param unpaidCents what the estate left unpaid, from 0 to the balance
     */
    void close(long unpaidCents);
}
