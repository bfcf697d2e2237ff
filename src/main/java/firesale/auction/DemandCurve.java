package firesale.auction;

/**
 * What any quantity would fetch in a sale at one price, the highest losing bid, from one book of bids: the inverse demand of
 * a market. Whatever the quantity, nobody bids for more than all of it, so that one buyer alone never makes the price. Prices
 * never rise with the quantity.
 */
public final class DemandCurve {

    private final BidBook bids = new BidBook();
    private final MarginalPrice marginal = new MarginalPrice();

    /** The book, to be filled; with as many units of each bidder as it would take of the largest quantity. */
    public BidBook book() {
        return bids;
    }

    /**
     * What a unit fetches.
     *
     * @param units for sale, at least 1
     * @param floor what anybody pays for any number of units, cents
     * @return cents, never below the floor
     */
    public long price(long units, long floor) {
        return Math.max(floor, marginal.ofCapped(bids, units, floor));
    }

    /**
     * The largest number of units that would fetch at least a price: all that are wanted at it but one, whose bid makes it;
     * none if only one bidder is left.
     */
    public long units(long price) {
        long sum = 0;
        long most = 0;
        for (int bidder = 0; bidder < bids.bidders(); bidder++) {
            long wanted = bids.demand(bidder, price);
            sum += wanted;
            most = Math.max(most, wanted);
        }
        return sum > most ? sum - 1 : 0;
    }
}
