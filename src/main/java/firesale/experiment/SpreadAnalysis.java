package firesale.experiment;

import firesale.analysis.FixedPoint;
import firesale.analysis.LossSample;
import firesale.analysis.RatioBootstrap;
import firesale.analysis.RatioBootstrap.Multiplicity;
import firesale.experiment.PointSpreads.Tried;
import firesale.experiment.SpreadPoints.Curve;
import firesale.experiment.store.TableRows;
import firesale.kernel.parameters.InputException;
import firesale.model.SpreadFigures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * {@code kind: spread}: fair spreads of lending against those charged, the charge on hosts' term loans that would pay for the
 * losses it goes with, and the advance that the collateral bears. Ratios of sums over runs; all intervals from the same resampled
 * replications.
 */
final class SpreadAnalysis implements Analysis {

    static final String FLEETS = "fleets";

    private final SpreadDesign design;

    SpreadAnalysis(SpreadDesign design) {
        this.design = design;
    }

    @Override
    public List<Point> points(List<Point> declared) {
        return SpreadPoints.of(declared, design.spreads()).points();
    }

    @Override
    public List<Integer> baselines(List<Point> declared, List<Integer> baselines) {
        return SpreadPoints.of(declared, design.spreads()).baselines(baselines);
    }

    @Override
    public void check(List<Measure> measures) {
        try {
            SpreadFigures.names().forEach(name -> {
                fair(measures, name);
                charged(measures, name);
            });
        } catch (InputException e) {
            throw new InputException("analysis.kind: spread: " + e.getMessage(), e);
        }
    }

    private static Measure fair(List<Measure> measures, String name) {
        return Measure.named(measures, "fair_spread_" + name);
    }

    private static Measure charged(List<Measure> measures, String name) {
        return Measure.named(measures, "charged_spread_" + name);
    }

    @Override
    public Findings findings(Plan plan, List<Measure> measures, Function<Summary, String> answer, RunRows rows)
            throws IOException {
        Summary summary = SummaryEstimator.estimate(plan, measures, rows);
        List<List<LossSample>> samples = samples(plan, measures, rows);
        List<Curve> curves = SpreadPoints.of(plan.design().points(), design.spreads()).curves();
        RatioBootstrap bootstrap = new RatioBootstrap(plan.replications());
        List<List<SafeAdvance>> advances = advances(plan, curves.size(), bootstrap, rows);
        SpreadCsv csv = new SpreadCsv(plan);
        List<PointSpreads> found = new ArrayList<>();
        for (Curve curve : curves) {
            List<Tried> tried = new ArrayList<>();
            List<ClassSpreads> declared = List.of();
            for (int index : curve.at()) {
                List<ClassSpreads> classes = classes(samples.get(index), bootstrap);
                tried.add(new Tried(SpreadPoints.spread(plan.points().get(index)), classes.get(0)));
                csv.add(index, curve.declared(), classes);
                declared = index == curve.declared() ? classes : declared;
            }
            PointSpreads spreads = onCurve(plan, curve, declared, tried, samples, bootstrap, advances.get(curve.declared()));
            spreads.own().filter(own -> spreads.followsSetting()).ifPresent(own -> csv.add(curve.declared(), own, spreads));
            found.add(spreads);
        }
        String text = SpreadText.of(summary, found, plan.design());
        return new Findings(text, summary.failed(), new TreeMap<>(Map.of(ResultFolder.SUMMARY, SummaryCsv.of(summary),
                SpreadCsv.fileName(), csv.text(), SafeAdvanceCsv.fileName(), SafeAdvanceCsv.of(found),
                ResultFolder.ANSWER, AnswerText.of(plan, text))),
                List.of(SummaryCsv.table(), SpreadCsv.table(), SafeAdvanceCsv.table()));
    }

    private List<ClassSpreads> classes(List<LossSample> samples, RatioBootstrap bootstrap) {
        List<ClassSpreads> classes = new ArrayList<>();
        List<String> names = SpreadFigures.names();
        for (int k = 0; k < names.size(); k++) {
            classes.add(ClassSpreads.of(names.get(k), samples.get(k), bootstrap, design.costOfCapital()));
        }
        return classes;
    }

    /** By point, then by class. */
    private static List<List<LossSample>> samples(Plan plan, List<Measure> measures, RunRows rows) throws IOException {
        List<String> names = SpreadFigures.names();
        List<Measure> fair = names.stream().map(name -> fair(measures, name)).toList();
        List<Measure> charged = names.stream().map(name -> charged(measures, name)).toList();
        List<List<LossSample>> samples = new ArrayList<>();
        plan.points().forEach(point -> samples.add(names.stream().map(name -> new LossSample(plan.replications())).toList()));
        rows.forEach(row -> {
            for (int k = 0; k < names.size(); k++) {
                samples.get(row.point()).get(k).add(row.replication(), row.values()[fair.get(k).value()],
                        row.values()[fair.get(k).denominator()], row.values()[charged.get(k).value()]);
            }
        });
        return samples;
    }

    /** By declared point; all empty if fleets were not recorded. */
    private static List<List<SafeAdvance>> advances(Plan plan, int declared, RatioBootstrap bootstrap, RunRows rows)
            throws IOException {
        List<SafeAdvance.Fleets> fleets = new ArrayList<>();
        for (int p = 0; p < declared; p++) {
            fleets.add(new SafeAdvance.Fleets(plan.replications()));
        }
        Optional<TableRows> table = rows.table(FLEETS);
        if (table.isPresent()) {
            table.get().forEach(row -> {
                int point = row.whole("point");
                if (point < declared) {
                    fleets.get(point).add(row.whole("replication"), row);
                }
            });
        }
        return fleets.stream().map(each -> each.estimates(bootstrap)).toList();
    }

    private static PointSpreads onCurve(Plan plan, Curve curve, List<ClassSpreads> classes, List<Tried> tried,
            List<List<LossSample>> samples, RatioBootstrap bootstrap, List<SafeAdvance> advance) {
        String name = plan.points().get(curve.declared()).id();
        if (!curve.isTried()) {
            return new PointSpreads(name, classes, tried, Optional.empty(), false, advance);
        }
        LossSample[] hosts = curve.at().stream().map(index -> samples.get(index).get(0)).toArray(LossSample[]::new);
        long n = Arrays.stream(hosts).mapToLong(LossSample::n).min().orElseThrow();
        double[] charged = tried.stream().mapToDouble(each -> each.found().charged().value()).toArray();
        double[] fair = tried.stream().mapToDouble(each -> each.found().fair().value()).toArray();
        FixedPoint own = FixedPoint.of(FixedPoint.crossing(charged, fair), bootstrap.draws(times -> FixedPoint.crossing(
                each(hosts, LossSample::charged, times), each(hosts, LossSample::fair, times))), n);
        return new PointSpreads(name, classes, tried, Optional.of(own), FixedPoint.crossings(charged, fair) > 1, advance);
    }

    private static double[] each(LossSample[] samples, ToDoubleBiFunction<LossSample, Multiplicity> value, Multiplicity times) {
        double[] values = new double[samples.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(samples[i], times);
        }
        return values;
    }
}
