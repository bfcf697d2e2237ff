package firesale.credit;

import firesale.credit.contracts.Revolver;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;

/** Drawing on revolving lines. */
final class RevolverDraws implements CashSource {

    private final OutsideWorld outside;
    private final Chronicle chronicle;

    RevolverDraws(OutsideWorld outside, Chronicle chronicle) {
        this.outside = outside;
        this.chronicle = chronicle;
    }

    @Override
    public long room(Borrower borrower) {
        return borrower.revolver() == null ? 0 : borrower.revolver().room();
    }

    @Override
    public long raise(Borrower borrower, long cents) {
        long drawn = Math.min(cents, room(borrower));
        if (drawn <= 0) {
            return 0;
        }
        Revolver revolver = borrower.revolver();
        revolver.draw(drawn);
        revolver.lender().lend(outside, borrower.cash(), drawn);
        chronicle.note(CreditEvent.LINE_DRAWN, borrower.id(), revolver.lender().id(), 0, Cents.toUsd(drawn));
        return drawn;
    }
}
