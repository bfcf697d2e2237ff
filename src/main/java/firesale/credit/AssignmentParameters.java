package firesale.credit;

import firesale.kernel.parameters.Param;

/** Assignment of future compute income: cash today for a share of what contracts will bring. */
public record AssignmentParameters(
        @Param(meaning = "Share of hosts that have assigned income", unit = "share", def = "0", min = 0, max = 1,
                source = "assumption: off") double share,
        @Param(meaning = "Share of contracted revenue that is assigned", unit = "share", def = "0.3", min = 0, max = 1,
                source = "assumption: one customer prepaid a third of its host's GPU cost "
                + "[host-prepayment]") double shareOfContracts,
        @Param(meaning = "Advance over the present value of what is assigned until contracts end", unit = "share", def = "0.9",
                min = 0, max = 10, source = "assumption") double advanceShare,
        @Param(meaning = "Spread over the risk-free rate", unit = "1/a", def = "0.07", min = 0, max = 1, source = "assumption")
                double spread) {
}
