package firesale.credit;

import firesale.kernel.parameters.Param;

/**
 * High-yield notes of hosts: bullet, unsecured, rolled at the coupon of issue and the change of the funding spread since calm.
 */
public record HighYieldParameters(
        @Param(meaning = "Share of hosts that have issued a high-yield note", unit = "share", def = "0", min = 0, max = 1,
                source = "assumption: off") double share,
        @Param(meaning = "Face over the fleet's cost", unit = "share", def = "0.25", min = 0, max = 10,
                source = "assumption: 2 of 10.9 bn of one host's debt against GPUs, more at others [miners]") double shareOfCost,
        @Param(meaning = "Coupon over the risk-free rate", unit = "1/a", def = "0.050", min = 0, max = 1,
                source = "coupons of 7.1 to 9.3 % [cw-notes]") double spread,
        @Param(meaning = "Earliest maturity after the start", unit = "a", def = "1", min = 0, max = 50, source = "assumption")
                double maturityYearsLow,
        @Param(meaning = "Latest maturity after the start", unit = "a", def = "5", min = 0, max = 50,
                source = "notes due 2030 and 2031 [cw-notes]") double maturityYearsHigh) {

    public HighYieldParameters {
        CreditParameters.ordered("maturityYears", maturityYearsLow, maturityYearsHigh);
    }
}
