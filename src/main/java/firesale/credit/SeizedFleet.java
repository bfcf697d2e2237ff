package firesale.credit;

import firesale.credit.contracts.Depreciation;
import firesale.credit.lenders.CreditSupply;
import firesale.credit.lenders.Lender;
import firesale.credit.contracts.Lease;
import firesale.credit.contracts.LoanClass;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;

/** GPUs of one kind and age that back a defaulted loan: first being repossessed, then in the lender's inventory, then sold. */
public final class SeizedFleet extends Lot {

    private final Borrower borrower;
    private final Lender lender;
    private final Resolution resolution;
    private final long seizedGpus;
    private final long loanAtDefault;
    private final int defaultWeek;
    private final double conditionAtDefault;
    private final double neglectDecayPerYear;
    private long claim;
    private long netProceeds;
    private long received;
    private long ownedValue;
    private long ownedGpus;
    private long lossBooked;
    /** Who took the claim over; null while the lender has it. */
    private Account assignee;
    private Lease lease;
    private int weeksRun;
    private boolean isRun;
    private boolean isKept;
    private int inPlaceUntilWeek;
    private double originalLoanUsd = Double.NaN;

    SeizedFleet(int id, long identity, Borrower borrower, Lender lender, MachineType machine, int machineIndex, Account gpus,
            long seizedGpus, long loanAtDefault, int defaultWeek, int seizedWeek, double ageAtStartYears,
            double conditionAtDefault, double costUsdPerGpu, HardwareParameters hardware, Resolution resolution) {
        super(id, identity, machine, machineIndex, gpus, ageAtStartYears, costUsdPerGpu, seizedWeek,
                afterNeglect(conditionAtDefault, hardware.neglectDecayPerYear(), seizedWeek - defaultWeek),
                hardware.storageDecayPerYear());
        this.borrower = borrower;
        this.lender = lender;
        this.resolution = resolution;
        this.seizedGpus = seizedGpus;
        this.loanAtDefault = loanAtDefault;
        this.defaultWeek = defaultWeek;
        this.conditionAtDefault = conditionAtDefault;
        this.neglectDecayPerYear = hardware.neglectDecayPerYear();
        this.claim = loanAtDefault;
    }

    /** The defaulted borrower; null for a scheduled seizure. */
    public Borrower borrower() {
        return borrower;
    }

    public Lender lender() {
        return lender;
    }

    /** What kind of lending the loan was. */
    LoanClass loanClass() {
        return borrower == null ? LoanClass.NOT_LENT : LoanClass.ofTermLoan(borrower.vehicle() != null);
    }

    /** Notes what was lent against the machines when the loan was made, USD. */
    void lentAtOrigination(double usd) {
        originalLoanUsd = usd;
    }

    /** What was lent against the machines when the loan was made, USD; NaN for a scheduled seizure. */
    public double originalLoanUsd() {
        return originalLoanUsd;
    }

    /** GPUs at default. */
    public long seizedGpus() {
        return seizedGpus;
    }

    /** Loan outstanding at default, cents. */
    public long loanAtDefault() {
        return loanAtDefault;
    }

    /**
     * What the lender is still owed, cents; negative never: a surplus goes to the estate. What a credit bid set off is not owed.
     */
    public long claim() {
        return claim;
    }

    /** Proceeds less selling and storage cost so far, cents; may be negative while nothing is sold. */
    public long netProceeds() {
        return netProceeds;
    }

    public int defaultWeek() {
        return defaultWeek;
    }

    /** Brings the machines to the lender earlier than expected. */
    void arriveBy(int week) {
        int arrives = Math.min(seizedWeek(), week);
        seizedIn(arrives, afterNeglect(conditionAtDefault, neglectDecayPerYear, arrives - defaultWeek));
    }

    private static double afterNeglect(double condition, double decayPerYear, int weeks) {
        return condition * StrictMath.exp(-decayPerYear * weeks / Hours.WEEKS_PER_YEAR);
    }

    @Override
    public double conditionAtDefault() {
        return conditionAtDefault;
    }

    /** Comes with the lease that was assigned to its lender. */
    void letUnder(Lease assigned) {
        lease = assigned;
    }

    /** The lease under which the machines are let; null if there is none. */
    Lease lease() {
        return lease;
    }

    /** Whether the machines earn the rent of a lease that goes on with the lender. */
    public boolean isLet() {
        return lease != null && isRun;
    }

    /** Says whether somebody runs the machines from now on; they then earn and keep their condition. */
    void run(boolean byAnOperator) {
        isRun = byAnOperator;
    }

    /** Whether somebody runs the machines. */
    public boolean isRun() {
        return isRun;
    }

