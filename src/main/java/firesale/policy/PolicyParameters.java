package firesale.policy;

import firesale.kernel.parameters.Param;

/** Who stands behind prices and losses. All off by default. */
public record PolicyParameters(
        @Param(meaning = "Money of outsiders that waits to buy forced lots: unlevered bids below FMV") StandbyParameters standby,
        @Param(meaning = "The vendor's offer to buy machines back") VendorFloorParameters vendorFloor,
        @Param(meaning = "An authority's price floor") FloorParameters floor,
        @Param(meaning = "An authority's guarantee of lenders' losses") GuaranteeParameters guarantee,
        @Param(meaning = "Whether the authority's guarantee and floor are announced before loans are made", def = "false",
                source = "assumption: nobody expects them") boolean announced,
        @Param(meaning = "Probability with which lenders believe what is announced", unit = "share", def = "1", min = 0, max = 1,
                source = "assumption: they do") double belief,
        @Param(meaning = "How lenders who believe in a backstop lend more") OriginationParameters origination) {

    /** The same with other standby money. */
    public PolicyParameters withStandby(StandbyParameters other) {
        return new PolicyParameters(other, vendorFloor, floor, guarantee, announced, belief, origination);
    }
}
