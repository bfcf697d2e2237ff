package firesale.policy;

import firesale.kernel.parameters.Param;

/**
 * What lenders expect when they choose how much to advance, see {@link AdvanceRate}. The four expectations are such that
 * without a backstop the spread that is charged by default pays for an advance of about three quarters of cost, as loans have
 * it.
 */
public record OriginationParameters(
        @Param(meaning = "Whether lenders lend more where they believe in an announced backstop", def = "false",
                source = "assumption: origination is fixed") boolean responds,
        @Param(meaning = "Hazard of default that lenders expect", unit = "1/a", def = "0.10", min = 0, max = 52,
                source = "assumption: one loan in ten a year; with the others an advance of 0.75 without a backstop")
                double hazardPerYear,
        @Param(meaning = "Mean price of collateral at default that lenders expect, over its cost", unit = "share", def = "0.35",
                min = 0.001, max = 10,
                source = "assumption: two years of a fall by 28 % a year, and a sale at two thirds") double priceShareOfCost,
        @Param(meaning = "Standard deviation of the log of that price", unit = "1", def = "0.5", min = 0, max = 5,
                source = "assumption") double logSd,
        @Param(meaning = "Orderly liquidation value at default that lenders expect, over cost", unit = "share", def = "0.45",
                min = 0, max = 10, source = "assumption: the same without the haste") double olvShareOfCost,
        @Param(meaning = "Largest advance on cost to which a backstop moves lenders", unit = "share", def = "0.95", min = 0,
                max = 10, source = "80 to 95 % at the edge [usdai-underwriting][cw-ddtl]") double mostLtv) {
}