    @Override
    public int weeksRun() {
        return weeksRun;
    }

    /** Counts a week in which somebody ran the machines. */
    void ranAWeek() {
        weeksRun++;
    }

    @Override
    public double bookUsdPerGpu(int week, double bookLifeYears) {
        return Depreciation.straightLine(costUsdPerGpu(), ageYears(week), bookLifeYears);
    }

    /** Keeps machines that have just come off the market until a week. */
    void keepUntil(int week) {
        isKept = true;
        holdUntil(week);
    }

    /**
     * Whether a custodian still decides when machines are first offered; what was withdrawn from sale is none of its business.
     */
    public boolean isKept() {
        return isKept;
    }

    /** Leaves machines to the sale: nobody runs them any longer. */
    void release() {
        isKept = false;
        isRun = false;
    }

    /** Lets the machines stand where they ran until a week, so that they can be sold there. */
    public void mayStayUntil(int week) {
        inPlaceUntilWeek = week;
    }

    @Override
    public boolean isInPlace(int week) {
        return week < inPlaceUntilWeek;
    }

    void cost(long cents) {
        netProceeds -= cents;
        received -= cents;
        claim += isOwned() ? 0 : cents;
    }

    /** Takes net proceeds; returns what exceeds the claim: nothing if the lender owns the machines. */
    long receive(long cents) {
        netProceeds += cents;
        long surplus = isOwned() ? 0 : Math.max(0, cents - Math.max(0, claim));
        received += cents - surplus;
        claim -= isOwned() ? 0 : cents - surplus;
        return surplus;
    }

    /** Takes what the borrower's estate pays on the claim; the claim stays on record as it stood against the estate. */
    void receiveFromEstate(long cents) {
        received += assignee == null ? cents : 0;
    }

    /** Hands the claim over to somebody who has just paid the lender all of it. */
    void assign(Account to) {
        received += claim;
        assignee = to;
    }

    /** Who gets what the borrower's estate pays on the claim. */
    Account claimant() {
        return assignee == null ? lender.cash() : assignee;
    }

    /**
     * Sets a credit bid for all machines that are left off against the claim: the lender owns them from now on, and what is left
     * of the claim is a deficiency, whatever the machines will fetch.
     *
     * @param cents the bid; no more than the claim counts
     */
    void own(long cents) {
        if (!isOwned() && gpus().balance() > 0) {
            ownedGpus = gpus().balance();
            ownedValue = Math.max(0, Math.min(cents, claim));
            claim -= ownedValue;
        }
    }

    /** Whether the lender owns what is left, by credit bid. */
    public boolean isOwned() {
        return ownedGpus > 0;
    }

    /**
     * What the lender has lost so far, cents: the loan on what is sold or owned, less all that it received and less the credit
     * bid on what it owns and has not sold. Negative while more came in than the part sold was lent.
     */
    private long loss() {
        long sold = seizedGpus - gpus().balance();
        long due = isOwned() ? loanAtDefault : Cents.of(Cents.toUsd(loanAtDefault) * sold / seizedGpus);
        long stillOwned = isOwned() ? Cents.of(Cents.toUsd(ownedValue) * gpus().balance() / ownedGpus) : 0;
        return due - received - stillOwned;
    }

    /** What the lender has lost on the fleet as booked so far, cents. */
    public long lossBooked() {
        return lossBooked;
    }

    /** Books the change of the lender's loss since the last time; returns it, cents. */
    long bookLoss() {
        long change = loss() - lossBooked;
        lossBooked += change;
        return change;
    }

    @Override
    public boolean isSeized() {
        return true;
    }

    @Override
    public boolean mustSell() {
        return lender.mustSell();
    }

    @Override
    public double discountRate() {
        return lender.type().discountRate();
    }

    @Override
    public double sellerLends() {
        return CreditSupply.BY_CAPITAL.share(lender);
    }

    @Override
    public long creditBidLimit() {
        return isOwned() ? 0 : claim / gpus().balance();
    }

    @Override
    public String seller() {
        return lender.type().name();
    }

    @Override
    public int sellerId() {
        return lender.id();
    }

    @Override
    public int hostId() {
        return borrower == null ? -1 : borrower.id();
    }

    @Override
    public double loanUsdPerGpu() {
        return Cents.toUsd(loanAtDefault) / seizedGpus;
    }

    @Override
    public void settle(Account buyer, long soldGpus, long paymentCents, long costCents) {
        resolution.settle(this, buyer, soldGpus, paymentCents, costCents);
    }

    @Override
    public void setOff(long bidCents) {
        resolution.setOff(this, bidCents);
    }
}
