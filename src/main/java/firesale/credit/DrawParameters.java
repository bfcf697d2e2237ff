package firesale.credit;

import firesale.kernel.parameters.Param;

/** Delayed draws: machines bought during the run with a new loan, if a lender still lends and the borrower finds its own part. */
public record DrawParameters(
        @Param(meaning = "Share of hosts that plan a draw", unit = "share", def = "0", min = 0, max = 1,
                source = "assumption: off")
                double share,
        @Param(meaning = "Machines bought over the fleet of the start", unit = "share", def = "0.25", min = 0, max = 100,
                source = "assumption") double fleetShare,
        @Param(meaning = "First week in which a draw falls", unit = "weeks", def = "0", min = 0, max = 2000,
                source = "assumption")
                int weekLow,
        @Param(meaning = "Last week in which a draw falls", unit = "weeks", def = "52", min = 0, max = 2000,
                source = "assumption: facilities stay open for about a year after closing [cw-ddtl]") int weekHigh) {

    public DrawParameters {
        CreditParameters.ordered("week", weekLow, weekHigh);
    }
}
