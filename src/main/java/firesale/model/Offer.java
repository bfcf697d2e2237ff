package firesale.model;

/**
 * A weekly clearing as an onlooker sees it.
 *
 * @param clearing what was on offer and what became of it
 * @param olvUsd   orderly liquidation value of what was on offer, each fleet alone, USD per GPU
 */
public record Offer(AuctionWeek clearing, double olvUsd) {
}
