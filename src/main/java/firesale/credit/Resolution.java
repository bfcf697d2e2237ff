package firesale.credit;

import firesale.credit.contracts.Claim;
import firesale.credit.lenders.Lender;
import firesale.credit.lenders.Payer;
import firesale.kernel.books.Account;
import firesale.kernel.books.Book;
import firesale.kernel.books.Cents;
import firesale.kernel.books.ConservationException;
import firesale.kernel.books.OutsideWorld;
import firesale.policy.Guarantee;
import java.util.ArrayList;
import java.util.List;

/**
 * Who gets the proceeds of seized fleets. Order of claims: cost of liquidation; the secured lender on its own collateral; then
 * the deficiency with all claims without security, pari passu, from the estate's cash; then equity. A guarantee takes its share
 * of the lender's loss over as it is booked, and is paid back out of what comes later; the claim against the estate stays as it
 * is.
 */
public final class Resolution {

    private final OutsideWorld outside;
    private final Guarantee guarantee;
    private final List<Estate> estates = new ArrayList<>();
    private final LossLedger losses = new LossLedger();
    private final Returns returns;

    Resolution(OutsideWorld outside) {
        this(outside, Guarantee.none(), Returns.NONE);
    }

    /**
     * @param guarantee bears a share of lenders' losses
     * @param returns   is told of what lenders bear when it is booked
     */
    Resolution(OutsideWorld outside, Guarantee guarantee, Returns returns) {
        this.outside = outside;
        this.guarantee = guarantee;
        this.returns = returns;
    }

    /**
     * Opens the estate of a borrower that has just defaulted.
     *
     * @param equityUsd what its shareholders had at default, assets at FMV less all debt; 0 if less
     */
    void open(Borrower borrower, List<SeizedFleet> fleets, double equityUsd) {
        estates.add(new Estate(borrower, List.copyOf(fleets), Cents.of(StrictMath.max(0, equityUsd))));
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
        lender.pay(outside, outside.services(), costCents);
        take(fleet, paymentCents - costCents);
        lender.resolve(Cents.of(Cents.toUsd(fleet.loanAtDefault()) * soldGpus / fleet.seizedGpus()));
        bookLoss(fleet);
    }

    /**
     * Lets a warehouse take all machines of a fleet and make the lender whole: it pays a price for the machines and, on top, what
     * is left of the lender's claim, which it takes over: what the borrower's estate pays on it is the warehouse's.
     * A surplus of the price goes to the estate.
     *
     * @param priceCents for the machines
     * @return what the warehouse pays on top, cents
     */
    public long warehouse(SeizedFleet fleet, long priceCents) {
        Lender lender = fleet.lender();
        outside.money().transfer(outside.warehouse(), lender.cash(), priceCents);
        take(fleet, priceCents);
        long onTop = fleet.claim();
        outside.money().transfer(outside.warehouse(), lender.cash(), onTop);
        fleet.assign(outside.warehouse());
        lender.resolve(fleet.loanAtDefault());
        bookLoss(fleet);
        return onTop;
    }

    /** Books what a lender's loss on a fleet has changed by; the guarantee bears its share. */
    private void bookLoss(SeizedFleet fleet) {
        Lender lender = fleet.lender();
        long before = fleet.lossBooked();
        long change = fleet.bookLoss();
        long paid = guarantee.settle(fleet.id(), before, before + change);
        outside.money().transfer(outside.authority(), lender.cash(), Math.max(0, paid));
        lender.pay(outside, outside.authority(), Math.max(0, -paid));
        lender.lose(change - paid);
        returns.lost(fleet.loanClass(), change - paid);
    }

    /** Counts net proceeds that the lender has in hand towards its claim; a surplus goes to the estate. */
    private void take(SeizedFleet fleet, long cents) {
        long surplus = fleet.receive(cents);
        if (surplus > 0) {
            fleet.lender().pay(outside, fleet.borrower() == null ? outside.investors() : fleet.borrower().cash(), surplus);
        }
    }

    /** Pays a week of storage. */
    void store(SeizedFleet fleet, long cents) {
        fleet.lender().pay(outside, outside.services(), cents);
        fleet.cost(cents);
    }

    /**
     * Takes what an operator earned with a fleet in a week.
     *
     * @param netCents revenue after the operator's fee, from customers
     * @param costCents power, site and maintenance, at most the revenue
     */
    void operate(SeizedFleet fleet, long netCents, long costCents) {
        outside.money().transfer(outside.customers(), fleet.lender().cash(), netCents);
        fleet.lender().pay(outside, outside.suppliers(), costCents);
        take(fleet, netCents - costCents);
    }

