package firesale.repo;

import firesale.buyers.Buyer;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import java.util.List;

/**
 * Machines that backed a repo that was not met, sold at once by the dealers. Proceeds pay the cost of the sale, storage, the dealers'
 * principal in proportion to what each is owed, interest, and what is left goes to the borrower. What is missing when all are sold is
 * taken from the borrower's cash; what is missing then is the dealers' loss.
 */
final class Collateral extends Lot {

    /** Beyond the numbers of all seized fleets. */
    private static final long FIRST_IDENTITY = 1L << 30;

    private final OutsideWorld outside;
    private final List<Dealer> dealers;
    private final Buyer borrower;
    private final Account escrow;
    private final double rate;
    private final double loanUsdPerGpu;
    private final long[] owed;
    private long storage;
    private long interest;

    /**
     * @param owed     principal to each dealer, cents
     * @param interest that is due, cents
     * @param escrow   where proceeds, and what was kept of the machines' earnings, wait to be distributed
     */
    Collateral(int id, MachineType machine, int machineIndex, Account gpus, double ageAtStartYears, int week, double condition,
            double storageDecayPerYear, Buyer borrower, List<Dealer> dealers, long[] owed, long interest, double rate, Account escrow,
            OutsideWorld outside) {
        super(id, FIRST_IDENTITY + id, machine, machineIndex, gpus, ageAtStartYears, machine.newPriceUsd(), week, condition,
                storageDecayPerYear);
        this.outside = outside;
        this.dealers = dealers;
        this.borrower = borrower;
        this.owed = owed;
        this.interest = interest;
        this.rate = rate;
        this.escrow = escrow;
        this.loanUsdPerGpu = gpus.balance() == 0 ? 0 : Cents.toUsd(principal()) / gpus.balance();
    }

    /** Who owes what it backed. */
    Buyer borrower() {
        return borrower;
    }

    /** Principal that is still owed to each dealer, cents. */
    long[] owed() {
        return owed;
    }

    private long principal() {
        long sum = 0;
        for (long each : owed) {
            sum += each;
        }
        return sum;
    }

    @Override
    public double bookUsdPerGpu(int week, double bookLifeYears) {
        return StrictMath.max(0, costUsdPerGpu() * (1 - StrictMath.max(0, ageYears(week)) / bookLifeYears));
    }

    @Override
    public boolean isSeized() {
        return false;
    }

    @Override
    public boolean mustSell() {
        return true;
    }

    @Override
    public double discountRate() {
        return rate;
    }

    @Override
    public double sellerLends() {
        return 1;
    }

    @Override
    public long creditBidLimit() {
        return 0;
    }

    @Override
    public String seller() {
        return "repo-dealer";
    }

    @Override
    public int sellerId() {
        return -1;
    }

    @Override
    public int hostId() {
        return -1;
    }

    @Override
    public double loanUsdPerGpu() {
        return loanUsdPerGpu;
    }

    @Override
    public void settle(Account buyer, long soldGpus, long paymentCents, long costCents) {
        outside.money().transfer(buyer, escrow, paymentCents);
        outside.money().transfer(escrow, outside.services(), Math.min(costCents, escrow.balance()));
        distribute();
    }

    /** Pays from escrow what is owed, in the order of claims. */
    void distribute() {
        storage -= pay(outside.repoFunding(), Math.min(storage, escrow.balance()));
        long principal = Math.min(principal(), escrow.balance());
        if (principal > 0) {
            long[] parts = Cents.split(principal, owed);
            for (int d = 0; d < parts.length; d++) {
                dealers.get(d).receive(escrow, parts[d], outside);
                owed[d] -= parts[d];
            }
        }
        interest -= pay(outside.repoFunding(), Math.min(interest, escrow.balance()));
        if (principal() == 0 && interest == 0 && storage == 0) {
            pay(borrower.cash(), escrow.balance());
        }
    }

    /**
     * Settles what is left when no machine is: the borrower owes what the machines did not bring, and what it has not is lost. Not
     * in the middle of a sale, in which its cash may be promised to others.
     *
     * @return principal that was lost, cents
     */
    long finish() {
        long missing = principal() + interest + storage;
        outside.money().transfer(borrower.cash(), escrow, Math.min(missing, borrower.cash().balance()));
        distribute();
        long lost = principal();
        for (int d = 0; d < owed.length; d++) {
            dealers.get(d).lose(owed[d]);
            owed[d] = 0;
        }
        return lost;
    }

    private long pay(Account to, long cents) {
        outside.money().transfer(escrow, to, cents);
        return cents;
    }

    /** Pays a week of storage, which the dealers' owners advance. */
    void store(long cents) {
        outside.money().transfer(outside.repoFunding(), outside.services(), cents);
        storage += cents;
    }

    @Override
    public void setOff(long bidCents) {
        throw new IllegalStateException("dealers do not bid with their claims");
    }
}
