package firesale.auction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
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
    /** What bidders have of their own and could be lent at most, the terms, and what dealers have; nothing without {@link #lend}. */
    final long[] own;
    final long[] limit;
    double advance;
    long mark;
    long dealersCents;

    private RandomMarket(int bidders, int lots) {
        budget = new long[bidders];
        tie = new long[bidders];
        value = new long[bidders][];
        side = new long[bidders][];
        units = new long[bidders][];
        lotUnits = new long[lots];
        reserve = new long[lots];
        own = new long[bidders];
        limit = new long[bidders];
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

    /** Lets bidders borrow, by draws of its own; anything from nothing to all is common. */
    RandomMarket lend(Random random) {
        long highest = 1;
        long worth = 0;
        for (int i = 0; i < budget.length; i++) {
            highest = value[i].length == 0 ? highest : Math.max(highest, value[i][0]);
            worth = Math.max(worth, worth(i, capacity(i)));
        }
        advance = random.nextInt(8) == 0 ? 1 : random.nextInt(8) == 0 ? 0.5 : 0.3 + 0.7 * random.nextDouble();
        mark = random.nextBoolean() ? BidBook.UNLIMITED : (long) (highest * random.nextDouble());
        for (int i = 0; i < budget.length; i++) {
            if (random.nextBoolean() && budget[i] < BidBook.UNLIMITED) {
                budget[i] /= 1 + random.nextInt(8);
            }
            own[i] = random.nextBoolean() ? budget[i] : (long) (budget[i] * random.nextDouble());
            limit[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(2) == 0 ? BidBook.UNLIMITED
                    : (long) ((worth + 1) * Math.pow(random.nextDouble(), 2));
        }
        dealersCents = random.nextInt(4) == 0 ? BidBook.UNLIMITED
                : (long) (budget.length * (worth + 1) * Math.pow(random.nextDouble(), 3));
        return this;
    }

    /** The bid book with bidders in the given order, with credit allotted. */
    BidBook bidsWithCredit(int[] order) {
        BidBook book = bids(order);
        new LoanAllotment().allot(book, lots(), dealersCents);
        return book;
    }

    BidBook bidsWithCredit() {
        return bidsWithCredit(asListed());
    }

    /** What a unit backs that is bought at a price. */
    long backs(long price) {
        return BigDecimal.valueOf(Math.rint(advance * 1e9)).multiply(BigDecimal.valueOf(Math.max(0, Math.min(price, mark))))
                .movePointLeft(9).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    /** The bid book with bidders in the given order. */
    BidBook bids(int[] order) {
        BidBook book = new BidBook();
        book.clear();
        book.loans(advance, mark);
        for (int i : order) {
            book.addBidder(budget[i], tie[i]);
            if (limit[i] > 0) {
                book.mayBorrow(own[i], limit[i]);
            }
            for (int k = 0; k < value[i].length; k++) {
                book.addStep(value[i][k], side[i][k], units[i][k]);
            }
        }
        return book;
    }

    BidBook bids() {
        return bids(asListed());
    }

    private int[] asListed() {
        int[] order = new int[budget.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
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
        return "budgets " + Arrays.toString(budget) + ", values " + Arrays.deepToString(value)
                + ", side " + Arrays.deepToString(side) + ", units " + Arrays.deepToString(units)
                + ", lots " + Arrays.toString(lotUnits) + ", reserves " + Arrays.toString(reserve)
                + (dealersCents == 0 ? "" : ", own " + Arrays.toString(own) + ", limits " + Arrays.toString(limit) + ", advance "
                + advance + ", mark " + mark + ", dealers " + dealersCents);
    }
}
