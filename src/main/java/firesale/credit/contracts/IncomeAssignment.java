package firesale.credit.contracts;

import firesale.credit.lenders.Payer;
import firesale.hardware.Hours;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;

/**
 * Future income of compute, assigned for cash: a share of what contracts bring goes to the assignee before anything else is
 * paid, until the advance and its interest are paid back. Interest accrues weekly. When the borrower defaults its contracts end,
 * and what is open is an unsecured claim.
 */
public final class IncomeAssignment implements Claim {

    private final Account assignee;
    private final double shareOfContracts;
    private final double weeklyRate;
    private long balance;

    /**
     * @param shareOfContracts share of contracted revenue that is assigned
     * @param advanceCents     what was advanced
     * @param yearlyRate       nominal rate, 1/a
     */
    public IncomeAssignment(Account assignee, double shareOfContracts, long advanceCents, double yearlyRate) {
        this.assignee = assignee;
        this.shareOfContracts = shareOfContracts;
        this.balance = advanceCents;
        this.weeklyRate = yearlyRate / Hours.WEEKS_PER_YEAR;
    }

    /** What is owed, cents. */
    @Override
    public long balance() {
        return balance;
    }

    @Override
    public Account holder() {
        return assignee;
    }

    @Override
    public Payer payer() {
        return Payer.INCOME_ASSIGNEES;
    }

    /** What the assignee would get of contracted revenue, with the balance of now and no more interest, USD. */
    public double dueUsd(double contractRevenueUsd) {
        return StrictMath.min(Cents.toUsd(balance), shareOfContracts * contractRevenueUsd);
    }

    /** Interest that a week adds to what is owed now, cents. */
    public long interestDue() {
        return Cents.of(Cents.toUsd(balance) * weeklyRate);
    }

    /** Adds a week's interest, takes what the assignee gets of a week's contracted revenue, and returns it, cents. */
    public long collect(double contractRevenueUsd) {
        balance += interestDue();
        long paid = Math.min(balance, Cents.of(shareOfContracts * contractRevenueUsd));
        balance -= paid;
        return paid;
    }

    @Override
    public LoanClass loanClass() {
        return LoanClass.INCOME_ASSIGNMENTS;
    }

    @Override
    public void close(long unpaidCents) {
        balance = 0;
    }
}
