package firesale.auction;

import java.util.Random;

/** A generated market, kept in plain arrays beside the books so that tests can check a kernel against their own arithmetic. */
final class RandomMarket {

    final long[] budget;
    final long[] tie;
    final long[][] value;
    final long[][] side;
    final long[][] units;
    final long[] lotUnits;
    final long[] reserve;

    private RandomMarket(int bidders, int lots) {
        budget = new long[bidders];
        tie = new long[bidders];
        value = new long[bidders][];
        side = new long[bidders][];
        units = new long[bidders][];
        lotUnits = new long[lots];
        reserve = new long[lots];
    }

    /** Few bidders, small integers, so that ties, zeros and exact fits are common. */
    static RandomMarket small(Random random) {
        return draw(random, random.nextInt(6), random.nextInt(4), 12, 4, 5);
    }

    /** Amounts and counts of the size of real sales: nodes for hundreds of thousands of dollars. */
    static RandomMarket large(Random random) {
        return draw(random, 1 + random.nextInt(40), 1 + random.nextInt(6), 40_000_000, 3_000_000, 500);
    }

    private static RandomMarket draw(Random random, int bidders, int lots, int highest, int sideMax, int unitMax) {
        RandomMarket market = new RandomMarket(bidders, lots);
        boolean equal = random.nextInt(8) == 0;
        boolean ample = random.nextInt(4) == 0;
        for (int i = 0; i < bidders; i++) {
            int steps = random.nextInt(4);
            market.value[i] = new long[steps];
            market.side[i] = new long[steps];
            market.units[i] = new long[steps];
            long v = equal ? highest / 2 : random.nextInt(highest + 1);
            long s = random.nextBoolean() ? 0 : random.nextInt(sideMax);
            for (int k = 0; k < steps; k++) {
                market.value[i][k] = v;
                market.side[i][k] = s;
                market.units[i][k] = random.nextInt(unitMax + 1);
                v = equal ? v : (long) (v * random.nextDouble());
                s += random.nextBoolean() ? 0 : random.nextInt(sideMax);
            }
            double worth = (double) highest * unitMax;
            market.budget[i] = ample ? Long.MAX_VALUE / 4 : random.nextInt(9) == 0 ? 0 : (long) (worth * Math.pow(random.nextDouble(), 2));
            market.tie[i] = random.nextLong();
        }
        for (int lot = 0; lot < lots; lot++) {
            market.lotUnits[lot] = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextInt(2 * unitMax);
            market.reserve[lot] = random.nextInt(3) == 0 ? 0 : random.nextInt(highest + highest / 4);
        }
        return market;
    }

    /** The bid book with bidders in the given order. */
    BidBook bids(int[] order) {
        BidBook book = new BidBook();
        book.clear();
        for (int i : order) {
            book.addBidder(budget[i], tie[i]);
            for (int k = 0; k < value[i].length; k++) {
                book.addStep(value[i][k], side[i][k], units[i][k]);
            }
        }
        return book;
    }

    BidBook bids() {
        int[] order = new int[budget.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return bids(order);
    }

    LotBook lots() {
        LotBook book = new LotBook();
        for (int lot = 0; lot < lotUnits.length; lot++) {
            book.add(lotUnits[lot], reserve[lot]);
        }
        return book;
    }

    /** Units that a bidder takes at a price, counted one by one. */
    long demand(int bidder, long price) {
        long left = budget[bidder];
        long demand = 0;
        for (int k = 0; k < value[bidder].length; k++) {
            for (long u = 0; u < units[bidder][k]; u++) {
                if (value[bidder][k] < price || left < price + side[bidder][k]) {
                    return demand;
                }
                left -= price + side[bidder][k];
                demand++;
            }
        }
        return demand;
    }

    long demand(long price) {
        long sum = 0;
        for (int i = 0; i < budget.length; i++) {
            sum += demand(i, price);
        }
        return sum;
    }

    /** Units of lots whose reserve is strictly below a price. */
    long reservedBelow(long price) {
        long sum = 0;
        for (int lot = 0; lot < reserve.length; lot++) {
            sum += reserve[lot] < price ? lotUnits[lot] : 0;
        }
        return sum;
    }

    long offered() {
        return reservedBelow(Long.MAX_VALUE);
    }

    long capacity(int bidder) {
        long sum = 0;
        for (long each : units[bidder]) {
            sum += each;
        }
        return sum;
    }

    /** Worth of the first units of a bidder. */
    long worth(int bidder, long count) {
        return first(value[bidder], units[bidder], count);
    }

    /** Side cost of the first units of a bidder. */
    long sideCost(int bidder, long count) {
        return first(side[bidder], units[bidder], count);
    }

    private static long first(long[] each, long[] units, long count) {
        long left = count;
        long sum = 0;
        for (int k = 0; k < each.length && left > 0; k++) {
            long taken = Math.min(left, units[k]);
            sum += taken * each[k];
            left -= taken;
        }
        return sum;
    }

    @Override
    public String toString() {
        return "budgets " + java.util.Arrays.toString(budget) + ", values " + java.util.Arrays.deepToString(value)
                + ", side " + java.util.Arrays.deepToString(side) + ", units " + java.util.Arrays.deepToString(units)
                + ", lots " + java.util.Arrays.toString(lotUnits) + ", reserves " + java.util.Arrays.toString(reserve);
    }
}
