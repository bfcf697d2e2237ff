package firesale.experiment;

import firesale.analysis.DiscountCurve;
import firesale.analysis.Estimate;
import firesale.analysis.JointEstimates;
import firesale.analysis.Rise;
import firesale.analysis.Threshold;
import firesale.repo.RepoParameters;
import firesale.world.Feedback;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the runs of a declared point say about the depth that its market lacks.
 *
 * @param points   what was run
 * @param haircut  the model's own
 * @param left     replications that were left out, since a run of them failed
 * @param dyn      the discount by capacity, seizures responding
 * @param fix      the same with what is seized without a market
 * @param held     what holds each target, the smallest target first
 * @param haircuts the discount by capacity at other haircuts
 * @param standby  the discount by budget of standby money, for each target
 * @param floors   the discount with unlimited repo, then without each of the frictions
 * @param rising   where more repo raises the discount; empty if nowhere by more than noise
 * @param beside   other measures that the model has of these runs
 */
record MissingDepth(DepthPoints points, double haircut, long left, DiscountCurve dyn, DiscountCurve fix, List<Held> held,
        List<AtHaircut> haircuts, List<DiscountCurve> standby, JointEstimates floors, Optional<Rising> rising,
                List<Beside> beside) {

    /**
     * What holds the discount under a target. Amounts are such that the target is held by all larger ones too, but for the first.
     *
     * @param target   the discount
     * @param dyn      capacity of the repo market, seizures responding
     * @param first    the least capacity that holds it, larger ones or not
     * @param fix      capacity where what is seized does not respond
     * @param mostRuns capacity at which 95 % of runs with sales hold it
     * @param standby  standby money that bids at the target
     * @param spent    what of it is spent in a run, at the least budget tried that suffices; empty if that is not measured
     */
    record Held(double target, Threshold dyn, Threshold first, Threshold fix, Threshold mostRuns, Threshold standby,
            Optional<Estimate> spent) {
    }

    /**
     * Another haircut.
     *
     * @param haircut its base
     * @param curve   the discount by capacity
     * @param held    the capacity that holds each target
     * @param rise    where more repo raises the discount by more than noise
     */
    record AtHaircut(double haircut, DiscountCurve curve, List<Threshold> held, Optional<Rise> rise) {
    }

    /**
     * A friction, or several, without which unlimited repo does more or less.
     *
     * @param place    among the relaxations, from 0
     * @param without  what is switched off
     * @param discount the discount then
     * @param change   against unlimited repo with all frictions, paired
     */
    record Relaxed(int place, String without, Estimate discount, Estimate change) {

        /** Whether racks and money are both switched off: shown, but no single constraint. */
        boolean isJoint() {
            return without.indexOf('+') >= 0;
        }

        /** In words. */
        String words() {
            return without.replace('-', ' ').replace("+", " and ");
        }

        /** Whether the discount falls by more than noise. */
        boolean lowers() {
            return change.high() < 0;
        }
    }

    /**
     * More repo, larger discount.
     *
     * @param rise    between which capacities
     * @param before  the discount at the smaller one
     * @param after   the discount at the larger one
     * @param changes of other measures between the two, a run
     */
    record Rising(Rise rise, Estimate before, Estimate after, List<Change> changes) {
    }

    /** A change of a measure. */
    record Change(Measure measure, Estimate difference) {
    }

    /**
     * A measure beside the discount.
     *
     * @param at its estimates at the points of the curve, by capacity
     */
    record Beside(Measure measure, List<Estimate> at) {
    }

    /**
     * The collateral that a capacity finances where it holds a target: C/(1 - h), h the haircut by the rule at a price of
     * 1 - target. Source: section 7 of the model.
     *
     * @param base base of the haircut
     * @return USD; NaN without an amount, at a haircut of everything, and for the rule value-at-risk, which needs more
     */
    double collateralUsd(double capacityUsd, double base, double target) {
        RepoParameters repo = points.scenario().parameters().repo();
        boolean stays = repo.venue() == RepoParameters.Venue.TRI_PARTY
                || !points.scenario().parameters().feedbacks().contains(Feedback.HAIRCUTS);
        double haircut = switch (repo.haircut().rule()) {
            case FIXED -> base;
            case PROCYCLICAL -> stays ? base : repo.haircut().withBase(base).at(1 - target, 0, 0);
            case VALUE_AT_RISK -> Double.NaN;
        };
        return Double.isFinite(capacityUsd) && haircut < 1 ? capacityUsd / (1 - haircut) : Double.NaN;
    }

    String id() {
        return points.scenario().id();
    }

    /** The discount with unlimited repo. */
    Estimate floor() {
        return dyn.floor();
    }

    /** The largest capacity that has a number, USD. */
    double largestUsd() {
        return dyn.amountUsd(dyn.size() - 2);
    }

    /** What was switched off, in the order of the points. */
    List<Relaxed> relaxed() {
        List<DepthPoints.Tried> relaxed = points.of(DepthPoints.Kind.RELAXED);
        return IntStream.range(0, relaxed.size()).mapToObj(i -> {
            double[] change = new double[i + 2];
            change[0] = -1;
            change[i + 1] = 1;
            return new Relaxed(i, relaxed.get(i).without(), floors.of(i + 1), floors.combination(0, change));
        }).toList();
    }

    /** The constraint that binds: what lowers the discount most, if by more than noise. */
    Optional<Relaxed> binding() {
        return relaxed().stream().filter(one -> !one.isJoint()).min(Comparator.comparingDouble(one -> one.change().value()))
                .filter(Relaxed::lowers);
    }

    /** Other constraints whose fall is not told apart from that of the one that binds, families of it left out. */
    List<Relaxed> alike(Relaxed binding) {
        return relaxed().stream().filter(other -> !other.isJoint() && !DepthPoints.related(binding.without, other.without))
                .filter(other -> other.change().value() < 0 && !(larger(binding, other).low() > 0)).toList();
    }

    /** By how much the fall without one is larger than without another. */
    private Estimate larger(Relaxed one, Relaxed other) {
        double[] weights = new double[floors.size()];
        weights[1 + one.place] = -1;
        weights[1 + other.place] = 1;
        return floors.combination(0, weights);
    }
}
