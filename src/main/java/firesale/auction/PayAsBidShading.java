package firesale.auction;

import java.util.Arrays;

/**
 * Equilibrium bids where winners of a pool pay their own bids. With n bidders for a unit each and k units a bid is what the
 * k-th highest of n - 1 rivals is expected to have, given that it has less:
 * <pre>
 *   b(v) = v - integral from r to v of G(x) dx / G(v)      G(x) = I_F(x)(n - k, k)
 * </pre>
 * For schedules of several units and budgets, of which no bidder needs more than there are on sale, F(x) is n / (n + 1) (1 -
 * D(x) / D(r)) with the bidders' demand D, n their effective number (sum of demands squared over sum of squares, Kish) and k
 * supply over mean demand. Reserves are known: each level of reserves gives a supply of its own, and a bidder chooses the
 * level at which it expects to gain most, the largest integral of G. Where budgets bind at the price that clears the pool,
 * nobody bids more than that price.
 */
final class PayAsBidShading implements PoolBids {

    private static final int MOST_KNOTS = 256;
    private static final int MOST_LEVELS = 8;

    private final Crossing crossing = new Crossing(Demand.AT_THE_PRICE);
    private final ValueDistribution prior;
    private final ValueDistribution seen = new ValueDistribution();
    private long[] knots = new long[64];
    private int knotCount;
    private double[] bidAt = new double[64];
    private double[] gainAt = new double[64];

    /** @param prior what bidders know of each other's values; null if it is the demand that is there */
    PayAsBidShading(ValueDistribution prior) {
        this.prior = prior;
    }

    @Override
    public void bid(BidBook values, LotBook lots, BidBook bids) {
        bids.copyOf(values);
        long lowest = lots.lowestReserve();
        if (lowest < 0 || values.steps() == 0) {
            return;
        }
        findKnots(values, lowest);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < values.bidders(); i++) {
            double wanted = Math.min(lots.units(), values.demand(i, lowest));
            sum += wanted;
            squares += wanted * wanted;
        }
        if (sum == 0) {
            return;
        }
        double n = sum * sum / squares;
        ValueDistribution distribution = prior != null ? prior : distribution(values, lots.units(), lowest, sum, n);
        Arrays.fill(gainAt, 0, knotCount, -1);
        long[] levels = levels(lots);
        for (long level : levels) {
            double k = lots.unitsReservedBelow(level + 1) * n / sum;
            choose(distribution, new OrderStatistic(n - k, k), level);
        }
        for (int k = 1; k < knotCount; k++) {
            // in theory they rise; here rounding shall not turn them around
            bidAt[k] = StrictMath.max(bidAt[k], bidAt[k - 1]);
        }
        long most = cashPrice(values, lots);
        for (int s = 0; s < bids.steps(); s++) {
            if (values.value(s) > lowest) {
                long bid = Math.min(values.value(s), Math.max(lowest, (long) StrictMath.rint(bidOf(values.value(s)))));
                bids.value(s, Math.min(most, bid));
            }
        }
    }

    /** The price at which money alone clears the pool, since budgets bind there: nobody bids more. Else no limit. */
    private long cashPrice(BidBook values, LotBook lots) {
        long price = crossing.price(values, lots, false);
        return price >= 0 && values.demandWithoutBudgets(price + 1) >= lots.unitsReservedBelow(price + 1) ? price
                : Long.MAX_VALUE;
    }

    /** The values at which bids are computed; between them bids run in straight lines if there are too many. */
    private void findKnots(BidBook values, long lowest) {
        if (knots.length < values.steps() + 1) {
            knots = new long[2 * values.steps() + 1];
        }
        int count = 0;
        for (int s = 0; s < values.steps(); s++) {
            if (values.value(s) > lowest) {
                knots[count++] = values.value(s);
            }
        }
        knotCount = Levels.distinct(knots, count, MOST_KNOTS);
        if (bidAt.length < knotCount) {
            bidAt = new double[2 * knotCount];
            gainAt = new double[2 * knotCount];
        }
    }

    /** F from the demand that is there; the j-th lowest of n values is where F is j / (n + 1) on average, whence the factor. */
    private ValueDistribution distribution(BidBook values, long supply, long lowest, double wanted, double n) {
        seen.clear();
        seen.add(lowest, 0);
        for (int k = 0; k < knotCount; k++) {
            double demand = 0;
            for (int i = 0; i < values.bidders(); i++) {
                demand += Math.min(supply, values.demand(i, knots[k] + 1));
            }
            seen.add(knots[k], n / (n + 1) * (1 - demand / wanted));
        }
        return seen;
    }

    /** Reserve levels in rising order, of many those that split supply most evenly. */
    private static long[] levels(LotBook lots) {
        long[] all = new long[lots.lots()];
        int count = 0;
        for (int lot = 0; lot < lots.lots(); lot++) {
            if (lots.units(lot) > 0) {
                all[count++] = lots.reserve(lot);
            }
        }
        return Arrays.copyOf(all, Levels.distinct(all, count, MOST_LEVELS));
    }

    /** Computes bids for one level of reserves, and keeps them where they gain more than those of lower levels. */
    private void choose(ValueDistribution distribution, OrderStatistic rivals, long level) {
        double from = level;
        double gain = 0;
        for (int k = 0; k < knotCount; k++) {
            if (knots[k] < level) {
                continue;
            }
            gain += distribution.integral(rivals, from, knots[k]);
            from = knots[k];
            double wins = rivals.atMost(distribution.atMost(knots[k]));
            if (gain > gainAt[k] && wins > 0) {
                gainAt[k] = gain;
                bidAt[k] = knots[k] - gain / wins;
            } else if (gainAt[k] < 0) {
                gainAt[k] = 0;
                bidAt[k] = knots[k];
            }
        }
    }

    private double bidOf(long value) {
        int at = Arrays.binarySearch(knots, 0, knotCount, value);
        if (at >= 0) {
            return bidAt[at];
        }
        int above = -at - 1;
        double share = (double) (value - knots[above - 1]) / (knots[above] - knots[above - 1]);
        return bidAt[above - 1] + share * (bidAt[above] - bidAt[above - 1]);
    }
}
