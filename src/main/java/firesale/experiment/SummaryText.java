package firesale.experiment;

import firesale.analysis.Difference;
import firesale.analysis.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The summary as it is printed: a function of the estimates alone. */
final class SummaryText {

    /** Points that a table of a sweep lists. */
    private static final int MOST_POINTS = 1_000;

    private SummaryText() {
    }

    /** One point: a line for each main measure. */
    static String run(Summary summary, String answer) {
        return run(summary, answer, "");
    }

    /** @param across what stands after the table; may be empty */
    static String run(Summary summary, String answer, String across) {
        TextTable table = new TextTable(1).row("measure", "mean", "95 % interval", "n", "meaning");
        for (int m : printed(summary, false)) {
            Measure measure = summary.measures().get(m);
            Estimate estimate = summary.cell(0, m).estimate();
            table.row(label(measure), UnitText.of(estimate.value(), measure.unit()), interval(estimate, measure),
                    Long.toString(estimate.n()), measure.meaning());
        }
        return title(summary) + answer(answer) + "\n" + table.text() + across + notes(summary);
    }

    /**
     * Several points: a table for each headline measure, a line for each point.
     *
     * @param together what stands before these tables; may be empty
     */
    static String sweep(Summary summary, String answer, String together) {
        StringBuilder text = new StringBuilder(title(summary)).append(answer(answer)).append(together);
        for (int m : printed(summary, true)) {
            text.append('\n').append(sweepTable(summary, m));
        }
        return text.append(notes(summary)).toString();
    }

    private static String answer(String answer) {
        return answer.isEmpty() ? "" : "\n" + answer + "\n";
    }

    /** The places of the printed measures, in the order of their rank. */
    private static int[] printed(Summary summary, boolean headlinesOnly) {
        List<Measure> measures = summary.measures();
        return IntStream.range(0, measures.size()).boxed()
                .filter(m -> measures.get(m).isMain() && (measures.get(m).headline() || !headlinesOnly) && hasValue(summary, m))
                .sorted(Comparator.comparingInt(m -> measures.get(m).rank())).mapToInt(Integer::intValue).toArray();
    }

    /** Some measures have values only where they are asked for. */
    private static boolean hasValue(Summary summary, int m) {
        return IntStream.range(0, summary.points().size()).anyMatch(p -> summary.cell(p, m).estimate().n() > 0);
    }

    /** A table of each measure that was asked for, as in a sweep. */
    static String asked(Summary summary, List<String> show) {
        return show.stream().map(name -> "\n" + sweepTable(summary, summary.measures().indexOf(
                Measure.named(summary.measures(), name)))).collect(Collectors.joining());
    }

    private static String sweepTable(Summary summary, int m) {
        Measure measure = summary.measures().get(m);
        TextTable table = new TextTable(0)
                .row(label(measure), "mean", "95 % interval", "n", "difference", "95 % interval", "higher in");
        for (int p = 0; p < Math.min(MOST_POINTS, summary.points().size()); p++) {
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
                    Long.toString(estimate.n()), difference, differenceInterval, higher);
        }
        int left = summary.points().size() - MOST_POINTS;
        return table.text() + (left > 0 ? "and " + left + " more points: summary.csv\n" : "");
    }

    static String title(Summary summary) {
        String points = summary.points().size() == 1 ? "" : summary.points().size() + " points, ";
        String question = summary.question().isBlank() ? "" : summary.question().strip() + "\n";
        return summary.name() + "\n" + question + points + summary.replications()
                + (summary.replications() == 1 ? " replication" : " replications") + ", seed " + summary.seed() + "\n";
    }

    static String label(Measure measure) {
        return measure.isRatio() ? measure.name() + " *" : measure.name();
    }

    private static String interval(Estimate estimate, Measure measure) {
        return UnitText.interval(estimate.low(), estimate.high(), measure.unit());
    }

    private static String differenceInterval(Estimate estimate, Measure measure) {
        return UnitText.differenceInterval(estimate.low(), estimate.high(), measure.unit());
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
            notes.append(".\nDifferences: each run minus the run of ").append(baseline(summary)).append(" with the same seed; "
                    + "for * the two ratios over\nthe same resampled replications");
        }
        notes.append(".\nn counts runs with a value; where nothing was sold there is none (summary.csv counts those).\n");
        return notes.append(failures(summary)).toString();
    }

    /** A line if runs failed. */
    static String failures(Summary summary) {
        return summary.failed() == 0 ? "" : summary.failed() + " of " + (long) summary.replications() * summary.points().size()
                + " runs failed and are left out; the first: " + summary.firstFailure() + "\n";
    }
}
