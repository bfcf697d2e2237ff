package firesale.auction;

/**
 * Two people and one good: the Nash bargain, and the sealed-bid double auction for when values are private. All amounts are
 * cents.
 */
public final class Bargain {

    private Bargain() {
    }

    /**
     * The price of the Nash bargain: what the good is worth to the buyer, less the buyer's share of the gain from trade.
     *
     * @param sellerCents  what the seller can have without this buyer
     * @param buyerCents   what the good is worth to the buyer, at least as much
     * @param buyersWeight the buyer's bargaining weight, 0 to 1
     * @return a sellerCents + (1 - a) buyerCents, rounded to cents
     */
    public static long nash(long sellerCents, long buyerCents, double buyersWeight) {
        return buyerCents - (long) StrictMath.rint(buyersWeight * (buyerCents - sellerCents));
    }

    /**
     * The price of a double auction with equal weights: the mean of bid and ask, if the bid is no less (Chatterjee and
     * Samuelson 1983).
     *
     * @return the price, rounded down; -1 without trade
     */
    public static long doubleAuction(long bidCents, long askCents) {
        return bidCents < askCents ? -1 : (bidCents + askCents) / 2;
    }

    /** The buyer's bid in the linear equilibrium of that auction when both values are uniform on [0, one]: 2/3 v + 1/12. */
    public static long linearBid(long value, long one) {
        return (8 * value + one) / 12;
    }

    /** The seller's ask in the linear equilibrium: 2/3 c + 1/4; who asks more than anybody bids, does not trade. */
    public static long linearAsk(long cost, long one) {
        return (8 * cost + 3 * one) / 12;
    }
}
