package firesale.world;

import firesale.kernel.parameters.Param;

/** How prices move in one regime. */
public record RegimeParameters(
        @Param(meaning = "Regime: calm, squeeze or easing") String name,
        @Param(meaning = "Expected growth of AI equity", unit = "1/a", min = -5, max = 5) double aiDrift,
        @Param(meaning = "Volatility of AI equity", unit = "1/sqrt(a)", min = 0, max = 5) double aiVolatility,
        @Param(meaning = "Expected growth of BTC", unit = "1/a", min = -5, max = 5) double btcDrift,
        @Param(meaning = "Volatility of BTC", unit = "1/sqrt(a)", min = 0, max = 5) double btcVolatility,
        @Param(meaning = "Volatility of spot rent", unit = "1/sqrt(a)", min = 0, max = 5) double rentVolatility,
        @Param(meaning = "Mean of the funding spread", unit = "1/a", min = 0.0001, max = 1) double spreadLevel,
        @Param(meaning = "Speed at which the log spread reverts", unit = "1/a", min = 0.01, max = 52) double spreadReversion,
        @Param(meaning = "Volatility of the log spread", unit = "1/sqrt(a)", min = 0, max = 5) double spreadVolatility,
        @Param(meaning = "Demand for compute relative to calm", unit = "ratio", min = 0.01, max = 10) double demand,
        @Param(meaning = "Correlation of AI equity and BTC", min = -1, max = 1) double aiBtc,
        @Param(meaning = "Correlation of AI equity and rent", min = -1, max = 1) double aiRent,
        @Param(meaning = "Correlation of AI equity and the spread", min = -1, max = 1) double aiSpread,
        @Param(meaning = "Correlation of BTC and rent (no data: scan it)", min = -1, max = 1) double btcRent,
        @Param(meaning = "Correlation of BTC and the spread", min = -1, max = 1) double btcSpread,
        @Param(meaning = "Correlation of rent and the spread", min = -1, max = 1) double rentSpread) {

    /** The correlation matrix in the order AI equity, BTC, rent, spread. */
    public double[][] correlation() {
        return new double[][] {
            {1, aiBtc, aiRent, aiSpread},
            {aiBtc, 1, btcRent, btcSpread},
            {aiRent, btcRent, 1, rentSpread},
            {aiSpread, btcSpread, rentSpread, 1}};
    }
}
