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

    /** A budget that never binds. */
    public static final long UNLIMITED = Long.MAX_VALUE / 4;
    /** The largest value or side cost of a unit, cents: ten billion dollars. */
    public static final long LARGEST = 1_000_000_000_000L;
    /** The most that all units of a bidder may be worth and cost, cents: ten thousand trillion dollars. */
    public static final long LARGEST_WORTH = 1L << 60;
    /** The most units of a step. */
    public static final long LARGEST_COUNT = 1_000_000_000L;

    private int bidders;
    private int steps;
    /** What all steps of the bidder added last are worth and cost. */
    private long worth;
    private long[] budget = new long[64];
    private long[] tieBreak = new long[64];
    private int[] firstStep = new int[65];
    private long[] value = new long[128];
    private long[] sideCost = new long[128];
    private long[] units = new long[128];
    private boolean[] dealer = new boolean[64];

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
        return add(budgetCents, tie, false);
    }

    /** Adds a bidder who buys to sell on; searching sellers find dealers at a rate of their own. Else like {@link #addBidder}. */
    public int addDealer(long budgetCents, long tie) {
        return add(budgetCents, tie, true);
    }

    private int add(long budgetCents, long tie, boolean isDealer) {
        if (budgetCents < 0) {
            throw new IllegalArgumentException("a budget cannot be negative: " + budgetCents);
        }
        if (bidders == budget.length) {
            budget = Arrays.copyOf(budget, 2 * bidders);
            tieBreak = Arrays.copyOf(tieBreak, 2 * bidders);
            firstStep = Arrays.copyOf(firstStep, 2 * bidders + 1);
            dealer = Arrays.copyOf(dealer, 2 * bidders);
        }
        dealer[bidders] = isDealer;
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
     * @param sideCents  what a unit needs beside its price, at least 0
     * @param unitCount  how many units, at least 0
     */
    public void addStep(long valueCents, long sideCents, long unitCount) {
        if (bidders == 0 || unitCount < 0 || sideCents < 0 || valueCents > LARGEST || sideCents > LARGEST
                || unitCount > LARGEST_COUNT) {
            throw new IllegalArgumentException("a step needs a bidder, units and side cost of at least 0, and amounts that can "
                    + "be added up");
        }
        long each = Math.max(valueCents, 0) + sideCents;
        if (steps == firstStep[bidders - 1]) {
            worth = 0;
        }
        if (unitCount > 0 && each > (LARGEST_WORTH - worth) / unitCount) {
            throw new IllegalArgumentException(unitCount + " units at " + valueCents + " cents are more than can be added up");
        }
        worth += each * unitCount;
        if (steps > firstStep[bidders - 1] && valueCents > value[steps - 1]) {
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

    /** Whether the bidder buys to sell on. */
    public boolean isDealer(int bidder) {
        return dealer[bidder];
    }

    /** The bidder's first step; its steps go on to before the next bidder's first. */
    int firstStep(int bidder) {
        return firstStep[bidder];
    }

    /** One more than the bidder's last step. */
    int endStep(int bidder) {
        return firstStep[bidder + 1];
    }

    /** How many steps there are in all. */
    int steps() {
        return steps;
    }

    /** What a unit of a step is worth, cents. */
    long value(int step) {
        return value[step];
    }

    /** What a unit of a step needs beside its price, cents. */
    long sideCost(int step) {
        return sideCost[step];
    }

    /** How many units a step names. */
    long units(int step) {
        return units[step];
    }

    /** Changes what a step bids; the order of the bidder's steps must stay as it is. */
    void value(int step, long cents) {
        value[step] = cents;
    }

    /** Changes how many units a step names. */
    void units(int step, long count) {
        units[step] = count;
    }

    /** Lets no bidder name more units than so many; the least wanted go first. */
    void capUnits(long most) {
        for (int i = 0; i < bidders; i++) {
            long left = most;
            for (int s = firstStep[i]; s < firstStep[i + 1]; s++) {
                units[s] = Math.min(units[s], left);
                left -= units[s];
            }
        }
    }

    /** Makes this book equal to another. */
    void copyOf(BidBook other) {
        bidders = other.bidders;
        steps = other.steps;
        if (budget.length < bidders) {
            budget = new long[2 * bidders];
            tieBreak = new long[2 * bidders];
            dealer = new boolean[2 * bidders];
        }
        if (firstStep.length <= bidders) {
            firstStep = new int[2 * bidders + 1];
        }
        if (value.length < steps) {
            value = new long[2 * steps];
            sideCost = new long[2 * steps];
            units = new long[2 * steps];
        }
        System.arraycopy(other.budget, 0, budget, 0, bidders);
        System.arraycopy(other.tieBreak, 0, tieBreak, 0, bidders);
        System.arraycopy(other.dealer, 0, dealer, 0, bidders);
        System.arraycopy(other.firstStep, 0, firstStep, 0, bidders + 1);
        System.arraycopy(other.value, 0, value, 0, steps);
        System.arraycopy(other.sideCost, 0, sideCost, 0, steps);
        System.arraycopy(other.units, 0, units, 0, steps);
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

    /** Units that a bidder gets if everybody is served who bids at least a price, and pays its own bid for each unit. */
    long demandAtOwnBids(int bidder, long price) {
        long left = budget[bidder];
        long demand = 0;
        for (int s = firstStep[bidder]; s < firstStep[bidder + 1] && value[s] >= price; s++) {
            long each = value[s] + sideCost[s];
            long affordable = each <= 0 ? units[s] : Math.min(units[s], left / each);
            demand += affordable;
            left -= affordable * each;
            if (affordable < units[s]) {
                break;
            }
        }
        return demand;
    }

    /** Units that a bidder names at a price or above it, whatever its budget. */
    long unitsWorth(int bidder, long price) {
        long sum = 0;
        for (int s = firstStep[bidder]; s < firstStep[bidder + 1] && value[s] >= price; s++) {
            sum += units[s];
        }
        return sum;
    }

    /**
     * The highest price at which a bidder still wants and can pay for a number of units: its bid for the last of them. Units
     * must be at least 1 and at most its capacity.
     */
    long marginalBid(int bidder, long count) {
        long before = 0;
        long side = 0;
        int s = firstStep[bidder];
        while (before + units[s] < count) {
            before += units[s];
            side += units[s] * sideCost[s];
            s++;
        }
        side += (count - before) * sideCost[s];
        return Math.min(value[s], Math.floorDiv(budget[bidder] - side, count));
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
    public long totalValue(int bidder, long count) {
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
