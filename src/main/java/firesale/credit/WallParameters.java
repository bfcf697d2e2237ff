package firesale.credit;

import firesale.kernel.parameters.Param;

/** A maturity wall: notes that all fall due within some weeks, whatever their maturity would have been. */
public record WallParameters(
        @Param(meaning = "Share of hosts whose notes fall due at the wall", unit = "share", def = "0", min = 0, max = 1,
                source = "assumption: off") double share,
        @Param(meaning = "First week of the wall", unit = "weeks", def = "30", min = 0, max = 2000,
                source = "assumption: a month after the squeeze of the baseline has begun") int weekLow,
        @Param(meaning = "Last week of the wall", unit = "weeks", def = "50", min = 0, max = 2000,
                source = "assumption: before the squeeze of the baseline ends") int weekHigh) {

    public WallParameters {
        CreditParameters.ordered("week", weekLow, weekHigh);
    }
}
