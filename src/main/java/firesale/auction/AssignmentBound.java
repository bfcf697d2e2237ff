package firesale.auction;

import firesale.auction.AssignmentSimplex.Supply;
import firesale.auction.AssignmentSimplex.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The most surplus that any assignment of units to bidders could bring, from above. Several pools may be on sale at once:
 * who buys in one has less money, and fewer racks, for the others. With x units of each step s and y units sold of each lot
 * l
 * <pre>
 *   max  sum v(s) x(s) - sum r(l) y(l)
 *   sum of x over the steps in a pool       &lt;=  sum of y over its lots
 *   sum of (r + c(s)) x(s) of a bidder      &lt;=  its budget               r: the lowest reserve of the pool
 *   sum of a(s) x(s) that use a capacity    &lt;=  the capacity
 *   0 &lt;= x &lt;= units of the step,  0 &lt;= y &lt;= units of the lot
 * </pre>
 * The surplus of a unit is its value v less the seller's reserve r. The side cost c is <em>not</em> taken off: the value of
 * a step in a {@link BidBook} is what the bidder would pay for the unit and has the side cost taken off already; it only has
 * to be paid from the same budget. Units may be split here, and a budget need not cover more than the lowest reserve: what
 * an auction brings about is never more.
 *
 * <p>Where no budget and no capacity ties pools together, the answer is where the merit orders of values and reserves cross:
 * exact, in a time that grows with the number of steps as sorting does, for any number. A budget that is spent in one pool
 * only is no tie: steps run from the most to the least wanted and from the lowest to the highest side cost, so that it is
 * spent in their order. Else the simplex method solves the pools that are tied. Its tableau is dense: up to {@link
 * #LARGEST_TABLEAU}.
 */
public final class AssignmentBound {

    /** No capacity is used. */
    public static final int NONE = -1;
    /**
     * The most cells of a simplex tableau, rows times columns. A row is a step, a budget, a capacity, a pool, or a further
     * level of reserves; a column is a row, a step or such a level; whatever cannot bind is left out before. Six pools on
     * sale at once and 120 buyers with a budget and two kinds of racks each, 1,400 steps, make 3.5 million cells: 0.1 to 0.3
     * seconds and less than 60 MB. Time grows faster than cells: 2.5 seconds for 29 million.
     */
    public static final int LARGEST_TABLEAU = 4_000_000;

    private static final double TOUCHES = 1e-12;

    private final List<Lot> lots = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private double[] budget = new double[16];
    private double[] capacity = new double[16];
    private int pools;
    private int bidders;
    private int capacities;

    private record Lot(int pool, long units, long reserve) {
    }

    private record Step(int bidder, int pool, long value, long side, long units, int capacity, double amount) {
    }

    /** Forgets everything. */
    public void clear() {
        lots.clear();
        steps.clear();
        pools = 0;
        bidders = 0;
        capacities = 0;
    }

    /** Adds a pool of units that are all alike; returns its index. */
    public int addPool() {
        return pools++;
    }

    /**
     * Adds a lot to a pool.
     *
     * @param units        at least 0
     * @param reserveCents least price of a unit, at least 0
     */
    public void addLot(int pool, long units, long reserveCents) {
        if (pool < 0 || pool >= pools || units < 0 || reserveCents < 0) {
            throw new IllegalArgumentException("a lot belongs to a pool; its units and reserve are at least 0");
        }
        int last = lots.size() - 1;
        if (last >= 0 && lots.get(last).pool == pool && lots.get(last).reserve == reserveCents) {
            // a fleet in a million lots is one here
            lots.set(last, new Lot(pool, Math.addExact(lots.get(last).units, units), reserveCents));
        } else {
            lots.add(new Lot(pool, units, reserveCents));
        }
    }

    /**
     * Adds a bidder with what it can spend in all pools together, cents, {@link BidBook#UNLIMITED} for no limit; returns its
     * index.
     */
    public int addBidder(long budgetCents) {
        if (budgetCents < 0) {
            throw new IllegalArgumentException("a budget cannot be negative: " + budgetCents);
        }
        budget = bidders == budget.length ? Arrays.copyOf(budget, 2 * bidders) : budget;
        budget[bidders] = budgetCents >= BidBook.UNLIMITED ? Double.POSITIVE_INFINITY : budgetCents;
        return bidders++;
    }

    /**
     * Adds something else of which there is only so much, such as the power of free racks at a site, in kW; returns its
     * index.
     */
    public int addCapacity(double amount) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a capacity is a number of at least 0, not " + amount);
        }
        capacity = capacities == capacity.length ? Arrays.copyOf(capacity, 2 * capacities) : capacity;
        capacity[capacities] = amount;
        return capacities++;
    }

    /** Adds a step that uses no shared capacity. */
    public void addStep(int bidder, int pool, long valueCents, long sideCents, long units) {
        addStep(bidder, pool, valueCents, sideCents, units, NONE, 0);
    }

    /**
     * Adds units of a pool that a bidder wants, in any order.
     *
     * @param valueCents what a unit is worth to the bidder, side cost taken off
     * @param sideCents  what a unit needs beside its price, at least 0
     * @param units      how many, at least 0
     * @param ofCapacity the capacity that the units use, or {@link #NONE}
     * @param amount     how much of it a unit uses, at least 0
     */
    public void addStep(int bidder, int pool, long valueCents, long sideCents, long units, int ofCapacity, double amount) {
        if (bidder < 0 || bidder >= bidders || pool < 0 || pool >= pools || ofCapacity < NONE || ofCapacity >= capacities) {
            throw new IllegalArgumentException("a step belongs to a bidder and a pool, and uses a capacity or none");
        } else if (sideCents < 0 || units < 0 || !(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("side cost, units and amounts are at least 0");
        }
        steps.add(new Step(bidder, pool, valueCents, sideCents, units, amount > 0 ? ofCapacity : NONE, amount));
    }

    /**
     * The bound for a single sale. It needs no tableau, so that there is no largest size.
     *
     * @param values what units are worth, whatever has been bid
     * @return cents, at least 0
     */
    public static double surplusCents(BidBook values, LotBook lots) {
        AssignmentBound bound = new AssignmentBound();
        int pool = bound.addPool();
        for (int lot = 0; lot < lots.lots(); lot++) {
            bound.addLot(pool, lots.units(lot), lots.reserve(lot));
        }
        for (int i = 0; i < values.bidders(); i++) {
            // credit on top of the budget, whatever units back: more than can be had, so that the bound remains one
            bound.addBidder(Math.min(BidBook.UNLIMITED, values.budget(i) + values.credit(i)));
            for (int s = values.firstStep(i); s < values.endStep(i); s++) {
                bound.addStep(i, pool, values.value(s), values.sideCost(s), values.units(s));
            }
        }
        return bound.surplusCents().orElseThrow();
    }

    /**
     * The bound.
     *
     * @return cents, at least 0; empty if the tableau were larger than {@link #LARGEST_TABLEAU} or the simplex method found no
     * end
     */
    public OptionalDouble surplusCents() {
        return surplusCents(true);
    }

    /** The bound, by the simplex method for all pools and with all budgets if there shall be no short cuts. */
    OptionalDouble surplusCents(boolean shortCuts) {
        List<Supply> supply = supply();
        List<Wanted> wanted = wanted(supply);
        boolean[] bindingCapacity = new boolean[capacities];
        for (int k = 0; k < capacities; k++) {
            bindingCapacity[k] = !shortCuts || uses(wanted, k) > capacity[k] * (1 + TOUCHES);
        }
        boolean[] bindingBudget = new boolean[bidders];
        wanted = spend(wanted, bindingCapacity, bindingBudget, shortCuts);
        boolean[] tied = new boolean[pools];
        for (Wanted w : wanted) {
            tied[w.pool()] |= !shortCuts || bindingBudget[w.bidder()] || w.capacity() != NONE && bindingCapacity[w.capacity()];
        }
        double sum = 0;
        List<Wanted> left = new ArrayList<>();
        for (int p = 0; p < pools; p++) {
            int pool = p;
            List<Wanted> here = wanted.stream().filter(w -> w.pool() == pool).toList();
            if (tied[p]) {
                left.addAll(here);
            } else {
                sum += meritOrder(here, supply.get(p));
            }
        }
        if (left.isEmpty()) {
            return OptionalDouble.of(sum);
        }
        OptionalDouble rest =
                new AssignmentSimplex(left, supply, budget, bindingBudget, capacity, bindingCapacity).surplusCents();
        return rest.isPresent() ? OptionalDouble.of(sum + rest.getAsDouble()) : rest;
    }

    /** The lots of each pool with units, the lowest reserve first, equal ones together. */
    private List<Supply> supply() {
        List<Supply> supply = new ArrayList<>();
        for (int p = 0; p < pools; p++) {
            supply.add(new Supply(new ArrayList<>()));
        }
        lots.stream().filter(lot -> lot.units > 0).sorted(Comparator.comparingLong(Lot::reserve))
                .forEach(lot -> supply.get(lot.pool).add(lot.units, lot.reserve));
        return supply;
    }

    /**
     * What could be won at a gain, at most as many units as there are and as the bidder could pay for and hold without any
     * others.
     */
    private List<Wanted> wanted(List<Supply> supply) {
        List<Wanted> wanted = new ArrayList<>();
        for (Step step : steps) {
            Supply pool = supply.get(step.pool);
            if (pool.isEmpty() || step.value <= pool.lowestReserve()) {
                continue;
            }
            double cost = pool.lowestReserve() + step.side;
            double units = Math.min(step.units, pool.units());
            units = cost > 0 ? Math.min(units, budget[step.bidder] / cost) : units;
            units = step.capacity == NONE ? units : Math.min(units, capacity[step.capacity] / step.amount);
            if (units > 0) {
                wanted.add(new Wanted(step.bidder, step.pool, step.value, cost, units, step.capacity, step.amount));
            }
        }
        // bidder by bidder, the most wanted first
        wanted.sort(Comparator.comparingInt(Wanted::bidder)
                .thenComparing(Comparator.comparingDouble(Wanted::value).reversed())
                .thenComparingDouble(Wanted::cost));
        return wanted;
    }

    private static double uses(List<Wanted> wanted, int k) {
        double sum = 0;
        for (Wanted w : wanted) {
            sum += w.capacity() == k ? w.amount() * w.units() : 0;
        }
        return sum;
    }

    /** Finds whose budgets bind; those that are spent in one order at any price are spent here, and then bind no more. */
    private List<Wanted> spend(List<Wanted> wanted, boolean[] bindingCapacity, boolean[] bindingBudget,
            boolean shortCuts) {
        List<Wanted> spent = new ArrayList<>();
        int end;
        for (int first = 0; first < wanted.size(); first = end) {
            Wanted head = wanted.get(first);
            double cost = 0;
            boolean inOrder = true;
            double before = 0;
            for (end = first; end < wanted.size() && wanted.get(end).bidder() == head.bidder(); end++) {
                Wanted w = wanted.get(end);
                cost += w.cost() * w.units();
                boolean free = w.capacity() == NONE || !bindingCapacity[w.capacity()];
                inOrder &= w.pool() == head.pool() && w.cost() >= before && free;
                before = w.cost();
            }
            double left = budget[head.bidder()];
            boolean binds = !shortCuts || cost > left * (1 + TOUCHES);
            bindingBudget[head.bidder()] = binds && !(shortCuts && inOrder);
            for (int i = first; i < end; i++) {
                Wanted w = wanted.get(i);
                double units = w.units();
                if (binds && !bindingBudget[head.bidder()] && w.cost() > 0) {
                    units = Math.min(units, left / w.cost());
                    left = Math.max(0, left - units * w.cost());
                }
                if (units > 0) {
                    spent.add(w.withUnits(units));
                }
            }
        }
        return spent;
    }

    /** Where values in falling order meet reserves in rising order. */
    private static double meritOrder(List<Wanted> wanted, Supply supply) {
        List<Wanted> falling = new ArrayList<>(wanted);
        falling.sort(Comparator.comparingDouble(Wanted::value).reversed());
        double sum = 0;
        int level = 0;
        double left = supply.isEmpty() ? 0 : supply.unitsAt(0);
        for (Wanted w : falling) {
            double units = w.units();
            while (units > 0) {
                if (left == 0) {
                    level++;
                    if (level == supply.levels()) {
                        return sum;
                    }
                    left = supply.unitsAt(level);
                }
                if (w.value() <= supply.reserveAt(level)) {
                    return sum;
                }
                double sold = Math.min(units, left);
                sum += sold * (w.value() - supply.reserveAt(level));
                units -= sold;
                left -= sold;
            }
        }
        return sum;
    }
}
