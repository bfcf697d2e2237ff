package firesale.credit;

import firesale.credit.contracts.BulletNote;
import firesale.credit.contracts.Lease;
import firesale.credit.contracts.LoanClass;
import firesale.credit.contracts.Revolver;
import firesale.credit.contracts.TermLoan;
import firesale.kernel.books.Book;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;

/** A borrower's week: rent earned, running cost, rent of leased machines and debt service paid. */
final class Operations {

    /** Weeks of debt service that a borrower keeps before it pays a revolving line down. */
    private static final int CUSHION_WEEKS = 13;

    private final OutsideWorld outside;
    private final FleetIncome income;
    private final Liquidity liquidity;
    private final Returns returns;
    private long lineBilled;
    private long revolverBilled;
    private long[] interestBilled = new long[1];
    private long[] principalBilled = new long[1];

    Operations(FleetIncome income, OutsideWorld outside, Liquidity liquidity, Returns returns) {
        this.income = income;
        this.outside = outside;
        this.liquidity = liquidity;
        this.returns = returns;
    }

    /** Earns and pays. Returns false if something due could not be paid: a payment default. */
    boolean run(Borrower borrower, int week) {
        if (EquityIssues.yearStarts(week)) {
            borrower.startYear();
        }
        long debtService = bill(borrower);
        double contracted = 0;
        double revenue = 0;
        double cost = 0;
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            Cohort cohort = borrower.cohorts().get(i);
            Lease lease = cohort.lease();
            if (lease == null || !lease.isRejected() && !lease.runs(week)) {
                double let = income.contracted(cohort, week);
                contracted += let;
                revenue += let + income.atSpot(borrower, cohort);
                cost += income.running(cohort);
            } else if (lease.runs(week) && !borrower.vehicle().isSponsored()) {
                double rent = cohort.gpus().balance() * lease.usdPerGpuWeek();
                outside.money().transfer(outside.customers(), borrower.cash(), Cents.of(rent));
                borrower.earn(rent);
                lease.paid(week);
            }
        }
        for (int i = 0; i < borrower.leased().size(); i++) {
            LeasedFleet fleet = borrower.leased().get(i);
            if (fleet.lease().runs(week)) {
                revenue += income.relet(fleet.cohort());
                cost += income.running(fleet.cohort());
            }
        }
        cost += income.overhead(revenue);
        double mining = income.mining(borrower);
        Book money = outside.money();
        money.transfer(outside.customers(), borrower.cash(), Cents.of(revenue));
        money.transfer(outside.dollarsForCoins(), borrower.cash(), Cents.of(mining));
        double assigned = 0;
        if (borrower.assignment() != null) {
            long collected = borrower.assignment().collect(contracted);
            money.transfer(borrower.cash(), borrower.assignment().holder(), collected);
            assigned = Cents.toUsd(collected);
        }
        borrower.earn(revenue + mining - cost - assigned);
        long due = Cents.of(cost);
        if (!liquidity.provide(borrower, due)) {
            return false;
        }
        money.transfer(borrower.cash(), outside.suppliers(), due);
        return payRent(borrower, week) && serveDebt(borrower, debtService);
    }

    private boolean payRent(Borrower borrower, int week) {
        for (int i = 0; i < borrower.leased().size(); i++) {
            LeasedFleet fleet = borrower.leased().get(i);
            if (fleet.lease().runs(week)) {
                double rent = fleet.cohort().gpus().balance() * fleet.lease().usdPerGpuWeek();
                long due = Cents.of(rent);
                if (!liquidity.provide(borrower, due)) {
                    return false;
                }
                outside.money().transfer(borrower.cash(), fleet.lessor().cash(), due);
                borrower.earn(-rent);
                fleet.lessor().earn(rent);
                fleet.lease().paid(week);
            }
        }
        return true;
    }

    private boolean serveDebt(Borrower borrower, long due) {
        borrower.owe(due);
        if (!liquidity.provide(borrower, due)) {
            return false;
        }
        Book money = outside.money();
        for (int i = 0; i < borrower.notes().size(); i++) {
            BulletNote note = borrower.notes().get(i);
            money.transfer(borrower.cash(), note.holder(), note.couponDue());
        }
        if (borrower.line() != null) {
            money.transfer(borrower.cash(), borrower.line().holder(), lineBilled);
        }
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            TermLoan loan = borrower.cohorts().get(i).loan();
            money.transfer(borrower.cash(), loan.lender().cash(), interestBilled[i] + principalBilled[i]);
            loan.reduce(principalBilled[i]);
        }
        if (borrower.revolver() != null) {
            money.transfer(borrower.cash(), borrower.revolver().holder(), revolverBilled);
            repayLine(borrower, due);
        }
        returns.paid();
        if (borrower.vehicle() != null) {
            distribute(borrower);
        }
        return true;
    }

    /** Bills the debt service of the week before cash is sought: what is borrowed to pay must not change it. Cents. */
    private long bill(Borrower borrower) {
        int loans = borrower.cohorts().size();
        if (interestBilled.length < loans) {
            interestBilled = new long[loans];
            principalBilled = new long[loans];
        }
        returns.open();
        long sum = 0;
        for (int i = 0; i < borrower.notes().size(); i++) {
            BulletNote note = borrower.notes().get(i);
            long coupon = note.couponDue();
            returns.bill(note.loanClass(), note.balance(), coupon);
            sum += coupon;
        }
        lineBilled = borrower.line() == null ? 0 : borrower.line().interestDue();
        revolverBilled = borrower.revolver() == null ? 0 : borrower.revolver().interestDue();
        sum += lineBilled + revolverBilled;
        tellOfOpenCredit(borrower);
        LoanClass kind = LoanClass.ofTermLoan(borrower.vehicle() != null);
        for (int i = 0; i < loans; i++) {
            Cohort cohort = borrower.cohorts().get(i);
            interestBilled[i] = cohort.loan().interestDue();
            returns.bill(kind, cohort.loan().balance(), interestBilled[i]);
            principalBilled[i] = liquidity.refinancing().repaid(borrower, cohort);
            sum += interestBilled[i] + principalBilled[i];
        }
        return sum;
    }

    /** Lines and assigned income, the interest of which is added to what is owed. */
    private void tellOfOpenCredit(Borrower borrower) {
        if (borrower.line() != null) {
            returns.bill(LoanClass.COIN_LINES, borrower.line().balance(), lineBilled);
        }
        if (borrower.revolver() != null) {
            returns.bill(LoanClass.REVOLVERS, borrower.revolver().balance(), revolverBilled);
        }
        if (borrower.assignment() != null) {
            returns.bill(LoanClass.INCOME_ASSIGNMENTS, borrower.assignment().balance(), borrower.assignment().interestDue());
        }
    }

    private void repayLine(Borrower borrower, long weeklyService) {
        Revolver revolver = borrower.revolver();
        long spare = borrower.cash().balance() - CUSHION_WEEKS * weeklyService;
        long repaid = Math.max(0, Math.min(spare, revolver.balance()));
        outside.money().transfer(borrower.cash(), revolver.holder(), repaid);
        revolver.repay(repaid);
    }

    /** A vehicle's shareholders get what exceeds its reserve. */
    private void distribute(Borrower borrower) {
        long surplus = borrower.cash().balance() - borrower.vehicle().reserve();
        if (surplus > 0) {
            outside.money().transfer(borrower.cash(), outside.investors(), surplus);
        }
    }
}
