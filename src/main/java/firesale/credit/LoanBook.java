package firesale.credit;

import firesale.kernel.books.Cents;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.List;

/**
 * The fleets and loans of one moment, run on as planned whatever becomes of their owners: every machine is let and every payment
 * falls due. Contracts run to their end and are then let anew for a year, once at the rents of that moment for ever and once at
 * the rents that come. It moves no cash and touches no contract or loan of the run.
 */
public final class LoanBook {

    private final CreditParameters.BorrowerParameters parameters;
    private final Operations operations;
    private final Market market;
    private final double flatSpotUsdPerHour;
    private final double flatContractUsdPerHour;
    private final List<Fleet> fleets = new ArrayList<>();
    private final double[] couponUsd;
    private final double[] operatingFlatUsd;
    private final double[] operatingUsd;
    private final double[] serviceUsd;

    LoanBook(CreditParameters.BorrowerParameters parameters, List<Borrower> borrowers, Operations operations, Market market) {
        this.parameters = parameters;
        this.operations = operations;
        this.market = market;
        this.flatSpotUsdPerHour = market.spotUsdPerHour();
        this.flatContractUsdPerHour = market.contractUsdPerHour();
        this.couponUsd = new double[borrowers.size()];
        this.operatingFlatUsd = new double[borrowers.size()];
        this.operatingUsd = new double[borrowers.size()];
        this.serviceUsd = new double[borrowers.size()];
        for (int b = 0; b < borrowers.size(); b++) {
            couponUsd[b] = Cents.toUsd(borrowers.get(b).note().couponDue());
            for (Cohort cohort : borrowers.get(b).cohorts()) {
                fleets.add(new Fleet(b, borrowers.get(b), cohort));
            }
        }
    }

    /** Runs on for a week at the rents of now; weeks are to come in order and none twice. */
    public void run(int week) {
        for (int b = 0; b < couponUsd.length; b++) {
            operatingFlatUsd[b] = 0;
            operatingUsd[b] = 0;
            serviceUsd[b] = couponUsd[b];
        }
        for (int i = 0; i < fleets.size(); i++) {
            Fleet fleet = fleets.get(i);
            double costUsd = operations.weeklyCost(fleet.realised);
            int owner = fleet.owner;
            operatingFlatUsd[owner] += fleet.gpus
                    * (netOfOverhead(fleet, fleet.flat, week, flatSpotUsdPerHour, flatContractUsdPerHour) - costUsd);
            operatingUsd[owner] += fleet.gpus
                    * (netOfOverhead(fleet, fleet.realised, week, market.spotUsdPerHour(), market.contractUsdPerHour())
                    - costUsd);
            serviceUsd[owner] += fleet.pay();
        }
    }

    private double netOfOverhead(Fleet fleet, Cohort let, int week, double spotUsdPerHour, double contractUsdPerHour) {
        return (1 - parameters.overheadShare()) * Operations.HOURS_PER_WEEK
                * operations.rentPerHour(fleet.borrower, let, week, spotUsdPerHour, contractUsdPerHour);
    }

    /** How many borrowers there are. */
    public int size() {
        return couponUsd.length;
    }

    /** Rent less running cost of a borrower's fleet in the last week, rents as they were, USD; no mining. */
    public double operatingFlatUsd(int borrower) {
        return operatingFlatUsd[borrower];
    }

    /** The same at the rents of the week. */
    public double operatingUsd(int borrower) {
        return operatingUsd[borrower];
    }

    /** Interest, principal and coupon due in the last week, USD. Notes pay their coupon as if rolled; no face is due. */
    public double serviceUsd(int borrower) {
        return serviceUsd[borrower];
    }

    /** A cohort with its loan, let twice. */
    private static final class Fleet {

        final int owner;
        final Borrower borrower;
        final double gpus;
        final Cohort flat;
        final Cohort realised;
        final TermLoan loan;

        Fleet(int owner, Borrower borrower, Cohort cohort) {
            this.owner = owner;
            this.borrower = borrower;
            this.gpus = cohort.gpus().balance();
            this.flat = cohort.copy();
            this.realised = cohort.copy();
            this.loan = cohort.loan().copy();
        }

        double pay() {
            long principal = loan.principalDue();
            long due = loan.interestDue() + principal;
            loan.reduce(principal);
            return Cents.toUsd(due);
        }
    }
}
