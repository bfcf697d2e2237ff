package firesale.policy;

import firesale.kernel.parameters.Param;

/** Who stands behind prices and losses. All off by default. */
public record PolicyParameters(
        @Param(meaning = "Money of outsiders that waits to buy forced lots: unlevered bids below FMV") StandbyParameters standby) {

    /** The same with other standby money. */
    public PolicyParameters withStandby(StandbyParameters other) {
        return new PolicyParameters(other);
    }
}
