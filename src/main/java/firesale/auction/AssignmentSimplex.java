package firesale.auction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The linear programme of {@link AssignmentBound}, brought into numbers around 1 and solved by the simplex method. Variables
 * are shares of what a step or a level of reserves can be at most. Units of the lowest reserve need no variable of their
 * own: all are priced at that reserve, and those of a higher level cost the difference more; doing nothing is then a corner
 * at which no constraint binds.
 */
final class AssignmentSimplex {

    private static final double EPSILON = 1e-10;
    private static final int ULPS = 10;
    private static final double CUT_OFF = 1e-13;
    private static final double TOUCHES = 1e-12;
    private static final int ITERATIONS_PER_ROW = 50;

    private final List<Wanted> wanted;
    private final List<Supply> supply;
    private final double[] budget;
    private final boolean[] bindingBudget;
    private final double[] capacity;
    private final boolean[] bindingCapacity;
    private final List<Level> levels = new ArrayList<>();

    /**
     * Units that a bidder could win at a gain.
     *
     * @param value    worth of a unit, cents
     * @param cost     what a unit takes out of the budget at least, cents
     * @param units    at most so many
     * @param capacity what they use, or {@link AssignmentBound#NONE}
     * @param amount   how much of it a unit uses
     */
    record Wanted(int bidder, int pool, double value, double cost, double units, int capacity, double amount) {

        Wanted withUnits(double other) {
            return new Wanted(bidder, pool, value, cost, other, capacity, amount);
        }
    }

    /** The units of a pool by levels of reserves, in rising order. */
    record Supply(List<double[]> unitsAndReserve) {

        void add(long units, long reserve) {
            int last = unitsAndReserve.size() - 1;
            if (last >= 0 && unitsAndReserve.get(last)[1] == reserve) {
                unitsAndReserve.get(last)[0] += units;
            } else {
                unitsAndReserve.add(new double[] {units, reserve});
            }
        }

        boolean isEmpty() {
            return unitsAndReserve.isEmpty();
        }

        int levels() {
            return unitsAndReserve.size();
        }

        double unitsAt(int level) {
            return unitsAndReserve.get(level)[0];
        }

        double reserveAt(int level) {
            return unitsAndReserve.get(level)[1];
        }

        double lowestReserve() {
            return reserveAt(0);
        }

        double units() {
            double sum = 0;
            for (double[] level : unitsAndReserve) {
                sum += level[0];
            }
            return sum;
        }
    }

    /** A level of reserves above the pool's lowest. */
    private record Level(int pool, double units, double costAboveLowest) {
    }

    AssignmentSimplex(List<Wanted> wanted, List<Supply> supply, double[] budget, boolean[] bindingBudget, double[] capacity,
            boolean[] bindingCapacity) {
        this.wanted = wanted;
        this.supply = supply;
        this.budget = budget;
        this.bindingBudget = bindingBudget;
        this.capacity = capacity;
        this.bindingCapacity = bindingCapacity;
        findLevels();
    }

    /** Levels that demand could reach, and at which some step still gains. */
    private void findLevels() {
        for (int p = 0; p < supply.size(); p++) {
            double demand = 0;
            double highest = 0;
            for (Wanted w : wanted) {
                demand += w.pool == p ? w.units : 0;
                highest = w.pool == p ? Math.max(highest, w.value) : highest;
            }
            Supply pool = supply.get(p);
            double below = pool.isEmpty() ? 0 : pool.unitsAt(0);
            for (int level = 1; level < pool.levels() && below < demand && pool.reserveAt(level) < highest; level++) {
                double units = Math.min(pool.unitsAt(level), demand - below);
                levels.add(new Level(p, units, pool.reserveAt(level) - pool.lowestReserve()));
                below += units;
            }
        }
    }

