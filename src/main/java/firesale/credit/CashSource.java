package firesale.credit;

/** A way in which a borrower that lacks cash finds some. */
interface CashSource {

    /** What it could bring now, cents. */
    long room(Borrower borrower);

    /**
     * Brings up to an amount into the borrower's cash and returns what it brought, cents; coins may bring a little more than
     * asked.
     */
    long raise(Borrower borrower, long cents);
}
