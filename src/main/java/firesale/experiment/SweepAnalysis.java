package firesale.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code kind: sweep}: every declared point, with its paired difference to the baseline. */
final class SweepAnalysis implements Analysis {

    @Override
    public List<Point> points(List<Point> declared) {
        return declared;
    }

    @Override
    public Findings findings(Plan plan, List<Measure> measures, RunRows rows) throws IOException {
        Summary summary = SummaryEstimator.estimate(plan, measures, rows);
        return new Findings(SummaryText.sweep(summary), summary.failed(),
                new TreeMap<>(Map.of(ResultFolder.SUMMARY, SummaryCsv.of(summary))),
                List.of(SummaryCsv.table()));
    }
}