    /** The surplus in cents; empty if the tableau would be too large or no end is found. */
    OptionalDouble surplusCents() {
        int n = wanted.size();
        int variables = n + levels.size();
        double[] gain = new double[variables];
        double scale = 0;
        for (int s = 0; s < n; s++) {
            Wanted w = wanted.get(s);
            gain[s] = (w.value - supply.get(w.pool).lowestReserve()) * w.units;
            scale = Math.max(scale, gain[s]);
        }
        for (int l = 0; l < levels.size(); l++) {
            gain[n + l] = -levels.get(l).units * levels.get(l).costAboveLowest;
        }
        for (int i = 0; i < variables; i++) {
            gain[i] /= scale;
        }
        long rows = countRows();
        if ((rows + 1) * (variables + rows + 2) > AssignmentBound.LARGEST_TABLEAU) {
            return OptionalDouble.empty();
        }
        List<LinearConstraint> constraints = constraints(variables);
        try {
            double best = new SimplexSolver(EPSILON, ULPS, CUT_OFF).optimize(new LinearObjectiveFunction(gain, 0),
                    new LinearConstraintSet(constraints), GoalType.MAXIMIZE, new NonNegativeConstraint(true),
                    new MaxIter(ITERATIONS_PER_ROW * (constraints.size() + variables))).getValue();
            return OptionalDouble.of(Math.max(0, best) * scale);
        } catch (TooManyIterationsException e) {
            return OptionalDouble.empty();
        }
    }

    private long countRows() {
        long rows = levels.size();
        for (Wanted w : wanted) {
            rows += isImplied(w) ? 0 : 1;
        }
        for (boolean binding : bindingBudget) {
            rows += binding ? 1 : 0;
        }
        for (boolean binding : bindingCapacity) {
            rows += binding ? 1 : 0;
        }
        return rows + supply.size();
    }

    private List<LinearConstraint> constraints(int variables) {
        List<LinearConstraint> rows = new ArrayList<>();
        for (int p = 0; p < supply.size(); p++) {
            addPool(rows, p, variables);
        }
        for (int i = 0; i < bindingBudget.length; i++) {
            if (bindingBudget[i]) {
                addLimit(rows, i, AssignmentBound.NONE, variables);
            }
        }
        for (int k = 0; k < bindingCapacity.length; k++) {
            if (bindingCapacity[k]) {
                addLimit(rows, AssignmentBound.NONE, k, variables);
            }
        }
        for (int v = 0; v < variables; v++) {
            if (v >= wanted.size() || !isImplied(wanted.get(v))) {
                double[] row = new double[variables];
                row[v] = 1;
                rows.add(new LinearConstraint(row, Relationship.LEQ, 1));
            }
        }
        return rows;
    }

    /** Units won in a pool are no more than those of its lowest level and those sold of the others. */
    private void addPool(List<LinearConstraint> rows, int pool, int variables) {
        double[] row = new double[variables];
        double demand = 0;
        for (int s = 0; s < wanted.size(); s++) {
            row[s] = wanted.get(s).pool == pool ? wanted.get(s).units : 0;
            demand += row[s];
        }
        if (demand == 0 || demand < supply.get(pool).unitsAt(0)) {
            return;
        }
        for (int l = 0; l < levels.size(); l++) {
            row[wanted.size() + l] = levels.get(l).pool == pool ? -levels.get(l).units : 0;
        }
        double size = supply.get(pool).unitsAt(0);
        rows.add(new LinearConstraint(Arrays.stream(row).map(each -> each / size).toArray(), Relationship.LEQ, 1));
    }

    /** What a bidder spends, or what of a capacity is used, is no more than there is. */
    private void addLimit(List<LinearConstraint> rows, int bidder, int ofCapacity, int variables) {
        double[] row = new double[variables];
        double sum = 0;
        for (int s = 0; s < wanted.size(); s++) {
            Wanted w = wanted.get(s);
            if (bidder >= 0 && w.bidder == bidder && w.cost > 0) {
                row[s] = w.cost * w.units / budget[bidder];
            } else if (ofCapacity >= 0 && w.capacity == ofCapacity) {
                row[s] = w.amount * w.units / capacity[ofCapacity];
            }
            sum += row[s];
        }
        if (sum > 0) {
            rows.add(new LinearConstraint(row, Relationship.LEQ, 1));
        }
    }

    /** Whether another constraint already keeps a step from more units than it has. */
    private boolean isImplied(Wanted w) {
        Supply pool = supply.get(w.pool);
        boolean byMoney = bindingBudget[w.bidder] && w.cost > 0 && w.cost * w.units >= budget[w.bidder] * (1 - TOUCHES);
        boolean byCapacity = w.capacity != AssignmentBound.NONE && bindingCapacity[w.capacity]
                && w.amount * w.units >= capacity[w.capacity] * (1 - TOUCHES);
        boolean bySupply = pool.levels() == 1 && w.units >= pool.unitsAt(0);
        return byMoney || byCapacity || bySupply;
    }
}
