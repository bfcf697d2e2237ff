package firesale.auction;

import java.util.Arrays;

/** What bidders bid for a single lot, given what they are willing to pay. Never falls with the willingness, never above it. */
interface LotBids {

    /** Everybody bids what it is willing to pay. */
    LotBids TRUTHFUL = new LotBids() {
        @Override
        public void prepare(long[] willing, int count, long reserve, long rounds, int bidders, long lotsWanted) {
            // nothing to know
        }

        @Override
        public long bid(long willing) {
            return willing;
        }
    };

    /**
     * Looks at a lot before bids are made for it.
     *
     * @param willing what those who are willing to pay the reserve would pay, in any order
     * @param count   how many they are
     * @param reserve reserve of the lot
     * @param rounds  lots yet to be sold, this one included
     * @param bidders how many are willing to pay something, this lot's reserve or not
     * @param lotsWanted how many of the lots yet to be sold those could take who are willing to pay the reserve
     */
    void prepare(long[] willing, int count, long reserve, long rounds, int bidders, long lotsWanted);

    /** The bid of somebody who is willing to pay so much, cents for the lot. */
    long bid(long willing);

    /**
     * The symmetric equilibrium of independent private values with N bidders who want a lot each and m lots yet to be sold.
     * Where winners pay their own bids, a bid is what the m-th highest of N - 1 rivals is expected to have, given that all
     * have less (for m = 1 v - integral of (F(x) / F(v))^(N-1), Krishna, Auction Theory, section 2.3); where they pay the
     * highest losing bid, what the (m-1)-th highest of N - 2 rivals is expected to have, given that the best rival has as much
     * as oneself (Weber 1983). The reserve counts where there is no such rival.
     */
    final class Equilibrium implements LotBids {

        private final boolean paysOwnBid;
        private final boolean foresees;
        private final ValueDistribution prior;
        private final ValueDistribution seen = new ValueDistribution();
        private long[] sorted = new long[64];
        private ValueDistribution distribution;
        private OrderStatistic statistic;
        private long floor;

        /**
         * @param paysOwnBid whether a winner pays what it bids
         * @param foresees   whether bidders reckon with the lots to come; else they bid as if each were the last
         * @param prior      what bidders, who want a lot each, know of each other's values; null if it is what is there
         */
        Equilibrium(boolean paysOwnBid, boolean foresees, ValueDistribution prior) {
            this.paysOwnBid = paysOwnBid;
            this.foresees = foresees;
            this.prior = prior;
        }

        @Override
        public void prepare(long[] willing, int count, long reserve, long rounds, int bidders, long lotsWanted) {
            floor = reserve;
            double m = foresees ? rounds : 1;
            // who foresees counts as rivals the lots that the others could take, on average over those whose values make up F
            double n = prior != null ? bidders : foresees ? 1 + (double) lotsWanted * (count - 1) / count : count;
            statistic = new OrderStatistic(n - m, paysOwnBid ? m : m - 1);
            distribution = prior;
            if (prior == null) {
                if (sorted.length < count) {
                    sorted = new long[2 * count];
                }
                System.arraycopy(willing, 0, sorted, 0, count);
                Arrays.sort(sorted, 0, count);
                seen.empirical(sorted, count, reserve);
                distribution = seen;
            }
        }

        @Override
        public long bid(long willing) {
            if (willing <= floor) {
                return willing;
            }
            long shade = (long) StrictMath.rint(distribution.integralBelow(statistic, floor, willing));
            return Math.max(floor, willing - shade);
        }
    }
}
