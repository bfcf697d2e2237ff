package firesale.credit;

import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.kernel.books.Account;

/** GPUs of one kind and age that back a defaulted loan: first being repossessed, then in the lender's inventory, then sold. */
public final class SeizedFleet {

    private final int id;
    private final Borrower borrower;
    private final Lender lender;
    private final MachineType machine;
    private final int machineIndex;
    private final Account gpus;
    private final long seizedGpus;
    private final long loanAtDefault;
    private final int defaultWeek;
    private int seizedWeek;
    private final double ageAtStartYears;
    private final double conditionAtDefault;
    private final double neglectDecayPerYear;
    private double conditionAtSeizure;
    private final double costUsdPerGpu;
    private final double storageDecayPerYear;
    private long claim;
    private long netProceeds;
    private long lossBooked;
    private int weeksOffered;
    private int heldUntilWeek;

    SeizedFleet(int id, Borrower borrower, Lender lender, MachineType machine, int machineIndex, Account gpus,
            long seizedGpus, long loanAtDefault, int defaultWeek, int seizedWeek, double ageAtStartYears,
            double conditionAtDefault, double costUsdPerGpu, HardwareParameters hardware) {
        this.id = id;
        this.borrower = borrower;
        this.lender = lender;
        this.machine = machine;
        this.machineIndex = machineIndex;
        this.gpus = gpus;
        this.seizedGpus = seizedGpus;
        this.loanAtDefault = loanAtDefault;
        this.defaultWeek = defaultWeek;
        this.seizedWeek = seizedWeek;
        this.ageAtStartYears = ageAtStartYears;
        this.costUsdPerGpu = costUsdPerGpu;
        this.storageDecayPerYear = hardware.storageDecayPerYear();
        this.conditionAtDefault = conditionAtDefault;
        this.neglectDecayPerYear = hardware.neglectDecayPerYear();
        this.conditionAtSeizure = afterNeglect();
        this.claim = loanAtDefault;
    }

    /** The fleet's number within the run, in the order of default. */
    public int id() {
        return id;
    }

    /** The defaulted borrower; null for a scheduled seizure. */
    public Borrower borrower() {
        return borrower;
    }

    public Lender lender() {
        return lender;
    }

    public MachineType machine() {
        return machine;
    }

    public int machineIndex() {
        return machineIndex;
    }

    /** GPUs not yet sold. */
    public Account gpus() {
        return gpus;
    }

    /** GPUs at default. */
    public long seizedGpus() {
        return seizedGpus;
    }

    /** Loan outstanding at default, cents. */
    public long loanAtDefault() {
        return loanAtDefault;
    }

    /** What the lender is still owed, cents; negative never: a surplus goes to the estate. */
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
        seizedWeek = Math.min(seizedWeek, week);
        conditionAtSeizure = afterNeglect();
    }

    private double afterNeglect() {
        return conditionAtDefault * StrictMath.exp(-neglectDecayPerYear * (seizedWeek - defaultWeek) / Hours.WEEKS_PER_YEAR);
    }

    /** The week in which the lender has the machines. */
    public int seizedWeek() {
        return seizedWeek;
    }

    /** Age in years in a week. */
    public double ageYears(int week) {
        return ageAtStartYears + week / Hours.WEEKS_PER_YEAR;
    }

    /** Condition in a week from seizure on: it falls in storage. */
    public double condition(int week) {
        return conditionAtSeizure
                * StrictMath.exp(-storageDecayPerYear * (week - seizedWeek) / Hours.WEEKS_PER_YEAR);
    }

    public double conditionAtSeizure() {
        return conditionAtSeizure;
    }

    public double costUsdPerGpu() {
        return costUsdPerGpu;
    }

    /** Cost less straight-line depreciation, USD per GPU. */
    public double bookUsdPerGpu(int week, double bookLifeYears) {
        return Depreciation.straightLine(costUsdPerGpu, ageYears(week), bookLifeYears);
    }

    /** Weeks in which the fleet was offered so far, since it was listed last. */
    public int weeksOffered() {
        return weeksOffered;
    }

    /** Whether the lender keeps the fleet off the market in a week. */
    public boolean isHeld(int week) {
        return week < heldUntilWeek;
    }

    /** Takes the fleet off the market until a week, in which it is listed anew. */
    public void holdUntil(int week) {
        heldUntilWeek = week;
        weeksOffered = 0;
    }

    /** Counts a week in which the fleet was offered. */
    public void offered() {
        weeksOffered++;
    }

    void cost(long cents) {
        netProceeds -= cents;
        claim += cents;
    }

    /** Takes net proceeds; returns what exceeds the claim. */
    long receive(long cents) {
        netProceeds += cents;
        long surplus = Math.max(0, cents - Math.max(0, claim));
        claim -= cents - surplus;
        return surplus;
    }

    /** Books a change of the lender's loss so that it stands at a given amount; returns the change. */
    long bookLoss(long cents) {
        long change = cents - lossBooked;
        lossBooked = cents;
        return change;
    }
}
