package firesale.experiment;

import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code kind: run}: one point, its measures with intervals. */
final class RunAnalysis implements Analysis {

    @Override
    public List<Point> points(List<Point> declared) {
        if (declared.size() != 1) {
            throw new InputException("analysis.kind: run has one point, not " + declared.size() + "; a sweep has several");
        }
        return declared;
    }

    @Override
    public Findings findings(Plan plan, List<Measure> measures, Function<Summary, String> answer, RunRows rows)
            throws IOException {
        Summary summary = SummaryEstimator.estimate(plan, measures, rows);
        String text = SummaryText.run(summary, answer.apply(summary));
        return new Findings(text, summary.failed(),
                new TreeMap<>(Map.of(ResultFolder.SUMMARY, SummaryCsv.of(summary), ResultFolder.ANSWER, AnswerText.of(plan, text))),
                List.of(SummaryCsv.table()));
    }
}
