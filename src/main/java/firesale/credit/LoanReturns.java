package firesale.credit;

/**
 * What a class of lending lost and earned in a run.
 *
 * @param lossUsd           losses when they were realised, not discounted
 * @param discountedLossUsd the same and what lenders paid for a guarantee, each discounted to the start at the risk-free rate
 * @param exposureUsdYears  balances at the beginning of a week times the week, where the week was paid, discounted
 * @param earnedUsd         interest above the risk-free rate on these balances, discounted; negative below it
 */
public record LoanReturns(double lossUsd, double discountedLossUsd, double exposureUsdYears, double earnedUsd) {

    /** Both together. */
    public LoanReturns plus(LoanReturns other) {
        return new LoanReturns(lossUsd + other.lossUsd, discountedLossUsd + other.discountedLossUsd,
                exposureUsdYears + other.exposureUsdYears, earnedUsd + other.earnedUsd);
    }
}
