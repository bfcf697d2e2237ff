package firesale.credit;

import firesale.credit.contracts.TermLoan;
import firesale.kernel.books.Cents;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.List;

/**
 * The fleets and loans of one moment, run on as planned whatever becomes of their owners: every machine is let and every payment
 * falls due. Contracts run to their end and are then let anew for a year, once at the rents of that moment for ever and once at
 * the rents that come. A fleet is one cohort with its loan, and is followed for as long as the loan has payments to come: cash
 * that it earns afterwards serves nobody. It moves no cash and touches no contract or loan of the run.
 */
public final class LoanBook {

    private final FleetIncome income;
    private final Market market;
    private final double flatSpotUsdPerHour;
    private final double flatContractUsdPerHour;
    private final List<Fleet> fleets = new ArrayList<>();

    LoanBook(List<Borrower> borrowers, FleetIncome income, Market market) {
        this.income = income;
        this.market = market;
        this.flatSpotUsdPerHour = market.spotUsdPerHour();
        this.flatContractUsdPerHour = market.contractUsdPerHour();
        for (Borrower borrower : borrowers) {
            for (Cohort cohort : borrower.vehicle() == null ? borrower.cohorts() : List.<Cohort>of()) {
                fleets.add(new Fleet(borrower, cohort));
            }
        }
    }

    /** Runs on for a week at the rents of now; weeks are to come in order and none twice. */
    public void run(int week) {
        for (int i = 0; i < fleets.size(); i++) {
            Fleet fleet = fleets.get(i);
            if (fleet.paymentsLeft == 0) {
                fleet.stop();
                continue;
            }
            double costUsd = income.running(fleet.realised.machine(), 1);
            double flatUsd = netOfOverhead(fleet, fleet.flat, week, flatSpotUsdPerHour, flatContractUsdPerHour);
            double usd = netOfOverhead(fleet, fleet.realised, week, market.spotUsdPerHour(), market.contractUsdPerHour());
            fleet.operatingFlatUsd = fleet.gpus * (flatUsd - costUsd);
            fleet.operatingUsd = fleet.gpus * (usd - costUsd);
            fleet.pay();
        }
    }

    private double netOfOverhead(Fleet fleet, Cohort let, int week, double spotUsdPerHour, double contractUsdPerHour) {
        double revenue = income.revenuePerGpu(fleet.borrower, let, week, spotUsdPerHour, contractUsdPerHour);
        return revenue - income.overhead(revenue);
    }

    /** How many fleets there are: the cohorts of all hosts, in their order. */
    public int size() {
        return fleets.size();
    }

    /** Rent less running cost and overhead of a fleet in the last week, rents of the start, USD; 0 once the loan is over. */
    public double operatingFlatUsd(int fleet) {
        return fleets.get(fleet).operatingFlatUsd;
    }

    /** The same at the rents of the week. */
    public double operatingUsd(int fleet) {
        return fleets.get(fleet).operatingUsd;
    }

    /**
     * What fell due on a fleet's loan in the last week, interest and principal, with its part by cost of the coupon on its
     * owner's note, USD. Notes go on as if rolled; no face falls due. 0 once the loan is over.
     */
    public double serviceUsd(int fleet) {
        return fleets.get(fleet).serviceUsd;
    }

    /** A cohort with its loan, let twice, and its last week. */
    private static final class Fleet {

        final Borrower borrower;
        final double gpus;
        final Cohort flat;
        final Cohort realised;
        final TermLoan loan;
        final double couponUsd;
        int paymentsLeft;
        double operatingFlatUsd;
        double operatingUsd;
        double serviceUsd;

        Fleet(Borrower borrower, Cohort cohort) {
            this.borrower = borrower;
            this.gpus = cohort.gpus().balance();
            this.flat = cohort.copy();
            this.realised = cohort.copy();
            this.loan = cohort.loan().copy();
            this.paymentsLeft = loan.balance() == 0 ? 0 : loan.weeksLeft();
            double costUsd = gpus * cohort.costUsdPerGpu();
            this.couponUsd = costUsd == 0 ? 0 : Cents.toUsd(borrower.note().couponDue()) * costUsd / borrower.fleetCostUsd();
        }

        void pay() {
            paymentsLeft--;
            long principal = loan.principalDue();
            serviceUsd = Cents.toUsd(loan.interestDue() + principal) + couponUsd;
            loan.reduce(principal);
        }

        void stop() {
            operatingFlatUsd = 0;
            operatingUsd = 0;
            serviceUsd = 0;
        }
    }
}
