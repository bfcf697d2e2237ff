package firesale.credit;

import firesale.kernel.parameters.Param;

/** Revolving lines of hosts, unsecured; drawn after coins are sold, open as long as the lender lends. */
public record RevolverParameters(
        @Param(meaning = "Share of hosts that have a revolving line", unit = "share", def = "0", min = 0, max = 1,
                source = "assumption: off") double share,
        @Param(meaning = "Limit over the fleet's cost", unit = "share", def = "0.04", min = 0, max = 10,
                source = "450 MUSD beside 11 bn of debt [miners]") double limitShareOfCost,
        @Param(meaning = "Spread over the risk-free rate", unit = "1/a", def = "0.035", min = 0, max = 1, source = "assumption")
                double spread) {
}
