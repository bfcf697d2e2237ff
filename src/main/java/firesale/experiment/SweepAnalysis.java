package firesale.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code kind: sweep}: every declared point, with its paired difference to the baseline. */
final class SweepAnalysis implements Analysis {

    @Override
    public List<Point> points(List<Point> declared) {
        return declared;
    }

    @Override
    public Findings findings(Plan plan, List<Measure> measures, Function<Summary, String> answer, RunRows rows)
            throws IOException {
        Summary summary = SummaryEstimator.estimate(plan, measures, rows);
        String text = SummaryText.sweep(summary, answer.apply(summary));
        return new Findings(text, summary.failed(),
                new TreeMap<>(Map.of(ResultFolder.SUMMARY, SummaryCsv.of(summary), ResultFolder.ANSWER, AnswerText.of(plan, text))),
                List.of(SummaryCsv.table()));
    }
}
