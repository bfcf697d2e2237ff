package firesale.auction;

import java.util.Arrays;

/**
 * The bids of one clearing. Each bidder gives a step schedule of values, most wanted step first, and a budget. A step may
 * carry a side cost: money that the winner needs beside the price (moving, racks), which the budget must cover too. Demand
 * at a price p is min(units worth at least p, what the budget pays for at p plus side cost).
 *
 * <p>Amounts are cents. Parallel primitive arrays, reused from one clearing to the next.
 */
public final class BidBook {

    private int bidders;
    private int steps;
    private long[] budget = new long[64];
    private long[] tieBreak = new long[64];
    private int[] firstStep = new int[65];
    private long[] value = new long[128];
    private long[] sideCost = new long[128];
    private long[] units = new long[128];

    /** Empties the book. */
    public void clear() {
        bidders = 0;
        steps = 0;
        firstStep[0] = 0;
    }

    /**
     * Adds a bidder, whose steps follow by {@link #addStep}.
     *
     * @param budgetCents what the bidder can spend in all, at least 0
     * @param tie         any number; among equal bids the smaller (unsigned) wins
     * @return the bidder's index in this book
     */
    public int addBidder(long budgetCents, long tie) {
        if (budgetCents < 0) {
            throw new IllegalArgumentException("a budget cannot be negative: " + budgetCents);
        }
        if (bidders == budget.length) {
            budget = Arrays.copyOf(budget, 2 * bidders);
            tieBreak = Arrays.copyOf(tieBreak, 2 * bidders);
            firstStep = Arrays.copyOf(firstStep, 2 * bidders + 1);
        }
        budget[bidders] = budgetCents;
        tieBreak[bidders] = tie;
        bidders++;
        firstStep[bidders] = steps;
        return bidders - 1;
    }

    /**
     * Adds a step to the bidder added last.
     *
     * @param valueCents what a unit is worth; not above the step before
     * @param sideCents  what a unit needs beside its price, at least 0; not below the step before
     * @param unitCount  how many units, at least 0
     */
    public void addStep(long valueCents, long sideCents, long unitCount) {
        if (bidders == 0 || unitCount < 0 || sideCents < 0) {
            throw new IllegalArgumentException("a step needs a bidder, units and side cost of at least 0");
        }
        if (steps > firstStep[bidders - 1] && (valueCents > value[steps - 1] || sideCents < sideCost[steps - 1])) {
            throw new IllegalArgumentException("steps run from the most to the least wanted");
        }
        if (steps == value.length) {
            value = Arrays.copyOf(value, 2 * steps);
            sideCost = Arrays.copyOf(sideCost, 2 * steps);
            units = Arrays.copyOf(units, 2 * steps);
        }
        value[steps] = valueCents;
        sideCost[steps] = sideCents;
        units[steps] = unitCount;
        steps++;
        firstStep[bidders] = steps;
    }

    /** How many bidders there are. */
    public int bidders() {
        return bidders;
    }

    /** What the bidder can spend, cents. */
    public long budget(int bidder) {
        return budget[bidder];
    }

    /** The bidder's number for breaking ties. */
    public long tieBreak(int bidder) {
        return tieBreak[bidder];
    }

    /** All units that a bidder names, whatever the price. */
    public long capacity(int bidder) {
        long sum = 0;
        for (int s = firstStep[bidder]; s < firstStep[bidder + 1]; s++) {
            sum += units[s];
        }
        return sum;
    }

    /** The largest value in the book, cents; 0 for an empty one. */
    public long highestValue() {
        long highest = 0;
        for (int s = 0; s < steps; s++) {
            highest = Math.max(highest, value[s]);
        }
        return highest;
    }

    /** Units that a bidder wants and can pay for at a price. */
    public long demand(int bidder, long price) {
        long left = budget[bidder];
        long demand = 0;
        for (int s = firstStep[bidder]; s < firstStep[bidder + 1] && value[s] >= price; s++) {
            long each = price + sideCost[s];
            long affordable = each <= 0 ? units[s] : Math.min(units[s], left / each);
            demand += affordable;
            left -= affordable * each;
            if (affordable < units[s]) {
                break;
            }
        }
        return demand;
    }

    /** Units that all bidders name at a price or above it, whatever their budgets. */
    public long demandWithoutBudgets(long price) {
        long sum = 0;
        for (int s = 0; s < steps; s++) {
            sum += value[s] >= price ? units[s] : 0;
        }
        return sum;
    }

    /** Units that all bidders want and can pay for at a price. Never rises with the price. */
    public long demand(long price) {
        long sum = 0;
        for (int bidder = 0; bidder < bidders; bidder++) {
            sum += demand(bidder, price);
        }
        return sum;
    }

    /** What the first {@code count} units are worth to a bidder, cents; capacity must suffice. */
    long totalValue(int bidder, long count) {
        long left = count;
        long sum = 0;
        for (int s = firstStep[bidder]; left > 0; s++) {
            long taken = Math.min(left, units[s]);
            sum += taken * value[s];
            left -= taken;
        }
        return sum;
    }

    /** What the first {@code count} units need beside their price, cents. */
    public long totalSideCost(int bidder, long count) {
        long left = count;
        long sum = 0;
        for (int s = firstStep[bidder]; left > 0; s++) {
            long taken = Math.min(left, units[s]);
            sum += taken * sideCost[s];
            left -= taken;
        }
        return sum;
    }

    /** Takes won units and what they cost out of a bidder's schedule and budget. */
    void consume(int bidder, long count, long paidCents) {
        budget[bidder] -= paidCents + totalSideCost(bidder, count);
        long left = count;
        for (int s = firstStep[bidder]; left > 0; s++) {
            long taken = Math.min(left, units[s]);
            units[s] -= taken;
            left -= taken;
        }
    }
}