    /** Takes the rent that a lessee owes for a seized fleet, from an account that has it. */
    void collectRent(SeizedFleet fleet, Account from, long cents) {
        outside.money().transfer(from, fleet.lender().cash(), cents);
        take(fleet, cents);
    }

    /**
     * Sets a lender's credit bid off against its claim.
     *
     * @param bidCents for all machines of the fleet that are left
     */
    public void setOff(SeizedFleet fleet, long bidCents) {
        if (!fleet.isOwned()) {
            fleet.own(bidCents);
            bookLoss(fleet);
        }
    }

    /** Distributes the estates whose fleets are all sold or owned by their lenders, and which wait for nothing else. */
    public void close() {
        int before;
        do {
            // what a lessee's estate pays may be what a lessor's estate waits for
            before = estates.size();
            for (int i = estates.size() - 1; i >= 0; i--) {
                if (estates.get(i).isReady()) {
                    distribute(estates.remove(i));
                }
            }
        } while (estates.size() < before);
    }

    private void distribute(Estate estate) {
        Borrower borrower = estate.borrower;
        int fleets = estate.fleets.size();
        List<Claim> others = borrower.claims();
        long[] claims = new long[fleets + others.size()];
        long total = 0;
        for (int i = 0; i < fleets; i++) {
            claims[i] = Math.max(0, estate.fleets.get(i).claim());
        }
        for (int i = 0; i < others.size(); i++) {
            claims[fleets + i] = others.get(i).balance();
        }
        for (long claim : claims) {
            total += claim;
        }
        long[] parts = Cents.split(Math.min(borrower.cash().balance(), total), claims);
        Book money = outside.money();
        for (int i = 0; i < fleets; i++) {
            SeizedFleet fleet = estate.fleets.get(i);
            money.transfer(borrower.cash(), fleet.claimant(), parts[i]);
            fleet.receiveFromEstate(parts[i]);
            bookLoss(fleet);
        }
        for (int i = 0; i < others.size(); i++) {
            Claim claim = others.get(i);
            money.transfer(borrower.cash(), claim.holder(), parts[fleets + i]);
            losses.add(claim.payer(), claims[fleets + i], parts[fleets + i]);
            returns.lost(claim.loanClass(), claims[fleets + i] - parts[fleets + i]);
            claim.close(claims[fleets + i] - parts[fleets + i]);
        }
        long rest = borrower.cash().balance();
        assertOrder(claims, parts, total, rest);
        money.transfer(borrower.cash(), outside.investors(), rest);
        shareholders(borrower, estate.equityAtDefault, rest);
    }

    /**
     * Shareholders get nothing before all claims are paid, and claims are paid alike.
     *
     * @throws ConservationException else
     */
    private static void assertOrder(long[] claims, long[] parts, long total, long rest) {
        long paid = 0;
        for (long part : parts) {
            paid += part;
        }
        double share = total == 0 ? 0 : (double) paid / total;
        for (int i = 0; i < claims.length; i++) {
            if (rest > 0 && parts[i] != claims[i] || StrictMath.abs(parts[i] - share * claims[i]) > 1 + 1e-9 * claims[i]) {
                throw new ConservationException("order of claims: " + parts[i] + " of " + claims[i] + ", " + paid + " of " + total
                        + " in all, " + rest + " to shareholders");
            }
        }
    }

    private void shareholders(Borrower borrower, long atDefault, long rest) {
        if (borrower.vehicle() == null) {
            losses.add(Payer.EQUITY, atDefault, rest);
            return;
        }
        double vendor = borrower.vehicle().vendorShare();
        long vendorHad = Cents.of(Cents.toUsd(atDefault) * vendor);
        long vendorGot = Cents.of(Cents.toUsd(rest) * vendor);
        losses.add(Payer.VENDOR, vendorHad, vendorGot);
        losses.add(Payer.VEHICLE_EQUITY, atDefault - vendorHad, rest - vendorGot);
    }

    /** Whether the estate of a defaulted borrower is still to be distributed. */
    boolean isOpen(Borrower borrower) {
        for (int i = 0; i < estates.size(); i++) {
            if (estates.get(i).borrower() == borrower) {
                return true;
            }
        }
        return false;
    }

    /** Who lost what without machines as security. */
    LossLedger losses() {
        return losses;
    }

    private record Estate(Borrower borrower, List<SeizedFleet> fleets, long equityAtDefault) {

        boolean isReady() {
            for (int i = 0; i < fleets.size(); i++) {
                if (fleets.get(i).gpus().balance() > 0 && !fleets.get(i).isOwned()) {
                    return false;
                }
            }
            return !borrower.awaitsDamages();
        }
    }
}
