package firesale.experiment;

import firesale.buyers.Friction;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Scalars;
import firesale.model.ModelParameters;
import firesale.policy.StandbyParameters;
import firesale.repo.HaircutParameters;
import firesale.repo.RepoParameters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The points of {@code kind: depth} for one declared point: capacities of the repo market with seizures that respond and with
 * those of no market, capacities at other haircuts, budgets of standby money, and frictions switched off where repo has no limit.
 *
 * @param scenario the declared point
 * @param tried    its points in order; the first has no repo market and no standby money
 */
record DepthPoints(Point scenario, List<Tried> tried) {

    /** Frictions that are switched off together: two that bind at once hide each other. */
    private static final List<Group> GROUPS = List.of(
            new Group("racks", List.of(Friction.RACK_POWER, Friction.OTHER_USE_OF_POWER, Friction.COOLING)),
            new Group("racks+funding",
                    List.of(Friction.RACK_POWER, Friction.OTHER_USE_OF_POWER, Friction.COOLING, Friction.FUNDING)));
    private static final String CAPACITY = "repo.capacityUsd";
    private static final String FROZEN = "repo.frozenSeizures";
    private static final String HAIRCUT = "repo.haircut.base";
    private static final String DISCOUNT = "policy.standby.discount";
    private static final String BUDGET = "policy.standby.budgetUsd";
    private static final List<String> OWN = List.of(CAPACITY, FROZEN, DISCOUNT, BUDGET);
    private static final String FRICTIONS = "frictions";

    /** What a point is for. */
    enum Kind {
        /** A capacity of the repo market, seizures responding. */
        DYN,
        /** A capacity with what is seized as without a market. */
        FIX,
        /** A capacity at another haircut. */
        HAIRCUT,
        /** A budget of standby money, without repo. */
        STANDBY,
        /** Unlimited repo without some friction. */
        RELAXED
    }

    private record Group(String name, List<Friction> members) {

        boolean isWithPart(String all, String part) {
            return name.equals(all) && members.stream().map(Scalars::kebab).anyMatch(part::equals);
        }
    }

    /**
     * A point to run.
     *
     * @param target  the discount at which standby money bids; NaN where there is none
     * @param haircut base of the haircut
     * @param usd     capacity of the market or budget of standby money; infinite for no limit
     * @param without what is switched off; empty for nothing
     */
    record Tried(Kind kind, double target, double haircut, double usd, String without, Point point) {
    }

    /**
     * The points of each declared point, indices running on.
     *
     * @throws InputException if the design makes no sense, or a declared point sets or varies what the analysis sets
     */
    static List<DepthPoints> of(List<Point> declared, DepthDesign design) {
        design.check();
        List<DepthPoints> all = new ArrayList<>();
        int first = 0;
        for (Point point : declared) {
            refuse(point, design);
            DepthPoints points = new DepthPoints(point, new Maker(point, design, first).all());
            first += points.tried.size();
            if (first > Variations.MOST_POINTS) {
                throw new InputException("analysis.capacities: more than " + Variations.MOST_POINTS + " points in all");
            }
            all.add(points);
        }
        return all;
    }

    /** @throws InputException if a declared point varies what the analysis sets */
    static void refuseVaried(Point point, DepthDesign design) {
        for (String key : OWN) {
            if (point.varied().containsKey(key)) {
                throw new InputException(point.id() + ": " + key + ": cannot be varied where kind: depth sets it");
            }
        }
        if (point.varied().containsKey(HAIRCUT) && !design.haircuts().isEmpty()) {
            throw new InputException(point.id() + ": " + HAIRCUT + ": cannot be varied where analysis.haircuts sets it");
        }
    }

    private static void refuse(Point point, DepthDesign design) {
        Map<String, String> usual = ExperimentFile.modelSchema().texts(ExperimentFile.modelSchema().defaults(), OWN);
        Map<String, String> texts = ExperimentFile.modelSchema().texts(point.parameters(), OWN);
        refuseVaried(point, design);
        for (String key : OWN) {
            if (!texts.get(key).equals(usual.get(key))) {
                throw new InputException(point.id() + ": " + key + ": was " + texts.get(key)
                        + ", but kind: depth sets it: leave it out");
            }
        }
        RepoParameters repo = point.parameters().repo();
        if (!design.haircuts().isEmpty() && repo.venue() == RepoParameters.Venue.BILATERAL
                && repo.haircut().rule() == HaircutParameters.Rule.VALUE_AT_RISK) {
            throw new InputException(point.id() + ": analysis.haircuts: have no meaning for repo.haircut.rule: "
                    + "value-at-risk, which has no base");
        }
        for (Friction needed : List.of(Friction.REPO, Friction.FUNDING)) {
            if (!point.parameters().frictions().contains(needed)) {
                throw new InputException(point.id() + ": frictions: without " + Scalars.kebab(needed)
                        + " a repo market does nothing, so that kind: depth has nothing to find");
            }
        }
    }

    /** The points of a kind, in order. */
    List<Tried> of(Kind kind) {
        return tried.stream().filter(point -> point.kind == kind).toList();
    }

