package firesale.experiment;

import firesale.experiment.store.Table;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Every measure at every declared point with its interval. {@code kind: run}: one point. {@code kind: sweep}: any number of them,
 * each with its paired difference to its baseline, and some measures of all points together where that is asked for.
 */
final class EstimateAnalysis implements Analysis {

    private final boolean sweep;

    EstimateAnalysis(boolean sweep) {
        this.sweep = sweep;
    }

    @Override
    public List<Point> points(List<Point> declared) {
        if (!sweep && declared.size() != 1) {
            throw new InputException("analysis.kind: run has one point, not " + declared.size() + "; a sweep has several");
        }
        return declared;
    }

    @Override
    public Findings findings(Plan plan, List<Measure> measures, Function<Summary, String> answer, RunRows rows)
            throws IOException {
        MeasureChoice choice = MeasureChoice.of(plan, measures);
        List<Double> levels = RunQuantiles.levels(plan.design());
        RunSamples samples = new RunSamples(plan, levels.isEmpty() ? List.of() : RunQuantiles.measures(plan, measures));
        Summary summary = SummaryEstimator.estimate(plan, choice.measures(), rows, samples);
        String words = answer.apply(summary);
        Optional<Frontier> frontier = Frontier.of(summary, plan.design().frontier());
        SortedMap<String, String> files = new TreeMap<>();
        List<Table> tables = new ArrayList<>(List.of(SummaryCsv.table()));
        frontier.ifPresent(found -> {
            files.put(FrontierCsv.table().fileName(), FrontierCsv.of(found));
            tables.add(FrontierCsv.table());
        });
        String across = "";
        if (!levels.isEmpty()) {
            RunQuantiles quantiles = new RunQuantiles(samples, levels);
            files.put(QuantilesCsv.table().fileName(), QuantilesCsv.of(plan, quantiles));
            tables.add(QuantilesCsv.table());
            across = sweep || samples.kept() == 0 ? "" : QuantilesText.of(quantiles);
        }
        String text = (sweep ? SummaryText.sweep(summary, words, frontier.map(FrontierText::of).orElse(""))
                : SummaryText.run(summary, words, across)) + choice.note() + withoutQuantiles(plan, measures, levels, samples);
        files.put(ResultFolder.SUMMARY, SummaryCsv.of(summary));
        files.put(ResultFolder.ANSWER, AnswerText.of(plan, text));
        return new Findings(text, summary.failed(), files, tables);
    }

    /** What is not in the table of quantiles, of a model that has measures to print. */
    private static String withoutQuantiles(Plan plan, List<Measure> measures, List<Double> levels, RunSamples samples) {
        boolean none = samples.measures().isEmpty() && measures.stream().anyMatch(Measure::isMain);
        if (levels.isEmpty() || !none && samples.kept() == plan.replications()) {
            return "";
        }
        return none || samples.kept() == 0 ? "quantiles.csv is empty: there are too many points for quantiles of each.\n"
                : "quantiles.csv is of the first " + samples.kept() + " replications.\n";
    }
}
