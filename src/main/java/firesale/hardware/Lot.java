package firesale.hardware;

import firesale.kernel.books.Account;

/**
 * Machines of one kind and age that somebody sells because he must: a lender what it has repossessed, a dealer what backed a repo
 * that was not met. Here stands what they are like and since when they are for sale; who sells them says what becomes of the
 * proceeds.
 */
public abstract class Lot {

    private final int id;
    private final long identity;
    private final MachineType machine;
    private final int machineIndex;
    private final Account gpus;
    private final double ageAtStartYears;
    private final double costUsdPerGpu;
    private final double storageDecayPerYear;
    private int seizedWeek;
    private double conditionAtSeizure;
    private int weeksOffered;
    private int heldUntilWeek;

    /**
     * @param id                  unique among the lots of a run
     * @param identity            keys its draws
     * @param gpus                where the machines lie
     * @param ageAtStartYears     their age in week 0, years; negative if they were made later
     * @param costUsdPerGpu       what a machine cost new, USD
     * @param seizedWeek          when the seller has them
     * @param conditionAtSeizure  their condition then, 1 for new
     * @param storageDecayPerYear rate at which condition falls in storage, 1/a
     */
    protected Lot(int id, long identity, MachineType machine, int machineIndex, Account gpus, double ageAtStartYears,
            double costUsdPerGpu, int seizedWeek, double conditionAtSeizure, double storageDecayPerYear) {
        this.id = id;
        this.identity = identity;
        this.machine = machine;
        this.machineIndex = machineIndex;
        this.gpus = gpus;
        this.ageAtStartYears = ageAtStartYears;
        this.costUsdPerGpu = costUsdPerGpu;
        this.seizedWeek = seizedWeek;
        this.conditionAtSeizure = conditionAtSeizure;
        this.storageDecayPerYear = storageDecayPerYear;
    }

    /** The lot's number within the run, in the order in which lots came to be. */
    public final int id() {
        return id;
    }

    /** The number that keys its draws; lots of other sellers, which may come in between, do not change it. */
    public final long identity() {
        return identity;
    }

    public final MachineType machine() {
        return machine;
    }

    public final int machineIndex() {
        return machineIndex;
    }

    /** GPUs not yet sold. */
    public final Account gpus() {
        return gpus;
    }

    /** What a machine cost new, USD. */
    public final double costUsdPerGpu() {
        return costUsdPerGpu;
    }

    /** Age in years in a week. */
    public final double ageYears(int week) {
        return ageAtStartYears + week / Hours.WEEKS_PER_YEAR;
    }

    /** The week in which the seller has the machines. */
    public final int seizedWeek() {
        return seizedWeek;
    }

    /** Says that the seller has them earlier than expected, and in which condition. */
    protected final void seizedIn(int week, double condition) {
        seizedWeek = week;
        conditionAtSeizure = condition;
    }

    /** Condition in the week in which the seller got them. */
    public final double conditionAtSeizure() {
        return conditionAtSeizure;
    }

    /** Condition before maintenance stopped. */
    public double conditionAtDefault() {
        return conditionAtSeizure;
    }

    /** Condition in a week from seizure on: it falls in storage, and not while somebody runs and maintains the machines. */
    public final double condition(int week) {
        return conditionAtSeizure
                * StrictMath.exp(-storageDecayPerYear * (week - seizedWeek - weeksRun()) / Hours.WEEKS_PER_YEAR);
    }

    /** Weeks since seizure in which somebody ran the machines, so that they were not stored. */
    public int weeksRun() {
        return 0;
    }

    /** Whether the machines may be sold in a week where they stand. */
    public boolean isInPlace(int week) {
        return false;
    }

    /** Weeks in which the lot was offered so far, since it was listed last. */
    public final int weeksOffered() {
        return weeksOffered;
    }

    /** Counts a week in which the lot was offered. */
    public final void offered() {
        weeksOffered++;
    }

    /** Whether the seller keeps the lot off the market in a week. */
    public final boolean isHeld(int week) {
        return week < heldUntilWeek;
    }

    /** The week from which on it is on the market; past weeks if it never was kept off. */
    public final int heldUntilWeek() {
        return heldUntilWeek;
    }

    /** Takes the lot off the market until a week, in which it is listed anew. */
    public final void holdUntil(int week) {
        heldUntilWeek = week;
        weeksOffered = 0;
    }

    /**
     * Cost less straight-line depreciation, USD per GPU.
     *
     * @param bookLifeYears the accounting life
     */
    public abstract double bookUsdPerGpu(int week, double bookLifeYears);

    /** Whether a lender seized the machines for a defaulted loan; else they backed a repo that was not met. */
    public abstract boolean isSeized();

    /** Whether the seller has to sell at once, without reserve. */
    public abstract boolean mustSell();

    /** Rate at which the seller discounts proceeds, 1/a. */
    public abstract double discountRate();

    /** What the seller's capital lets it lend of what it would lend in calm, 0 to 1. */
    public abstract double sellerLends();

    /** What the seller may bid of its claim instead of money, cents a GPU; 0 if it has none. */
    public abstract long creditBidLimit();

    /** The kind of seller. */
    public abstract String seller();

    /** The seller's number among those of its kind. */
    public abstract int sellerId();

    /** The number of the host whose machines they were; negative if there is none. */
    public abstract int hostId();

    /** What was lent against a machine, USD. */
    public abstract double loanUsdPerGpu();

    /**
     * Settles a sale: the buyer pays the seller, who pays the cost of the sale.
     *
     * @param buyer        whose account pays
     * @param soldGpus     how many GPUs of the lot were sold
     * @param paymentCents price
     * @param costCents    cost of the sale, borne out of the price
     */
    public abstract void settle(Account buyer, long soldGpus, long paymentCents, long costCents);

    /**
     * Sets a credit bid off against the seller's claim.
     *
     * @param bidCents for all machines of the lot that are left
     */
    public abstract void setOff(long bidCents);
}
