package firesale.experiment;

import firesale.analysis.DiscountCurve;
import firesale.analysis.Estimate;
import firesale.analysis.JointEstimates;
import firesale.analysis.RatioBootstrap;
import firesale.analysis.RatioSums;
import firesale.analysis.Threshold;
import firesale.experiment.DepthPoints.Kind;
import firesale.experiment.DepthPoints.Tried;
import firesale.experiment.MissingDepth.AtHaircut;
import firesale.experiment.MissingDepth.Beside;
import firesale.experiment.MissingDepth.Held;
import firesale.experiment.MissingDepth.Rising;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sums over the runs of one declared point, and what they say. */
final class DepthSums {

    /** A share of runs that may miss the target where nearly all must hold it. */
    private static final double MAY_MISS = 0.05;
    private static final String SPENT = "standby_spent_usd";

    private final DepthPoints points;
    private final List<Double> targets;
    private final Measure discount;
    private final List<Measure> others;
    /** By the point's place in the plan. */
    private final Map<Integer, RatioSums> discounts = new LinkedHashMap<>();
    private final Map<Integer, List<RatioSums>> missed = new LinkedHashMap<>();
    private final Map<Integer, List<RatioSums>> beside = new LinkedHashMap<>();
    private long left;

    /**
     * @param targets  in order
     * @param discount what is to be held
     * @param others   other measures of interest
     */
    DepthSums(DepthPoints points, List<Double> targets, Measure discount, List<Measure> others, int replications) {
        this.points = points;
        this.targets = targets;
        this.discount = discount;
        this.others = others;
        for (Tried tried : points.tried()) {
            discounts.put(tried.point().index(), new RatioSums(replications));
            missed.put(tried.point().index(), sums(targets.size(), replications));
            beside.put(tried.point().index(), sums(others.size(), replications));
        }
    }

    private static List<RatioSums> sums(int count, int replications) {
        return IntStream.range(0, count).mapToObj(i -> new RatioSums(replications)).toList();
    }

    /**
     * Adds a run of each point. A replication that failed at some point is left out at all: else points would differ in shocks
     * too.
     */
    void add(RunRow[] replication) {
        if (points.tried().stream().anyMatch(tried -> replication[tried.point().index()].failed())) {
            left++;
            return;
        }
        for (Tried tried : points.tried()) {
            int place = tried.point().index();
            RunRow row = replication[place];
            discount.addTo(discounts.get(place), row);
            double ofRun = discount.of(row);
            for (int t = 0; t < targets.size() && !Double.isNaN(ofRun); t++) {
                missed.get(place).get(t).add(row.replication(), DiscountCurve.holds(ofRun, targets.get(t)) ? 0 : 1, 1);
            }
            for (int m = 0; m < others.size(); m++) {
                others.get(m).addTo(beside.get(place).get(m), row);
            }
        }
    }

    MissingDepth solve(RatioBootstrap bootstrap) {
        List<Tried> capacities = points.of(Kind.DYN);
        DiscountCurve dyn = curve(bootstrap, capacities);
        DiscountCurve fix = curve(bootstrap, points.curve(Kind.FIX, Double.NaN, points.none().haircut()));
        List<Tried> floors = Stream.concat(Stream.of(points.unlimited()), points.of(Kind.RELAXED).stream()).toList();
        List<DiscountCurve> standby = targets.stream().map(target -> curve(bootstrap, standby(target))).toList();
        List<Held> held = new ArrayList<>();
        for (int t = 0; t < targets.size(); t++) {
            int target = t;
            DiscountCurve misses = new DiscountCurve(bootstrap, amounts(capacities),
                    capacities.stream().map(tried -> missed.get(tried.point().index()).get(target)).toList());
            Threshold money = standby.get(t).holding(targets.get(t));
            held.add(new Held(targets.get(t), dyn.holding(targets.get(t)), dyn.first(targets.get(t)),
                    fix.holding(targets.get(t)), misses.holding(MAY_MISS), money, spent(bootstrap, standby(targets.get(t)),
                            money)));
        }
        return new MissingDepth(points, points.none().haircut(), left, dyn, fix, held, haircuts(bootstrap), standby,
                JointEstimates.of(bootstrap, floors.stream().map(tried -> discounts.get(tried.point().index())).toList()),
                dyn.rise().map(rise -> new Rising(rise, dyn.at(rise.from()), dyn.at(rise.to()),
                        changes(bootstrap, capacities.get(rise.from()), capacities.get(rise.to())))),
                beside(bootstrap, capacities));
    }

    private List<Tried> standby(double target) {
        return points.curve(Kind.STANDBY, target, Double.NaN);
    }

    private DiscountCurve curve(RatioBootstrap bootstrap, List<Tried> tried) {
        return new DiscountCurve(bootstrap, amounts(tried), tried.stream().map(t -> discounts.get(t.point().index())).toList());
    }

    private static double[] amounts(List<Tried> tried) {
        return tried.stream().mapToDouble(Tried::usd).toArray();
    }

    private List<AtHaircut> haircuts(RatioBootstrap bootstrap) {
        List<AtHaircut> haircuts = new ArrayList<>();
        for (double haircut : points.of(Kind.HAIRCUT).stream().map(Tried::haircut).distinct().toList()) {
            DiscountCurve curve = curve(bootstrap, points.curve(Kind.HAIRCUT, Double.NaN, haircut));
            haircuts.add(new AtHaircut(haircut, curve, targets.stream().map(curve::holding).toList(), curve.rise()));
        }
        return haircuts;
    }

    /** What is spent at the least budget tried that is not below the one needed. */
    private Optional<Estimate> spent(RatioBootstrap bootstrap, List<Tried> budgets, Threshold needed) {
        int measure = others.stream().map(Measure::name).toList().indexOf(SPENT);
        if (measure < 0 || !needed.exists()) {
            return Optional.empty();
        }
        Tried enough = budgets.stream().filter(budget -> budget.usd() >= needed.usd()).findFirst().orElseThrow();
        return Optional.of(bootstrap.resample(beside.get(enough.point().index()).get(measure)).estimate());
    }

    private List<MissingDepth.Change> changes(RatioBootstrap bootstrap, Tried from, Tried to) {
        List<MissingDepth.Change> changes = new ArrayList<>();
        for (int m = 0; m < others.size(); m++) {
            JointEstimates both = JointEstimates.of(bootstrap,
                    List.of(beside.get(from.point().index()).get(m), beside.get(to.point().index()).get(m)));
            changes.add(new MissingDepth.Change(others.get(m), both.combination(0, -1, 1)));
        }
        return changes;
    }

    /** What repo moves, where there are values; standby money has a row of its own. */
    private List<Beside> beside(RatioBootstrap bootstrap, List<Tried> capacities) {
        List<Beside> all = new ArrayList<>();
        for (int m = 0; m < others.size(); m++) {
            int measure = m;
            List<Estimate> at = capacities.stream()
                    .map(tried -> bootstrap.resample(beside.get(tried.point().index()).get(measure)).estimate()).toList();
            if (!others.get(m).name().equals(SPENT) && at.stream().anyMatch(estimate -> estimate.n() > 0)) {
                all.add(new Beside(others.get(m), at));
            }
        }
        return all;
    }
}
