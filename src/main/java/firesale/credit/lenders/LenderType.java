package firesale.credit.lenders;

import firesale.kernel.parameters.Param;

/** A kind of lender. */
public record LenderType(
        @Param(meaning = "Kind of lender") String name,
        @Param(meaning = "What it is by law and funding", def = "private-credit", source = "assumption") LenderFamily family,
        @Param(meaning = "How many", unit = "count", min = 0, max = 10000) int count,
        @Param(meaning = "Share of all GPU loans by number, relative to the other kinds", unit = "weight", min = 0, max = 1e6)
                double weight,
        @Param(meaning = "GPU loans over all assets at the start", unit = "share", min = 0.001, max = 1) double gpuLoanShare,
        @Param(meaning = "Capital at the start over all assets", unit = "share", min = 0, max = 1) double capitalRatio,
        @Param(meaning = "Below this capital over all assets the lender stops lending and must sell at once, without reserve",
                unit = "share", min = 0, max = 1)
        double minimumRatio,
        @Param(meaning = "Rate at which the lender discounts proceeds", unit = "1/a", min = 0, max = 1) double discountRate,
        @Param(meaning = "Share of its funding that leaves in a year of squeeze, and comes back as fast after it", unit = "1/a",
                def = "0", min = 0, max = 52, source = "assumption: off") double withdrawnPerYear,
        @Param(meaning = "Liquid assets over all assets; when more funding has left the lender stops lending and must sell at "
                + "once", unit = "share", def = "0.1", min = 0, max = 1, source = "assumption") double liquidShare) {
}
