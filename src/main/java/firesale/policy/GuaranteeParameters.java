package firesale.policy;

import firesale.kernel.parameters.Param;

/** An authority bears a share of what lenders lose on seized fleets. */
public record GuaranteeParameters(
        @Param(meaning = "Share of a loss that the authority bears; 0 for no guarantee", unit = "share", def = "0", min = 0,
                max = 1, source = "assumption: off") double share,
        @Param(meaning = "How much the authority pays in all, less what it gets back", unit = "USD", def = "1e13", min = 0,
                max = 1e13, source = "assumption: no limit, once there is a guarantee") double budgetUsd,
        @Param(meaning = "Fee on the guaranteed part of performing loans, paid by lenders while the guarantee is in force",
                unit = "1/a", def = "0", min = 0, max = 1, source = "assumption: free of charge") double feePerYear,
        @Param(meaning = "When the guarantee is in force", def = "always", source = "assumption") Trigger trigger,
        @Param(meaning = "For the trigger losses, the share of their loans at the start that lenders have to lose first",
                unit = "share", def = "0.05", min = 0, max = 1, source = "assumption") double lossShare) {

    /** Whether there is a guarantee. */
    public boolean isOn() {
        return share > 0 && budgetUsd > 0;
    }
}
