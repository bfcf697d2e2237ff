package firesale.credit;

import firesale.credit.lenders.Lender;
import firesale.kernel.books.Account;
import firesale.kernel.books.Book;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import java.util.ArrayList;
import java.util.List;

/**
 * Who gets the proceeds of seized fleets. Order of claims: cost of liquidation; the secured lender on its own collateral; then
 * the deficiency with the notes and with what pledged coins left open, pari passu, from the estate's cash; then equity.
 */
public final class Resolution {

    private final OutsideWorld outside;
    private final List<Estate> estates = new ArrayList<>();

    Resolution(OutsideWorld outside) {
        this.outside = outside;
    }

    /** Opens the estate of a borrower that has just defaulted. */
    void open(Borrower borrower, List<SeizedFleet> fleets) {
        estates.add(new Estate(borrower, List.copyOf(fleets)));
    }

    /**
     * Settles a sale: the buyer pays the lender, the lender pays the cost of the sale, a surplus goes to the estate.
     *
     * @param buyer       whose account pays
     * @param soldGpus    how many GPUs of the fleet were sold
     * @param paymentCents price
     * @param costCents   cost of the sale, borne out of the price
     */
    public void settle(SeizedFleet fleet, Account buyer, long soldGpus, long paymentCents, long costCents) {
        Lender lender = fleet.lender();
        Book money = outside.money();
        money.transfer(buyer, lender.cash(), paymentCents);
        pay(lender, outside.services(), costCents);
        long surplus = fleet.receive(paymentCents - costCents);
        if (surplus > 0) {
            pay(lender, fleet.borrower() == null ? outside.investors() : fleet.borrower().cash(), surplus);
        }
        long share = Cents.of(Cents.toUsd(fleet.loanAtDefault()) * soldGpus / fleet.seizedGpus());
        lender.resolve(share);
        long sold = fleet.seizedGpus() - fleet.gpus().balance();
        long due = Cents.of(Cents.toUsd(fleet.loanAtDefault()) * sold / fleet.seizedGpus());
        lender.lose(fleet.bookLoss(due - (fleet.loanAtDefault() - fleet.claim())));
    }

    /** Pays a week of storage. */
    void store(SeizedFleet fleet, long cents) {
        pay(fleet.lender(), outside.services(), cents);
        fleet.cost(cents);
    }

    /** Distributes the estates whose fleets are all sold. */
    public void close() {
        for (int i = estates.size() - 1; i >= 0; i--) {
            if (estates.get(i).sold()) {
                distribute(estates.remove(i));
            }
        }
    }

    private void distribute(Estate estate) {
        Borrower borrower = estate.borrower;
        int fleets = estate.fleets.size();
        long[] claims = new long[fleets + 2];
        long total = 0;
        for (int i = 0; i < estate.fleets.size(); i++) {
            claims[i] = Math.max(0, estate.fleets.get(i).claim());
            total += claims[i];
        }
        claims[fleets] = borrower.note().face();
        claims[fleets + 1] = borrower.line() == null ? 0 : borrower.line().balance();
        total += claims[fleets] + claims[fleets + 1];
        long[] parts = Cents.split(Math.min(borrower.cash().balance(), total), claims);
        Book money = outside.money();
        for (int i = 0; i < estate.fleets.size(); i++) {
            SeizedFleet fleet = estate.fleets.get(i);
            money.transfer(borrower.cash(), fleet.lender().cash(), parts[i]);
            fleet.lender().lose(fleet.bookLoss(claims[i] - parts[i]));
        }
        money.transfer(borrower.cash(), outside.noteHolders(), parts[fleets]);
        borrower.note().extinguish();
        if (borrower.line() != null) {
            money.transfer(borrower.cash(), outside.coinLenders(), parts[fleets + 1]);
            borrower.line().reduce(borrower.line().balance());
        }
        money.transfer(borrower.cash(), outside.investors(), borrower.cash().balance());
    }

    /** A lender that lacks cash draws on its funding. */
    private void pay(Lender lender, Account to, long cents) {
        long missing = cents - lender.cash().balance();
        if (missing > 0) {
            outside.money().transfer(outside.lenders(), lender.cash(), missing);
        }
        outside.money().transfer(lender.cash(), to, cents);
    }

    private record Estate(Borrower borrower, List<SeizedFleet> fleets) {

        boolean sold() {
            for (int i = 0; i < fleets.size(); i++) {
                if (fleets.get(i).gpus().balance() > 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
