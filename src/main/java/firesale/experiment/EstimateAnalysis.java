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
        Summary summary = SummaryEstimator.estimate(plan, measures, rows);
        String words = answer.apply(summary);
        Optional<Frontier> frontier = Frontier.of(summary, plan.design().frontier());
        String text = sweep ? SummaryText.sweep(summary, words, frontier.map(FrontierText::of).orElse(""))
                : SummaryText.run(summary, words);
        SortedMap<String, String> files = new TreeMap<>(Map.of(ResultFolder.SUMMARY, SummaryCsv.of(summary), ResultFolder.ANSWER,
                AnswerText.of(plan, text)));
        List<Table> tables = new ArrayList<>(List.of(SummaryCsv.table()));
        frontier.ifPresent(found -> {
            files.put(FrontierCsv.table().fileName(), FrontierCsv.of(found));
            tables.add(FrontierCsv.table());
        });
        return new Findings(text, summary.failed(), files, tables);
    }
}
