package firesale.auction;

/**
 * Bilateral search: no auction, but sellers and buyers who meet and bargain. Within the week a seller of a lot meets each user
 * after a waiting time that is exponential at the contact rate, dealers at a rate of their own, and bargains with them in the
 * order in which they meet. The price of a unit is the Nash bargain between the lot's reserve, which is what the seller
 * expects of waiting, and the unit's value to the buyer, or all that the buyer has if that is less (Duffie, Garleanu and
 * Pedersen, Econometrica 2005; for machines Gavazza 2016). A part of a lot may be sold to each.
 *
 * <p>Whom a seller meets and when follows from the bidder's tie-break number and the place of the lot: nothing else is drawn
 * here.
 */
final class Search implements AuctionFormat {

    private static final double UNIT = 0x1.0p-53;

    private final double usersPerWeek;
    private final double dealersPerWeek;
    private final double buyersWeight;
    private final BidBook bids = new BidBook();
    private final HighestFirst meetings = new HighestFirst();

    /**
     * @param usersPerWeek   rate at which a seller meets a given user, 1/week
     * @param dealersPerWeek rate at which a seller meets a given dealer, 1/week
     * @param buyersWeight   the buyer's bargaining weight, 0 to 1
     */
    Search(double usersPerWeek, double dealersPerWeek, double buyersWeight) {
        this.usersPerWeek = usersPerWeek;
        this.dealersPerWeek = dealersPerWeek;
        this.buyersWeight = buyersWeight;
    }

    @Override
    public void clear(BidBook book, LotBook lots, Outcome outcome) {
        outcome.clear();
        bids.copyOf(book);
        for (int lot = 0; lot < lots.lots(); lot++) {
            long left = lots.units(lot);
            meetings.clear();
            for (int i = 0; i < bids.bidders(); i++) {
                double rate = bids.isDealer(i) ? dealersPerWeek : usersPerWeek;
                double time = rate == 0 ? Double.POSITIVE_INFINITY : -StrictMath.log(uniform(bids.tieBreak(i), lot)) / rate;
                if (time <= 1) {
                    // the bits of a positive number are in its order; the first meeting is the highest key
                    meetings.push(-Double.doubleToLongBits(time), i, 0);
                }
            }
            while (left > 0 && !meetings.isEmpty()) {
                int buyer = meetings.topOwner();
                meetings.pop();
                left -= bargain(buyer, lot, left, lots.reserve(lot), outcome);
            }
        }
        outcome.dearestIsClearingPrice();
    }

    @Override
    public boolean sellsWholeLots() {
        return false;
    }

    @Override
    public boolean poolsLots() {
        return false;
    }

    private long bargain(int buyer, int lot, long left, long reserve, Outcome outcome) {
        long bought = 0;
        long paid = 0;
        for (int s = bids.firstStep(buyer); s < bids.endStep(buyer) && bids.value(s) >= reserve && bought < left; s++) {
            long price = Bargain.nash(reserve, bids.value(s), buyersWeight);
            long wanted = Math.min(bids.units(s), left - bought);
            // what was bought before is out of the book, so that these units come first in it
            long units = Math.min(wanted, bids.demand(buyer, price));
            if (units > 0) {
                bought += units;
                paid += units * price;
                bids.consume(buyer, units, units * price);
            }
            if (units < wanted) {
                long all = bought == 0 ? bids.marginalBid(buyer, 1) : -1;
                if (all >= reserve) {
                    // one unit, for all the money that there is: less than the bargain, but both gain
                    bought = 1;
                    paid = all;
                    bids.consume(buyer, 1, all);
                }
                break;
            }
        }
        if (bought > 0) {
            outcome.award(buyer, lot, bought, paid);
        }
        return bought;
    }

    /** Uniform on (0, 1), a function of two numbers: the finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static double uniform(long number, int lot) {
        long z = number + 0x9E3779B97F4A7C15L * (lot + 1);
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return ((z >>> 11) + 0.5) * UNIT;
    }
}
