package firesale.policy;

import firesale.hardware.Custody;
import firesale.hardware.Lot;
import firesale.kernel.books.Account;
import firesale.kernel.books.Book;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Somebody with money who takes forced lots at a posted price when nobody pays more, as far as a budget goes. What it takes it
 * holds to the end of the run, in storage: nothing comes back into the market in which the price was to be held. Storage is
 * paid beside the budget.
 */
public final class Floor {

    private final FloorOwner owner;
    private final double share;
    private final BooleanSupplier stands;
    private final Account money;
    private final List<Account> machines = new ArrayList<>();
    private final List<Holding> holdings = new ArrayList<>();
    private long left;
    private long committed;
    private long spent;
    private long storage;
    private long gpus;

    /**
     * @param share  of FMV or of OLV, as the owner has it, that it pays
     * @param budget cents
     * @param stands whether the offer stands this week
     * @param money  the owner's account
     */
    Floor(FloorOwner owner, double share, long budget, BooleanSupplier stands, Account money, List<Custody> custody) {
        this.owner = owner;
        this.share = share;
        this.left = budget;
        this.stands = stands;
        this.money = money;
        for (Custody place : custody) {
            machines.add(place.open("held by " + owner.label()));
        }
    }

    public FloorOwner owner() {
        return owner;
    }

    /** The share of FMV or of OLV that it pays. */
    public double share() {
        return share;
    }

    /** Whether it buys this week. */
    public boolean isOpen() {
        return left > 0 && stands.getAsBoolean();
    }

    /** Who pays. */
    public Account money() {
        return money;
    }

    /** Where machines of a kind lie. */
    public Account machines(int machineIndex) {
        return machines.get(machineIndex);
    }

    /** How many units what is left of the budget, less what is promised, pays for; price in cents, positive. */
    public long payable(long priceEach) {
        return (left - committed) / priceEach;
    }

    /** Promises money for the units of a lot until the sale is over, cents. */
    public void commit(long cents) {
        committed += cents;
    }

    /** Ends all promises. */
    public void release() {
        committed = 0;
    }

    /** Takes down what was bought of a lot this week, for cents in all. */
    public void took(Lot lot, long count, long cents, int week) {
        left -= cents;
        spent += cents;
        gpus += count;
        holdings.add(Holding.of(lot, count, week));
    }

    /** Pays a week of storage for all that it holds. */
    void store(Book moneyBook, Account services, long cents) {
        moneyBook.transfer(money, services, cents);
        storage += cents;
    }

    /** GPUs taken so far, all of which it still holds. */
    public long gpus() {
        return gpus;
    }

    /** What it paid for them, cents. */
    public long spent() {
        return spent;
    }

    /** What it paid for storage, cents. */
    public long storage() {
        return storage;
    }

    public List<Holding> holdings() {
        return holdings;
    }
}
