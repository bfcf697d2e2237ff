package firesale.experiment;

import firesale.analysis.ElementaryEffects;
import firesale.analysis.Estimate;
import firesale.analysis.SobolIndices;
import firesale.analysis.sampling.MorrisDesign;
import firesale.experiment.Sensitivity.Influence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which parameters drive a measure: Sobol' indices or Morris screening over the points that the file's ranges gave. Since every
 * point has the same seeds, what a measure is over given replications is a function of the parameters alone; it is that function
 * that is explained.
 */
final class SensitivityAnalysis implements Analysis {

    private final SensitivityDesign design;

    SensitivityAnalysis(SensitivityDesign design) {
        this.design = design;
    }

    @Override
    public List<Point> points(List<Point> declared) {
        return declared;
    }

    @Override
    public void check(List<Measure> measures) {
        design.measures().forEach(name -> Measure.named(measures, name));
    }

    @Override
    public Findings findings(Plan plan, List<Measure> measures, Function<Summary, String> answer, RunRows rows)
            throws IOException {
        if (design.keys().isEmpty() || plan.points().size() != (long) design.samples() * design.block()) {
            throw new IllegalStateException(plan.points().size() + " points are not " + design.samples() + " blocks of "
                    + design.block());
        }
        List<Measure> explained = design.measures().stream().map(name -> Measure.named(measures, name)).toList();
        PointOutputs outputs = new PointOutputs(plan, explained);
        MeasureChoice choice = MeasureChoice.of(plan, measures);
        Summary summary = SummaryEstimator.estimate(plan, choice.measures(), rows, outputs);
        List<Sensitivity> found = new ArrayList<>();
        for (int m = 0; m < explained.size(); m++) {
            double[] values = outputs.of(m);
            found.add(design.method() == SensitivityMethod.SOBOL ? indices(explained.get(m), values, outputs.noise(m))
                    : effects(explained.get(m), values, outputs.noise(m), plan.points()));
        }
        String text = SensitivityText.of(summary, design, found, choice);
        return new Findings(text, summary.failed(), new TreeMap<>(Map.of(ResultFolder.SUMMARY, SummaryCsv.of(summary),
                SensitivityCsv.table().fileName(), SensitivityCsv.of(found), ResultFolder.ANSWER, AnswerText.of(plan, text))),
                List.of(SummaryCsv.table(), SensitivityCsv.table()));
    }

    private Sensitivity indices(Measure measure, double[] outputs, double noise) {
        int keys = design.keys().size();
        double[] a = new double[design.samples()];
        double[] b = new double[design.samples()];
        double[][] ab = new double[keys][design.samples()];
        for (int s = 0; s < a.length; s++) {
            int first = s * design.block();
            a[s] = outputs[first];
            b[s] = outputs[first + 1];
            for (int k = 0; k < keys; k++) {
                ab[k][s] = outputs[first + 2 + k];
            }
        }
        SobolIndices indices = new SobolIndices(a, b, ab);
        List<Integer> ranked = indices.ranked();
        return new Sensitivity(design.method(), measure, ranked.stream().map(k -> new Influence(design.keys().get(k),
                indices.total(k), indices.first(k), null)).toList(), indices.variance() > 0, indices.sumOfFirst(),
                indices.leads(ranked.get(0)), noise);
    }

    private Sensitivity effects(Measure measure, double[] outputs, double noise, List<Point> points) {
        int keys = design.keys().size();
        double step = MorrisDesign.step(design.levels());
        double[][] effects = new double[design.samples()][keys];
        for (int t = 0; t < effects.length; t++) {
            for (int place = t * design.block(); place < (t + 1) * design.block() - 1; place++) {
                double change = outputs[place + 1] - outputs[place];
                for (int k = 0; k < keys; k++) {
                    int direction = direction(points.get(place), points.get(place + 1), design.keys().get(k));
                    if (direction != 0) {
                        effects[t][k] = change / (direction * step);
                    }
                }
                if (Double.isNaN(change)) {
                    Arrays.fill(effects[t], Double.NaN);
                    break;
                }
            }
        }
        ElementaryEffects found = new ElementaryEffects(effects, keys);
        List<Integer> ranked = found.ranked();
        Estimate none = new Estimate(Double.NaN, Double.NaN, Double.NaN, found.n(), found.missing(), Estimate.Method.PERCENTILES);
        return new Sensitivity(design.method(), measure, ranked.stream().map(k -> new Influence(design.keys().get(k),
                found.muStar(k), found.mu(k), found.sigma(k))).toList(), found.muStar(ranked.get(0)).value() > 0, none,
                found.leads(ranked.get(0)), noise);
    }

    /** Where a key goes from one point to the next: 1 up, -1 down, 0 if it stays, also where two levels round to one value. */
    private static int direction(Point from, Point to, String key) {
        String before = from.varied().get(key);
        String after = to.varied().get(key);
        if (before.equals(after)) {
            return 0;
        }
        try {
            return Double.compare(Double.parseDouble(after), Double.parseDouble(before)) > 0 ? 1 : -1;
        } catch (NumberFormatException e) {
            // dates, and false before true
            return after.compareTo(before) > 0 ? 1 : -1;
        }
    }
}
