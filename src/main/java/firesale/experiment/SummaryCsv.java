package firesale.experiment;

import firesale.experiment.statistics.Difference;
import firesale.experiment.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code summary.csv}: every measure at every point, a row each. */
final class SummaryCsv {

    private static final String HEADER = "point_id,measure,unit,mean,low,high,n,missing,method,"
            + "difference,difference_low,difference_high,pairs,share_higher";

    private SummaryCsv() {
    }

    static String of(Summary summary) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int p = 0; p < summary.points().size(); p++) {
            for (int m = 0; m < summary.measures().size(); m++) {
                text.append(CsvText.line(row(summary, p, m))).append('\n');
            }
        }
        return text.toString();
    }

    private static List<Object> row(Summary summary, int point, int measure) {
        Measure what = summary.measures().get(measure);
        Estimate estimate = summary.cell(point, measure).estimate();
        List<Object> row = new ArrayList<>(List.of(summary.points().get(point), what.name(), what.unit(), estimate.value(),
                estimate.low(), estimate.high(), estimate.n(), estimate.missing(), estimate.method().text()));
        Optional<Difference> difference = summary.cell(point, measure).difference();
        if (difference.isPresent()) {
            Estimate paired = difference.get().estimate();
            row.addAll(List.of(paired.value(), paired.low(), paired.high(), paired.n(), difference.get().shareHigher()));
        } else {
            row.addAll(List.of("", "", "", "", ""));
        }
        return row;
    }
}
