package firesale.experiment;

import firesale.analysis.ElementaryEffects;
import firesale.analysis.Estimate;
import firesale.analysis.Jackknife;
import firesale.analysis.SobolIndices;
import firesale.experiment.Sensitivity.Influence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

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
            found.add(sensitivity(explained.get(m), outputs, m, plan.points()));
        }
        String text = SensitivityText.of(summary, design, found, choice);
        return new Findings(text, summary.failed(), new TreeMap<>(Map.of(ResultFolder.SUMMARY, SummaryCsv.of(summary),
                SensitivityCsv.table().fileName(), SensitivityCsv.of(found), ResultFolder.ANSWER, AnswerText.of(plan, text))),
                List.of(SummaryCsv.table(), SensitivityCsv.table()));
    }

    private Sensitivity sensitivity(Measure measure, PointOutputs outputs, int place, List<Point> points) {
        double[] values = outputs.of(place);
        double[][][] without = new double[outputs.kept()][][];
        for (int r = 0; r < without.length; r++) {
            double[] others = outputs.without(place, r);
            without[r] = design.method() == SensitivityMethod.SOBOL ? each(indices(others, false))
                    : each(effects(others, points, false));
        }
        Moves moves = (key, index) -> outputs.ofAll(Jackknife.standardError(
                Arrays.stream(without).mapToDouble(all -> all[key][index]).toArray()));
        double missing = (double) Arrays.stream(values).filter(Double::isNaN).count() / values.length;
        double noise = outputs.noise(place);
        return design.method() == SensitivityMethod.SOBOL ? ofIndices(measure, indices(values, true), moves, noise, missing)
                : ofEffects(measure, effects(values, points, true), moves, noise, missing);
    }

    /** How far an index of a key, both by their numbers, would move with other seeds. */
    private interface Moves {
        double of(int key, int index);
    }

    private double[][] each(SobolIndices indices) {
        return IntStream.range(0, design.keys().size())
                .mapToObj(k -> new double[] {indices.total(k).value(), indices.first(k).value()}).toArray(double[][]::new);
    }

    private double[][] each(ElementaryEffects effects) {
        return IntStream.range(0, design.keys().size()).mapToObj(k -> new double[] {effects.muStar(k).value(),
                effects.mu(k).value(), effects.sigma(k).value()}).toArray(double[][]::new);
    }

    private Sensitivity ofIndices(Measure measure, SobolIndices indices, Moves moves, double noise, double without) {
        List<Integer> ranked = indices.ranked();
        return new Sensitivity(design.method(), measure, ranked.stream().map(k -> new Influence(design.keys().get(k),
                indices.total(k), indices.first(k), null, List.of(moves.of(k, 0), moves.of(k, 1)))).toList(),
                indices.variance() > 0, indices.sumOfFirst(), indices.leads(ranked.get(0)), noise, without);
    }

    private Sensitivity ofEffects(Measure measure, ElementaryEffects found, Moves moves, double noise, double without) {
        List<Integer> ranked = found.ranked();
        Estimate none = new Estimate(Double.NaN, Double.NaN, Double.NaN, found.n(), found.missing(), Estimate.Method.PERCENTILES);
        return new Sensitivity(design.method(), measure, ranked.stream().map(k -> new Influence(design.keys().get(k),
                found.muStar(k), found.mu(k), found.sigma(k), List.of(moves.of(k, 0), moves.of(k, 1), moves.of(k, 2)))).toList(),
                found.muStar(ranked.get(0)).value() > 0, none, found.leads(ranked.get(0)), noise, without);
    }

    private SobolIndices indices(double[] outputs, boolean intervals) {
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
        return intervals ? new SobolIndices(a, b, ab) : SobolIndices.withoutIntervals(a, b, ab);
    }

    /** Effects over the changes that were made in fact. A key that no step has moved has none. */
    private ElementaryEffects effects(double[] outputs, List<Point> points, boolean intervals) {
        int keys = design.keys().size();
        double[][] effects = new double[design.samples()][keys];
        for (int t = 0; t < effects.length; t++) {
            Arrays.fill(effects[t], Double.NaN);
            for (int place = t * design.block(); place < (t + 1) * design.block() - 1; place++) {
                for (int k = 0; k < keys; k++) {
                    String key = design.keys().get(k);
                    double change = design.spans().get(k).change(points.get(place).varied().get(key),
                            points.get(place + 1).varied().get(key));
                    if (change != 0) {
                        effects[t][k] = (outputs[place + 1] - outputs[place]) / change;
                    }
                }
            }
        }
        return intervals ? new ElementaryEffects(effects, keys) : ElementaryEffects.withoutIntervals(effects, keys);
    }
}
