package firesale.experiment;

import firesale.analysis.Difference;
import firesale.analysis.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The summary as it is printed: a function of the estimates alone. */
final class SummaryText {

    private SummaryText() {
    }

    /** One point: a line for each main measure. */
    static String run(Summary summary) {
        TextTable table = new TextTable().row("measure", "mean", "95 % interval", "n");
        for (int m : mainMeasures(summary)) {
            Measure measure = summary.measures().get(m);
            Estimate estimate = summary.cell(0, m).estimate();
            table.row(label(measure), UnitText.of(estimate.value(), measure.unit()), interval(estimate, measure), n(estimate));
        }
        return title(summary) + "\n" + table.text() + notes(summary);
    }

    /** Several points: a table for each main measure, a line for each point. */
    static String sweep(Summary summary) {
        StringBuilder text = new StringBuilder(title(summary));
        for (int m : mainMeasures(summary)) {
            text.append('\n').append(sweepTable(summary, m));
        }
        return text.append(notes(summary)).toString();
    }

    /** The places of the main measures, in the order of their rank. */
    private static int[] mainMeasures(Summary summary) {
        List<Measure> measures = summary.measures();
        return IntStream.range(0, measures.size()).boxed().filter(m -> measures.get(m).isMain())
                .sorted(Comparator.comparingInt(m -> measures.get(m).rank())).mapToInt(Integer::intValue).toArray();
    }

    private static String sweepTable(Summary summary, int m) {
        Measure measure = summary.measures().get(m);
        TextTable table = new TextTable()
                .row(label(measure), "mean", "95 % interval", "n", "difference", "95 % interval", "higher in");
        for (int p = 0; p < summary.points().size(); p++) {
            Summary.Cell cell = summary.cell(p, m);
            Estimate estimate = cell.estimate();
            String difference = "baseline";
            String differenceInterval = "";
            String higher = "";
            if (cell.difference().isPresent()) {
                Difference paired = cell.difference().get();
                difference = UnitText.difference(paired.estimate().value(), measure.unit());
                differenceInterval = differenceInterval(paired.estimate(), measure);
                higher = UnitText.of(paired.shareHigher(), "share");
            }
            table.row(summary.points().get(p), UnitText.of(estimate.value(), measure.unit()), interval(estimate, measure),
                    n(estimate), difference, differenceInterval, higher);
        }
        return table.text();
    }

    private static String title(Summary summary) {
        String points = summary.points().size() == 1 ? "" : summary.points().size() + " points, ";
        String question = summary.question().isBlank() ? "" : summary.question().strip() + "\n";
        return summary.name() + "\n" + question + points + summary.replications()
                + (summary.replications() == 1 ? " replication" : " replications") + ", seed " + summary.seed() + "\n";
    }

    private static String label(Measure measure) {
        return measure.isRatio() ? measure.name() + " *" : measure.name();
    }

    private static String n(Estimate estimate) {
        return estimate.missing() == 0 ? Long.toString(estimate.n()) : estimate.n() + " (" + estimate.missing() + " missing)";
    }

    private static String interval(Estimate estimate, Measure measure) {
        return Double.isNaN(estimate.low()) ? UnitText.of(Double.NaN, "")
                : UnitText.of(estimate.low(), measure.unit()) + " to " + UnitText.of(estimate.high(), measure.unit());
    }

    private static String differenceInterval(Estimate estimate, Measure measure) {
        return Double.isNaN(estimate.low()) ? UnitText.of(Double.NaN, "")
                : UnitText.difference(estimate.low(), measure.unit()) + " to "
                        + UnitText.difference(estimate.high(), measure.unit());
    }

    private static String baseline(Summary summary) {
        boolean one = summary.baselines().stream().distinct().count() == 1;
        return one ? summary.points().get(summary.baselines().get(0)) : "its baseline";
    }

    private static String notes(Summary summary) {
        StringBuilder notes = new StringBuilder("\nIntervals over runs: Student's t for means");
        if (summary.measures().stream().anyMatch(measure -> measure.isMain() && measure.isRatio())) {
            notes.append("; * ratio of sums over runs, bootstrap percentiles");
        }
        if (summary.points().size() > 1) {
            notes.append(".\nDifferences: each run minus the run of ").append(baseline(summary)).append(" with the same seed");
        }
        notes.append(".\n");
        if (summary.failed() > 0) {
            notes.append(summary.failed()).append(" of ").append((long) summary.replications() * summary.points().size())
                    .append(" runs failed and are left out; the first: ").append(summary.firstFailure()).append('\n');
        }
        return notes.toString();
    }
}
