package firesale.auction;

import java.util.Arrays;

/**
 * The bids of one clearing. Each bidder gives a step schedule of values, most wanted step first, and a budget. A step may
 * carry a side cost: money that the winner needs beside the price (moving, racks), which the budget must cover too. Demand
 * at a price p is min(units worth at least p, what the budget pays for at p plus side cost).
 *
 * <p>Some may borrow against the units that they buy (repo). Of its units a bidder pledges as many as it likes; the loan is at
 * most what they back, {@link #loans}, and at most the credit allotted to it before the sale, {@link #credit(int, long)}. What
 * a pledged unit costs beyond the loan that it backs, haircut and side cost, must come out of the bidder's own funds, which are
 * a part of its budget; the rest of the budget, its credit line, pays for anything else. So n units can be bought at a price p if
 * <pre>
 *   sum of (p + side) over the n units          &lt;=  budget + L
 *   L                                           &lt;=  min(credit, m l(p))        m &lt;= n units are pledged
 *   sum of (p + side - l(p)) over the m units   &lt;=  own funds
 * </pre>
 * The most wanted units are pledged first, in sales one after another the first bought. For a given n what has to be found rises
 * with p, since l never rises faster: demand never rises with the price. It is the budget and min(credit, m l(p)) for the largest
 * m that own funds allow, spent on units in their order: where n is smaller than that m, own funds pay for what loans do not.
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
    private final Borrowing borrowing = new Borrowing();

    /** Empties the book; nobody lends until {@link #loans} is called. */
    public void clear() {
        borrowing.clear();
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

    /**
     * What units back: all bidders of a book buy machines of one kind. To be called after {@link #clear}.
     *
     * @param advance   what is lent of the worth of a unit, one less the haircut, 0 to 1; kept in billionths
     * @param markCents what a unit is worth to lenders at most, cents; less if it is bought for less
     */
    public void loans(double advance, long markCents) {
        borrowing.terms(advance, markCents);
    }

    /**
     * Says that the bidder added last may borrow, once credit is allotted to it.
     *
     * @param ownFundsCents its own funds, cash and coins, a part of its budget
     * @param limitCents    the most that dealers would lend it, cents; 0 if nothing
     */
    public void mayBorrow(long ownFundsCents, long limitCents) {
        if (bidders == 0) {
            throw new IllegalArgumentException("there is no bidder yet");
        }
        borrowing.borrower(bidders - 1, Math.min(ownFundsCents, budget[bidders - 1]), limitCents);
    }

    /** Allots credit to a bidder, cents: at most what dealers would lend it. */
    public void credit(int bidder, long cents) {
        borrowing.credit(bidder, cents);
    }

    /** The credit allotted to a bidder, cents; 0 until it is. */
    public long credit(int bidder) {
        return borrowing.credit(bidder);
    }

    /** What a bidder has of its own, cents; counted only of those who may borrow. */
    long ownFunds(int bidder) {
        return borrowing.own(bidder);
    }

    /** Whether terms are such that somebody could be lent something. */
    boolean lends() {
        return borrowing.possible();
    }

    /** Takes all credit back. */
    void withdrawCredit() {
        borrowing.withdraw();
    }

    /** The most that dealers would lend a bidder, and that all the units it names could back at any price. */
    long mostCredit(int bidder) {
        long most = 0;
        for (int s = firstStep[bidder]; s < firstStep[bidder + 1]; s++) {
            most += units[s] * borrowing.of(value[s]);
        }
        return Math.min(borrowing.limit(bidder), most);
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
        borrowing.copyOf(other.borrowing);
    }

    /** What the bidder can spend without loans, cents. */
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

    /** Units that a bidder wants and can pay for at a price. Never rises with the price. */
    public long demand(int bidder, long price) {
        long left = borrowing.lent() ? budget[bidder] + borrowable(bidder, unitsWorth(bidder, price), price, 0) : budget[bidder];
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
        long left = borrowing.lent() ? budget[bidder] + borrowableAtOwnBids(bidder, price) : budget[bidder];
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

    /**
     * What a bidder can borrow if it buys units at a price, of which the first ones cost a cent more: min(credit, what those back
     * whose haircuts its own funds cover).
     */
    private long borrowable(int bidder, long count, long price, long dearer) {
        if (borrowing.credit(bidder) == 0 || price < 0) {
            return 0;
        }
        return borrowing.drawable(bidder, borrowing.of(pledgeable(bidder, count, price, dearer), price, dearer));
    }

    /** How many of the first units own funds cover haircuts and side costs, at a price, of which the first cost a cent more. */
    private long pledgeable(int bidder, long count, long price, long dearer) {
        long haircut = price - borrowing.of(price);
        long larger = dearer > 0 ? price + 1 - borrowing.of(price + 1) : haircut;
        long left = borrowing.own(bidder);
        long pledged = 0;
        long end = 0;
        for (int s = firstStep[bidder]; s < firstStep[bidder + 1] && end < count; s++) {
            end = Math.min(count, end + units[s]);
            while (pledged < end) {
                long until = pledged < dearer ? Math.min(end, dearer) : end;
                long each = (pledged < dearer ? larger : haircut) + sideCost[s];
                long covered = each == 0 ? until - pledged : Math.min(until - pledged, left / each);
                pledged += covered;
                left -= covered * each;
                if (pledged < until) {
                    return pledged;
                }
            }
        }
        return pledged;
    }

    /** The same if each unit costs what is bid for it, among the units for which a price or more is bid. */
    private long borrowableAtOwnBids(int bidder, long price) {
        if (borrowing.credit(bidder) == 0) {
            return 0;
        }
        long left = borrowing.own(bidder);
        long backed = 0;
        for (int s = firstStep[bidder]; s < firstStep[bidder + 1] && value[s] >= Math.max(0, price); s++) {
            long loan = borrowing.of(value[s]);
            long each = value[s] + sideCost[s] - loan;
            long covered = each == 0 ? units[s] : Math.min(units[s], left / each);
            backed += covered * loan;
            left -= covered * each;
            if (covered < units[s]) {
                break;
            }
        }
        return borrowing.drawable(bidder, backed);
    }

    /** Whether a bidder can pay so much for its first units, wanted or not. */
    private boolean canPay(int bidder, long count, long paidCents) {
        return paidCents + totalSideCost(bidder, count)
                <= budget[bidder] + borrowable(bidder, count, paidCents / count, paidCents % count);
    }

    /**
     * The most that a bidder wants to and can pay for its first units together; negative if it cannot even pay their side
     * costs. Units must be at least 1 and at most its capacity.
     */
    long mostPayment(int bidder, long count) {
        long worth = totalValue(bidder, count);
        long payable = budget[bidder] - totalSideCost(bidder, count);
        if (payable >= worth || borrowing.credit(bidder) == 0) {
            return Math.min(worth, payable);
        }
        long low = Math.max(-1, payable);
        long high = Math.min(worth, payable + borrowing.credit(bidder)) + 1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (canPay(bidder, count, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The least loan that pays for what a bidder of the book has won, besides its budget.
     *
     * @param unitCount how many units it has won, at most its capacity
     * @param paidCents what it pays for them together
     * @return cents; 0 if its budget suffices
     */
    public long loan(int bidder, long unitCount, long paidCents) {
        return Math.max(0, paidCents + totalSideCost(bidder, unitCount) - budget[bidder]);
    }

    /**
     * The least number of units that together back a loan, all bought at their mean price.
     *
     * @param bidder    who has won them
     * @param unitCount how many units it has won
     * @param paidCents what it pays for them together
     * @param loanCents the loan
     * @return at most all units
     */
    public long pledgedUnits(int bidder, long unitCount, long paidCents, long loanCents) {
        long low = 0;
        long high = loanCents <= 0 ? 0 : unitCount;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (borrowing.together(middle, paidCents / unitCount, paidCents % unitCount) >= loanCents) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
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
        long bid = Math.min(value[s], Math.floorDiv(budget[bidder] - side, count));
        return !borrowing.lent() || bid == value[s] || borrowing.credit(bidder) == 0 ? bid
                : bidWithLoans(bidder, count, bid, Math.min(value[s], (budget[bidder] - side + borrowing.credit(bidder)) / count));
    }

    private long bidWithLoans(int bidder, long count, long payable, long most) {
        // even without money left what was bought before may back side costs
        long low = Math.max(-1, payable);
        long high = most + 1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (canPay(bidder, count, middle * count)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
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

    /**
     * Takes won units and what they cost out of a bidder's schedule and budget, and out of its own funds and its credit. As many
     * units are pledged as own funds allow, whether or not all is drawn at once that they back.
     */
    void consume(int bidder, long count, long paidCents) {
        long left = budget[bidder] - paidCents - totalSideCost(bidder, count);
        if (borrowing.credit(bidder) > 0 && count > 0) {
            settle(bidder, count, paidCents, left);
            left = Math.max(0, left);
        }
        budget[bidder] = left;
        takeUnits(bidder, count);
    }

    private void settle(int bidder, long count, long paidCents, long left) {
        long price = paidCents / count;
        long dearer = paidCents % count;
        long pledged = pledgeable(bidder, count, price, dearer);
        long backed = borrowing.of(pledged, price, dearer);
        long haircuts = pledged * price + Math.min(pledged, dearer) + totalSideCost(bidder, pledged) - backed;
        borrowing.settle(bidder, haircuts, backed, left);
    }

    private void takeUnits(int bidder, long count) {
        long left = count;
        for (int s = firstStep[bidder]; left > 0; s++) {
            long taken = Math.min(left, units[s]);
            units[s] -= taken;
            left -= taken;
        }
    }
}
