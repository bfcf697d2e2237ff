package firesale.policy;

import firesale.kernel.parameters.Param;

/** An authority buys forced lots at a share of their orderly liquidation value when nobody pays more. */
public record FloorParameters(
        @Param(meaning = "What the authority pays, relative to the lot's orderly liquidation value (26 weeks); 0 for no floor",
                unit = "share", def = "0", min = 0, max = 10, source = "assumption: off") double shareOfOlv,
        @Param(meaning = "How much the authority spends on it in all", unit = "USD", def = "1e13", min = 0, max = 1e13,
                source = "assumption: no limit, once there is a floor") double budgetUsd,
        @Param(meaning = "When the floor stands", def = "always", source = "assumption") Trigger trigger,
        @Param(meaning = "For the trigger losses, the share of their loans at the start that lenders have to lose first",
                unit = "share", def = "0.05", min = 0, max = 1, source = "assumption") double lossShare) {

    /** Whether there is a floor. */
    public boolean isOn() {
        return shareOfOlv > 0 && budgetUsd > 0;
    }
}
