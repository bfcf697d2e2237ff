package firesale.experiment;

import firesale.analysis.JointEstimates;
import firesale.analysis.RatioBootstrap;
import firesale.analysis.RatioSums;
import firesale.kernel.parameters.InputException;
import firesale.model.Anatomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * {@code kind: attribution, players: frictions}: the price discount at each declared point, step by step and by Shapley
 * values. Each run explains its own sales; this estimates ratios of sums over runs, all of a point from the same resampled
 * replications.
 */
final class FrictionAttribution implements Analysis {

    /** What is attributed. */
    static final String MEASURE = "price_discount";

    private static final String KEY = "anatomy";

    @Override
    public List<Point> points(List<Point> declared) {
        return declared.stream().map(FrictionAttribution::explained).toList();
    }

    private static Point explained(Point point) {
        if (point.varied().containsKey(KEY)) {
            throw new InputException(KEY + ": cannot be varied where kind: attribution with players: frictions sets it");
        }
        return new Point(point.index(), point.id(), point.varied(), point.parameters().withAnatomy(Anatomy.ATTRIBUTION));
    }

    @Override
    public void check(List<Measure> measures) {
        try {
            needed(measures);
        } catch (InputException e) {
            throw new InputException("analysis.kind: attribution: " + e.getMessage(), e);
        }
    }

    private static List<Measure> needed(List<Measure> measures) {
        List<String> names = new ArrayList<>(List.of(MEASURE));
        names.addAll(Waterfall.measures());
        Arrays.stream(Cause.values()).map(Cause::share).forEach(names::add);
        return names.stream().map(name -> Measure.named(measures, name)).toList();
    }

    @Override
    public Findings findings(Plan plan, List<Measure> measures, Function<Summary, String> answer, RunRows rows)
            throws IOException {
        Summary summary = SummaryEstimator.estimate(plan, measures, rows);
        List<Measure> needed = needed(measures);
        RatioSums[][] sums = sums(plan, needed, rows);
        RatioBootstrap bootstrap = new RatioBootstrap(plan.replications());
        int shares = 1 + Waterfall.measures().size();
        AttributionCsv csv = new AttributionCsv(Players.FRICTIONS);
        List<Waterfall> waterfalls = new ArrayList<>();
        List<Attributed> discounts = new ArrayList<>();
        for (Point point : plan.points()) {
            List<RatioSums> ofPoint = List.of(sums[point.index()]);
            Waterfall waterfall = Waterfall.of(point.id(), JointEstimates.of(bootstrap, ofPoint.subList(1, shares)));
            Attributed discount = new Attributed(point.id(), needed.get(0), players(),
                    JointEstimates.of(bootstrap, ofPoint.subList(shares, ofPoint.size())));
            csv.add(discount).add(waterfall);
            waterfalls.add(waterfall);
            discounts.add(discount);
        }
        String text = FrictionText.of(summary, waterfalls, discounts, plan.design().show());
        return new Findings(text, summary.failed(), new TreeMap<>(Map.of(ResultFolder.SUMMARY, SummaryCsv.of(summary),
                AttributionCsv.fileName(), csv.text(), ResultFolder.ANSWER, AnswerText.of(plan, text))),
                List.of(SummaryCsv.table(), AttributionCsv.table()));
    }

    private static List<Attributed.Player> players() {
        return Arrays.stream(Cause.values()).map(Cause::player).toList();
    }

    /** Sums of each point and measure. */
    private static RatioSums[][] sums(Plan plan, List<Measure> measures, RunRows rows) throws IOException {
        RatioSums[][] sums = new RatioSums[plan.points().size()][measures.size()];
        for (RatioSums[] ofPoint : sums) {
            Arrays.setAll(ofPoint, m -> new RatioSums(plan.replications()));
        }
        rows.forEach(row -> {
            for (int m = 0; m < measures.size(); m++) {
                measures.get(m).addTo(sums[row.point()][m], row);
            }
        });
        return sums;
    }
}
