package firesale.credit;

import firesale.credit.contracts.Depreciation;
import firesale.credit.contracts.Lease;
import firesale.credit.contracts.TermLoan;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.kernel.books.Account;

/** GPUs of one kind that a borrower bought at one date, the loan against them and the contract under which some are let. */
public final class Cohort {

    private final MachineType machine;
    private final int machineIndex;
    private final Account gpus;
    private final double costUsdPerGpu;
    private final double ageAtStartYears;
    private double contractShare;
    private int customer = -1;
    private Lease lease;
    private double contractRentUsdPerHour;
    private int contractEndWeek;
    private TermLoan loan;
    private double rateOverDrawnLoans;
    private double loanOnFlatRentUsd = Double.NaN;
    private double loanOnFallingRentUsd = Double.NaN;

    /** @param contractRentUsdPerHour rent of one of its GPUs under contract, until a week */
    public Cohort(MachineType machine, int machineIndex, Account gpus, double costUsdPerGpu, double ageAtStartYears,
            double contractShare, double contractRentUsdPerHour, int contractEndWeek) {
        this.machine = machine;
        this.machineIndex = machineIndex;
        this.gpus = gpus;
        this.costUsdPerGpu = costUsdPerGpu;
        this.ageAtStartYears = ageAtStartYears;
        this.contractShare = contractShare;
        this.contractRentUsdPerHour = contractRentUsdPerHour;
        this.contractEndWeek = contractEndWeek;
    }

    /** Takes a loan against the machines. */
    void finance(TermLoan termLoan) {
        loan = termLoan;
    }

    /** Notes by how much the loan's rate exceeds that of drawn loans; a floating rate keeps the difference. */
    void charge(double overDrawnLoans) {
        rateOverDrawnLoans = overDrawnLoans;
    }

    /** By how much the loan's rate exceeds that of drawn loans, 1/a. */
    double rateOverDrawnLoans() {
        return rateOverDrawnLoans;
    }

    /** Notes what underwriting on flat and on falling rent grants against it. */
    void underwrite(double onFlatRentUsd, double onFallingRentUsd) {
        loanOnFlatRentUsd = onFlatRentUsd;
        loanOnFallingRentUsd = onFallingRentUsd;
    }

    /** The same machines under the same contract, so that letting one of the two anew leaves the other as it is. */
    Cohort copy() {
        return new Cohort(machine, machineIndex, gpus, costUsdPerGpu, ageAtStartYears, contractShare, contractRentUsdPerHour,
                contractEndWeek);
    }

    /** Principal that underwriting on flat rent grants when the machines are bought, USD; NaN where none was underwritten. */
    public double loanOnFlatRentUsd() {
        return loanOnFlatRentUsd;
    }

    /** The same on rent that falls on trend. */
    public double loanOnFallingRentUsd() {
        return loanOnFallingRentUsd;
    }

    public MachineType machine() {
        return machine;
    }

    /** The machine's place in the list of kinds. */
    public int machineIndex() {
        return machineIndex;
    }

    /** The account that holds the GPUs. */
    public Account gpus() {
        return gpus;
    }

    /** The loan against this cohort. */
    public TermLoan loan() {
        return loan;
    }

    public double costUsdPerGpu() {
        return costUsdPerGpu;
    }

    /** Age in years in a week. */
    public double ageYears(int week) {
        return ageAtStartYears + week / Hours.WEEKS_PER_YEAR;
    }

    /** Cost less straight-line depreciation, USD per GPU. */
    public double bookUsdPerGpu(int week, double bookLifeYears) {
        return Depreciation.straightLine(costUsdPerGpu, ageYears(week), bookLifeYears);
    }

    /** Share of the GPUs under contract. */
    double contractShare() {
        return contractShare;
    }

    /** Names the customer of the funding circle that owes the contracted rent. */
    void oweRent(int circleCustomer) {
        customer = circleCustomer;
    }

    /** The customer of the funding circle that owes the contracted rent; -1 if it is none of them. */
    int customer() {
        return customer;
    }

    /** Lowers the contracted rent, if it is higher, until the contract's end. */
    void renegotiate(double usdPerHour) {
        contractRentUsdPerHour = StrictMath.min(contractRentUsdPerHour, usdPerHour);
    }

    /** Ends the contract: the machines are let at spot from now on. */
    void repudiate() {
        contractShare = 0;
        customer = -1;
    }

    /** Lets all machines on lease. */
    void let(Lease terms) {
        lease = terms;
    }

    /** The lease under which all machines are let; null if there is none. */
    public Lease lease() {
        return lease;
    }

    /** The week in which the contract in force ends. */
    int contractEndWeek() {
        return contractEndWeek;
    }

    /** Rent of one GPU under the contract in force, USD/h. */
    double contractRentUsdPerHour() {
        return contractRentUsdPerHour;
    }

    /** Rent of one GPU of this kind under contract; a contract that has ended is let anew for a year at the market. */
    double contractRent(int week, double marketContractUsdPerHour) {
        if (week >= contractEndWeek) {
            contractRentUsdPerHour = marketContractUsdPerHour * machine.rentRelativeToH100();
            contractEndWeek = week + (int) Hours.WEEKS_PER_YEAR;
            customer = -1;
        }
        return contractRentUsdPerHour;
    }
}
