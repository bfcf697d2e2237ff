package firesale.credit;

import firesale.credit.contracts.Lease;
import firesale.hardware.Hours;
import firesale.kernel.books.Cents;
import firesale.world.Market;

/**
 * Strategic default of vehicles: without recourse, shareholders walk away when the loan exceeds the collateral, that is the rent
 * still to come under a lease that runs and the machines at its end, both in present value at the loan's rate; without a lease
 * the machines at FMV.
 */
final class WalkAway {

    private final Marks marks;
    private final Market market;

    WalkAway(Marks marks, Market market) {
        this.marks = marks;
        this.market = market;
    }

    /** Whether a vehicle's shareholders walk away. */
    boolean is(Borrower borrower, int week) {
        return borrower.vehicle().walksAway() && Cents.toUsd(borrower.loanBalance()) > collateralUsd(borrower, week);
    }

    double collateralUsd(Borrower borrower, int week) {
        double sum = Cents.toUsd(borrower.cash().balance());
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            Cohort cohort = borrower.cohorts().get(i);
            Lease lease = cohort.lease();
            boolean let = lease.runs(week);
            double years = let ? (lease.endWeek() - week) / Hours.WEEKS_PER_YEAR : 0;
            double rate = cohort.loan().yearlyRate();
            double machine = marks.modelUsd(cohort.machine(), cohort.ageYears(week))
                    * StrictMath.exp(-(rate + market.outlook().trendDecline()) * years);
            sum += cohort.gpus().balance() * (machine + (let ? lease.presentValueUsd(lease.nextDue(week), rate) : 0));
        }
        return sum;
    }
}
