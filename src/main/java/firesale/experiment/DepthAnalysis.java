package firesale.experiment;

import firesale.analysis.RatioBootstrap;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code kind: depth}: how large a repo market, or how much standby money, would hold the discount of forced sales under some
 * targets at each declared point; where none would, the discount that is left and the constraint behind it. Capacities are
 * tried on a grid under common random numbers; intervals resample replications, the same ones at all points.
 */
final class DepthAnalysis implements Analysis {

    /** What is to be held. */
    static final String MEASURE = "price_discount";

    /** What may explain a curve, where the model measures it; after these whatever else it measures of repo, up to a number. */
    private static final List<String> BESIDE = List.of("repo_utilisation", "repo_margin_calls", "repo_fails", "repo_resale_gpus",
            "defaults", "gpus_seized", "standby_spent_usd");
    private static final String OF_REPO = "repo_";
    private static final int MOST_BESIDE = 10;

    private final DepthDesign design;

    DepthAnalysis(DepthDesign design) {
        this.design = design;
    }

    @Override
    public List<Point> points(List<Point> declared) {
        return DepthPoints.of(declared, design).stream().flatMap(points -> points.tried().stream())
                .map(DepthPoints.Tried::point).toList();
    }

    /** Each is compared with no money at its declared point. */
    @Override
    public List<Integer> baselines(List<Point> declared, List<Integer> baselines) {
        List<Integer> all = new ArrayList<>();
        DepthPoints.of(declared, design).forEach(points ->
                all.addAll(Collections.nCopies(points.tried().size(), points.none().point().index())));
        return all;
    }

    @Override
    public void check(List<Measure> measures) {
        try {
            Measure.named(measures, MEASURE);
        } catch (InputException e) {
            throw new InputException("analysis.kind: depth: " + e.getMessage(), e);
        }
    }

    /** A hundred points and more are summed up by what the answer rests on: the main measures, those to show, and those beside. */
    private static List<Measure> summarised(List<Measure> measures) {
        List<Measure> beside = beside(measures);
        return measures.stream().filter(measure -> measure.isMain() || measure.name().equals(MEASURE) || beside.contains(measure))
                .toList();
    }

    private static List<Measure> beside(List<Measure> measures) {
        Stream<Measure> named = BESIDE.stream().flatMap(name -> measures.stream().filter(measure -> measure.name().equals(name)));
        Stream<Measure> ofRepo = measures.stream()
                .filter(measure -> measure.name().startsWith(OF_REPO) && !BESIDE.contains(measure.name()));
        return Stream.concat(named, ofRepo).limit(MOST_BESIDE).toList();
    }

    @Override
    public Findings findings(Plan plan, List<Measure> measures, Function<Summary, String> answer, RunRows rows)
            throws IOException {
        Summary summary = SummaryEstimator.estimate(plan, summarised(measures), rows);
        Measure discount = Measure.named(measures, MEASURE);
        List<Measure> others = beside(measures);
        List<DepthSums> sums = DepthPoints.of(plan.design().points(), design).stream()
                .map(points -> new DepthSums(points, design.sortedTargets(), discount, others, plan.replications())).toList();
        RunRow[] replication = new RunRow[plan.points().size()];
        rows.forEach(row -> {
            replication[row.point()] = row;
            if (row.point() == replication.length - 1) {
                sums.forEach(scenario -> scenario.add(replication));
            }
        });
        RatioBootstrap bootstrap = new RatioBootstrap(plan.replications());
        List<MissingDepth> found = sums.stream().map(scenario -> scenario.solve(bootstrap)).toList();
        MissingDepthCsv csv = new MissingDepthCsv();
        DiscountCurveCsv curves = new DiscountCurveCsv();
        found.forEach(csv::add);
        found.forEach(curves::add);
        String text = MissingDepthText.of(summary, found, plan.design().show());
        return new Findings(text, summary.failed(), new TreeMap<>(Map.of(ResultFolder.SUMMARY, SummaryCsv.of(summary),
                MissingDepthCsv.table().fileName(), csv.text(), DiscountCurveCsv.table().fileName(), curves.text(),
                ResultFolder.ANSWER, AnswerText.of(plan, text))),
                List.of(SummaryCsv.table(), MissingDepthCsv.table(), DiscountCurveCsv.table()));
    }
}