    /**
     * The points of a curve in order of money, none first, which is the same point for all.
     *
     * @param target  for standby money, else of no meaning
     * @param haircut for repo, else of no meaning
     */
    List<Tried> curve(Kind kind, double target, double haircut) {
        List<Tried> curve = new ArrayList<>(kind == Kind.DYN ? List.of() : List.of(none()));
        of(kind).stream().filter(t -> kind == Kind.STANDBY ? t.target == target : t.haircut == haircut).forEach(curve::add);
        return curve;
    }

    /** Whether one of two things that are switched off is the other or a part of it. */
    static boolean related(String one, String other) {
        return one.equals(other) || GROUPS.stream().anyMatch(group -> group.isWithPart(one, other) || group.isWithPart(other,
                one));
    }

    /** The point without any repo market. */
    Tried none() {
        return tried.get(0);
    }

    /** The point with unlimited repo at the model's haircut. */
    Tried unlimited() {
        List<Tried> dyn = of(Kind.DYN);
        return dyn.get(dyn.size() - 1);
    }

    /** Makes the points one after the other. */
    private static final class Maker {

        private final Point scenario;
        private final DepthDesign design;
        private final int first;
        private final List<Tried> made = new ArrayList<>();

        Maker(Point scenario, DepthDesign design, int first) {
            this.scenario = scenario;
            this.design = design;
            this.first = first;
        }

        List<Tried> all() {
            List<Double> amounts = design.amounts();
            List<Double> coarse = design.coarseAmounts();
            RepoParameters repo = scenario.parameters().repo();
            add(Kind.DYN, 0, "C=0", repo.withCapacityUsd(0));
            amounts.forEach(usd -> add(Kind.DYN, usd, "C=" + DepthDesign.text(usd), with(repo, usd)));
            amounts.forEach(usd -> add(Kind.FIX, usd, "C=" + DepthDesign.text(usd) + "/fix",
                    with(repo, usd).withFrozenSeizures(true)));
            for (double haircut : design.haircutsBeside(repo.haircut().base())) {
                RepoParameters other = repo.withHaircut(repo.haircut().withBase(haircut));
                coarse.forEach(usd -> add(Kind.HAIRCUT, usd, "h=" + Scalars.text(haircut) + ",C=" + DepthDesign.text(usd),
                        with(other, usd)));
            }
            for (double target : design.sortedTargets()) {
                coarse.forEach(usd -> standby(target, usd));
            }
            relax(with(repo, Double.POSITIVE_INFINITY));
            return List.copyOf(made);
        }

        private static RepoParameters with(RepoParameters repo, double usd) {
            return repo.withCapacityUsd(Double.isInfinite(usd) ? RepoParameters.UNLIMITED_USD : usd);
        }

        private void add(Kind kind, double usd, String id, RepoParameters repo) {
            add(kind, Double.NaN, usd, "", id, scenario.parameters().withRepo(repo));
        }

        private void standby(double target, double usd) {
            StandbyParameters money = new StandbyParameters(target, Double.isInfinite(usd) ? RepoParameters.UNLIMITED_USD : usd);
            add(Kind.STANDBY, target, usd, "", "standby=" + Scalars.text(target) + ",B=" + DepthDesign.text(usd),
                    scenario.parameters().withPolicy(scenario.parameters().policy().withStandby(money)));
        }

        /** Each friction that is on, alone; then groups of which several are. */
        private void relax(RepoParameters unlimited) {
            Set<Friction> on = EnumSet.copyOf(scenario.parameters().frictions());
            for (Friction friction : on) {
                if (friction != Friction.REPO) {
                    relax(Scalars.kebab(friction), List.of(friction), unlimited);
                }
            }
            for (Group group : GROUPS) {
                if (group.members.stream().filter(on::contains).count() > 1) {
                    relax(group.name, group.members, unlimited);
                }
            }
        }

        private void relax(String name, List<Friction> off, RepoParameters unlimited) {
            List<Friction> rest = scenario.parameters().frictions().stream().filter(friction -> !off.contains(friction)).toList();
            add(Kind.RELAXED, Double.NaN, Double.POSITIVE_INFINITY, name, "without=" + name,
                    scenario.parameters().withRepo(unlimited).withFrictions(rest));
        }

        private void add(Kind kind, double target, double usd, String without, String id, ModelParameters parameters) {
            Map<String, String> varied = new LinkedHashMap<>(scenario.varied());
            varied.putAll(ExperimentFile.modelSchema().texts(parameters,
                    List.of(CAPACITY, FROZEN, HAIRCUT, DISCOUNT, BUDGET, FRICTIONS)));
            // as ids of grids: a slash after a variant's name, a comma after another key's value
            String separator = scenario.id().indexOf('=') < 0 ? "/" : ",";
            made.add(new Tried(kind, target, parameters.repo().haircut().base(), usd, without,
                    new Point(first + made.size(), scenario.id() + separator + id, varied, parameters)));
        }
    }
}
