package firesale.policy;

import firesale.kernel.parameters.Param;

/** Money of outsiders, without racks and without leverage, that takes machines at a discount to FMV when nobody pays more. */
public record StandbyParameters(
        @Param(meaning = "How far below FMV it bids", unit = "share", def = "0.10", min = 0, max = 1, source = "assumption")
                double discount,
        @Param(meaning = "How much of it there is in all; 0 for none", unit = "USD", def = "0", min = 0, max = 1e13,
                source = "assumption: none; nobody is known to stand by") double budgetUsd) {

    /** Whether there is any. */
    public boolean isOn() {
        return budgetUsd > 0;
    }
}
