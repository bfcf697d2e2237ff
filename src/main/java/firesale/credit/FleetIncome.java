package firesale.credit;

import firesale.credit.CreditParameters.BorrowerParameters;
import firesale.credit.contracts.Lease;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.valuation.RevenuePath;
import firesale.world.Market;

/** What machines of borrowers and lenders earn and cost: this week, and over the next year as far as one can tell. USD. */
final class FleetIncome {

    private static final double HOURS_PER_WEEK = Hours.PER_YEAR / Hours.WEEKS_PER_YEAR;

    private final BorrowerParameters parameters;
    private final Market market;
    private final RevenuePath path = new RevenuePath();
    private int pathWeek = -1;
    private double halfYearFactor;

    FleetIncome(BorrowerParameters parameters, Market market) {
        this.parameters = parameters;
        this.market = market;
    }

    /**
     * Revenue of one GPU of a cohort in a week, contract and spot, at rents of an H100. A contract that has ended is let anew by
     * this.
     */
    double revenuePerGpu(Borrower borrower, Cohort cohort, int week, double spotUsdPerHour, double contractUsdPerHour) {
        double x = cohort.contractShare();
        double contract = cohort.contractRent(week, contractUsdPerHour);
        double spot = spotUsdPerHour * cohort.machine().rentRelativeToH100();
        return HOURS_PER_WEEK * (x * contract * parameters.contractUtilisation() + (1 - x) * spot * borrower.spotUtilisation());
    }

    /** Contracted revenue of a cohort this week. A contract that has ended is let anew by this. */
    double contracted(Cohort cohort, int week) {
        double rent = cohort.contractRent(week, market.contractUsdPerHour());
        return cohort.gpus().balance() * HOURS_PER_WEEK * cohort.contractShare() * rent * parameters.contractUtilisation();
    }

    /** Revenue of a cohort at spot this week. */
    double atSpot(Borrower borrower, Cohort cohort) {
        double spot = market.spotUsdPerHour() * cohort.machine().rentRelativeToH100();
        return cohort.gpus().balance() * HOURS_PER_WEEK * (1 - cohort.contractShare()) * spot * borrower.spotUtilisation();
    }

    /** What a lessee earns with machines on lease this week: it lets them at the contract rent of the market. */
    double relet(Cohort cohort) {
        return cohort.gpus().balance() * HOURS_PER_WEEK * market.contractUsdPerHour() * cohort.machine().rentRelativeToH100()
                * parameters.contractUtilisation();
    }

    /** Power, site and maintenance of a cohort this week; overhead comes on top. */
    double running(Cohort cohort) {
        return running(cohort.machine(), cohort.gpus().balance());
    }

    /** Power, site and maintenance of some machines this week. */
    double running(MachineType machine, double gpus) {
        double kw = machine.kwPerGpu();
        return gpus * (kw * parameters.pue() * HOURS_PER_WEEK * parameters.powerUsdPerKwh() * market.powerFactor()
                + (kw * parameters.siteUsdPerKwYear() + machine.maintenanceUsdPerYear()) / Hours.WEEKS_PER_YEAR);
    }

    /** What some machines that stand idle this week would have earned a mean host at spot, less running cost; not below 0. */
    double forgone(MachineType machine, double gpus) {
        double utilisation = (parameters.spotUtilisationLow() + parameters.spotUtilisationHigh()) / 2;
        return StrictMath.max(0, gpus * HOURS_PER_WEEK * market.spotUsdPerHour() * machine.rentRelativeToH100() * utilisation
                - running(machine, gpus));
    }

    /** Overhead that comes with revenue. */
    double overhead(double revenueUsd) {
        return parameters.overheadShare() * revenueUsd;
    }

    /** What mining brings this week; nothing below its cost. */
    double mining(Borrower borrower) {
        return StrictMath.max(0, market.btcUsd() - parameters.miningCostUsdPerCoin())
                * borrower.minedCoinsPerYear() / Hours.WEEKS_PER_YEAR;
    }

    /**
     * Operating cash that the next year should bring: contracts in force to their end, everything else at rents of the expected
     * path half a year from now, mining as it is. Without what is assigned.
     */
    double nextYear(Borrower borrower, int week) {
        double later = factorInHalfAYear();
        double sum = mining(borrower) * Hours.WEEKS_PER_YEAR;
        double contracted = 0;
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            Cohort cohort = borrower.cohorts().get(i);
            Lease lease = cohort.lease();
            if (lease != null && lease.runs(week)) {
                sum += cohort.gpus().balance() * lease.usdPerGpuWeek()
                        * StrictMath.min(Hours.WEEKS_PER_YEAR, lease.endWeek() - week);
            } else if (lease == null || !lease.isRejected()) {
                double let = contractedNextYear(cohort, week, later);
                contracted += let;
                double revenue = let + Hours.WEEKS_PER_YEAR * atSpot(borrower, cohort) * later;
                sum += revenue - overhead(revenue) - running(cohort) * Hours.WEEKS_PER_YEAR;
            }
        }
        for (int i = 0; i < borrower.leased().size(); i++) {
            LeasedFleet fleet = borrower.leased().get(i);
            if (fleet.lease().runs(week)) {
                double revenue = relet(fleet.cohort()) * later;
                sum += Hours.WEEKS_PER_YEAR * (revenue - overhead(revenue) - running(fleet.cohort())
                        - fleet.cohort().gpus().balance() * fleet.lease().usdPerGpuWeek());
            }
        }
        return borrower.assignment() == null ? sum : sum - borrower.assignment().dueUsd(contracted);
    }

    /**
     * Contracted revenue of the next year: at the contract in force to its end, then at the contract rent of the expected path.
     */
    private double contractedNextYear(Cohort cohort, int week, double later) {
        double fixed = StrictMath.max(0, StrictMath.min(1, (cohort.contractEndWeek() - week) / Hours.WEEKS_PER_YEAR));
        double anew = market.contractUsdPerHour() * cohort.machine().rentRelativeToH100() * later;
        double rent = fixed * cohort.contractRentUsdPerHour() + (1 - fixed) * anew;
        return cohort.gpus().balance() * Hours.PER_YEAR * cohort.contractShare() * rent * parameters.contractUtilisation();
    }

    private double factorInHalfAYear() {
        if (pathWeek != market.week()) {
            pathWeek = market.week();
            market.outlook().set(path, pathWeek, market.regime(), market.outlook().declineWithoutReleases());
            halfYearFactor = path.factorAt(RevenuePath.STEP_YEARS);
        }
        return halfYearFactor;
    }
}
