package firesale.credit;

/**
 * What the credit side counted in a run so far.
 *
 * @param marginCalls            margin calls, one for each week and line
 * @param coinsLiquidatedBtc     pledged coins that lenders sold
 * @param coinsSoldBtc           coins sold by borrowers and their lenders
 * @param breachesWaived         technical defaults: breaches that were waived
 * @param breachesCured          breaches cured by paying down
 * @param breachesForborne       breaches after which lenders held still
 * @param contractsRenegotiated  contracts of the circle whose rent was lowered
 * @param contractsRepudiated    contracts of the circle that ended
 * @param leasesRejected         leases that a lessee in default rejected
 * @param leaseDamagesUsd        claims for damages from them
 * @param loansDrawnUsd          loans drawn during the run
 * @param drawsCancelled         draws that came to nothing
 * @param lendersStopped         lenders that ever stopped lending
 */
public record CreditCounts(int marginCalls, double coinsLiquidatedBtc, double coinsSoldBtc, int breachesWaived, int breachesCured,
        int breachesForborne, int contractsRenegotiated, int contractsRepudiated, int leasesRejected, double leaseDamagesUsd,
        double loansDrawnUsd, int drawsCancelled, int lendersStopped) {
}
