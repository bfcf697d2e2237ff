package firesale.policy;

import firesale.kernel.parameters.Param;

/** The vendor of the machines buys forced lots back at a share of FMV when nobody pays more. */
public record VendorFloorParameters(
        @Param(meaning = "What the vendor pays, relative to FMV; 0 for no offer", unit = "share", def = "0", min = 0, max = 1,
                source = "assumption: off") double shareOfFmv,
        @Param(meaning = "How much the vendor spends on it in all", unit = "USD", def = "1e13", min = 0, max = 1e13,
                source = "assumption: no limit, once there is an offer") double budgetUsd,
        @Param(meaning = "Whether the offer is withdrawn as long as there is a squeeze", def = "true",
                source = "assumption: a vendor stands by its price while that costs little") boolean withdrawnInSqueeze) {

    /** Whether there is an offer. */
    public boolean isOn() {
        return shareOfFmv > 0 && budgetUsd > 0;
    }
}
