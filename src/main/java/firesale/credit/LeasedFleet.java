package firesale.credit;

import firesale.credit.contracts.Lease;

/**
 * Machines that a host has on lease.
 *
 * @param lease  its terms
 * @param cohort the machines, which are the lessor's
 * @param lessor the vehicle that owns them
 */
public record LeasedFleet(Lease lease, Cohort cohort, Borrower lessor) {
}
