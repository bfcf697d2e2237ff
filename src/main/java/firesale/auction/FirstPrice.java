package firesale.auction;

import java.util.Arrays;

/**
 * Sealed bids, first price, one lot after another in the order of the lot book; a lot is sold whole or not at all, and what a
 * bidder wins shrinks its budget and capacity for the lots that follow.
 *
 * <p>A bidder's willingness to pay for a lot is the smaller of its value and what its budget leaves. It bids the symmetric
 * equilibrium of independent private values, with the distribution F of willingness to pay among this lot's bidders, from
 * the reserve r on:
 * <pre>
 *   b(v) = v - integral from r to v of (F(x) / F(v))^(n-1) dx        (Krishna, Auction Theory, section 2.3)
 * </pre>
 * or, where {@link Bidding#TRUTHFUL} is asked for, its willingness itself. F is not known to anybody; it is taken to rise in
 * straight lines from 0 at the reserve through (j + 1) / n at the j-th lowest willingness. With values uniform from the
 * reserve on, the mean payment is then exactly that of a second-price sale, as revenue equivalence has it; with steps instead of
 * lines it would be too high, at two bidders by half.
 */
public final class FirstPrice implements AuctionFormat {

    /** How bids follow from willingness to pay. */
    public enum Bidding {
        EQUILIBRIUM, TRUTHFUL
    }

    private final Bidding bidding;

    public FirstPrice(Bidding bidding) {
        this.bidding = bidding;
    }

    @Override
    public void clear(BidBook bids, LotBook lots, Outcome outcome) {
        outcome.clear();
        long[] willing = new long[bids.bidders()];
        long highest = -1;
        for (int lot = 0; lot < lots.lots(); lot++) {
            long units = lots.units(lot);
            if (units == 0) {
                continue;
            }
            long reserve = Math.multiplyExact(lots.reserve(lot), units);
            int winner = -1;
            int rivals = 0;
            for (int i = 0; i < willing.length; i++) {
                willing[i] = willingness(bids, i, units);
                if (willing[i] >= reserve && willing[i] > 0) {
                    rivals++;
                    if (winner < 0 || beats(bids, willing, i, winner)) {
                        winner = i;
                    }
                }
            }
            if (winner < 0) {
                continue;
            }
            long payment = bidding == Bidding.TRUTHFUL ? willing[winner]
                    : equilibriumBid(willing, willing[winner], reserve, rivals);
            outcome.award(winner, lot, units, payment);
            bids.consume(winner, units, payment);
            highest = Math.max(highest, payment / units);
        }
        outcome.clearingPrice(highest);
    }

    @Override
    public boolean sellsWholeLots() {
        return true;
    }

    private static long willingness(BidBook bids, int bidder, long units) {
        if (bids.capacity(bidder) < units) {
            return -1;
        }
        return Math.min(bids.totalValue(bidder, units), bids.budget(bidder) - bids.totalSideCost(bidder, units));
    }

    private static boolean beats(BidBook bids, long[] willing, int challenger, int leader) {
        return willing[challenger] != willing[leader] ? willing[challenger] > willing[leader]
                : Long.compareUnsigned(bids.tieBreak(challenger), bids.tieBreak(leader)) < 0;
    }

    /** The highest bidder's equilibrium bid: where F runs from j/n to (j+1)/n, F^(n-1) averages ((j+1)/n)^n - (j/n)^n. */
    private static long equilibriumBid(long[] willing, long own, long reserve, int n) {
        if (n == 1) {
            return reserve;
        }
        long[] sorted = new long[n];
        int count = 0;
        for (long each : willing) {
            if (each >= reserve && each > 0) {
                sorted[count++] = each;
            }
        }
        Arrays.sort(sorted);
        double shade = 0;
        double above = 1;
        for (int j = n - 1; j >= 0 && above > 1e-15; j--) {
            double below = j == 0 ? 0 : StrictMath.exp(n * StrictMath.log((double) j / n));
            shade += (above - below) * (sorted[j] - (j == 0 ? reserve : sorted[j - 1]));
            above = below;
        }
        return Math.max(reserve, own - (long) StrictMath.rint(shade));
    }
}
