package firesale.credit;

import firesale.credit.contracts.Lease;
import firesale.hardware.Hours;
import firesale.kernel.books.Cents;
import java.util.List;

/**
 * What stands on the books at the start, and what does not. USD.
 *
 * @param contractedUsdPerYear  rent under contract of all hosts, gross
 * @param circleUsdPerYear      of it what customers owe whom the circle funds
 * @param sponsorDebtUsd        debt of hosts that have machines of vehicles on lease, as they report it
 * @param sponsorAssetsUsd      their assets
 * @param leaseUsd              rent that they still owe, in present value at the vehicles' loan rates
 * @param vehicleDebtUsd        debt of their vehicles
 * @param vehicleAssetsUsd      assets of their vehicles
 * @param loansUsd              term loans against machines, of hosts and vehicles
 * @param principalUsd          their principal at origination
 * @param machineCostUsd        what the machines that back them had cost
 */
public record OpeningBook(double contractedUsdPerYear, double circleUsdPerYear, double sponsorDebtUsd, double sponsorAssetsUsd,
        double leaseUsd, double vehicleDebtUsd, double vehicleAssetsUsd, double loansUsd, double principalUsd,
        double machineCostUsd) {

    static OpeningBook of(List<Borrower> borrowers, CreditParameters parameters, double btcUsd) {
        double contracted = 0;
        double circle = 0;
        double debt = 0;
        double assets = 0;
        double leases = 0;
        double vehicleDebt = 0;
        double vehicleAssets = 0;
        double loans = 0;
        double principal = 0;
        double cost = 0;
        double life = parameters.loan().bookLifeYears();
        for (Borrower borrower : borrowers) {
            for (Cohort cohort : borrower.cohorts()) {
                loans += Cents.toUsd(cohort.loan().balance());
                principal += cohort.loan().originalUsd();
                cost += cohort.costUsdPerGpu() * cohort.gpus().balance();
                if (cohort.lease() == null) {
                    double rent = cohort.gpus().balance() * Hours.PER_YEAR * cohort.contractShare()
                            * cohort.contractRentUsdPerHour()
                            * parameters.borrowers().contractUtilisation();
                    contracted += rent;
                    circle += cohort.customer() >= 0 ? rent : 0;
                }
            }
            if (!borrower.leased().isEmpty()) {
                debt += Cents.toUsd(borrower.debt());
                assets += borrower.assetsUsd(0, life, btcUsd);
            }
            for (LeasedFleet fleet : borrower.leased()) {
                Lease lease = fleet.lease();
                leases += fleet.cohort().gpus().balance() * lease.presentValueUsd(0, fleet.cohort().loan().yearlyRate());
                vehicleDebt += Cents.toUsd(fleet.lessor().debt());
                vehicleAssets += fleet.lessor().assetsUsd(0, life, btcUsd);
            }
        }
        return new OpeningBook(contracted, circle, debt, assets, leases, vehicleDebt, vehicleAssets, loans, principal, cost);
    }
}
