package firesale.experiment;

import firesale.analysis.Estimate;
import java.util.ArrayList;
import java.util.List;

/** The table of a frontier: a row for each point, a column for each measure. */
final class FrontierText {

    private static final String MARK = "> ";
    private static final String NO_MARK = "  ";

    private FrontierText() {
    }

    /** Intervals stand beside the estimates if that is not too wide, else below them; an empty line comes first. */
    static String of(Frontier frontier) {
        List<Measure> measures = frontier.measures();
        SideBySide beside = beside(frontier);
        boolean wide = beside.isOnePiece();
        String head = "\nAll points by " + measures.get(0).name() + " and " + measures.get(1).name()
                + (measures.size() > 2 ? ", and what comes with them" : "") + "; 95 % intervals "
                + (wide ? "in brackets" : "below the estimates") + ".\n"
                + "> not dominated: of these two, where lower is better, no other point is as low in both and lower in one.\n"
                + "These marks go by the estimates alone; points whose intervals overlap may not differ.\n";
        return head + (wide ? beside : below(frontier)).text();
    }

    private static SideBySide beside(Frontier frontier) {
        SideBySide table = new SideBySide("", labels(frontier, false));
        for (int m = 0; m < frontier.measures().size(); m++) {
            int measure = m;
            table.column(label(frontier, m), point -> {
                String value = value(frontier, point, measure);
                String interval = interval(frontier, point, measure);
                return interval.isEmpty() ? value : value + " (" + interval + ")";
            });
        }
        return table;
    }

    private static SideBySide below(Frontier frontier) {
        SideBySide table = new SideBySide("", labels(frontier, true));
        for (int m = 0; m < frontier.measures().size(); m++) {
            int measure = m;
            table.column(label(frontier, m), row -> row % 2 == 0 ? value(frontier, row / 2, measure)
                    : interval(frontier, row / 2, measure));
        }
        return table;
    }

    private static List<String> labels(Frontier frontier, boolean twoLines) {
        List<String> labels = new ArrayList<>();
        for (int p = 0; p < frontier.points().size(); p++) {
            labels.add((frontier.isUndominated(p) ? MARK : NO_MARK) + frontier.points().get(p));
            if (twoLines) {
                labels.add("");
            }
        }
        return labels;
    }

    private static String label(Frontier frontier, int measure) {
        return SummaryText.label(frontier.measures().get(measure));
    }

    private static String value(Frontier frontier, int point, int measure) {
        return UnitText.of(frontier.at(point, measure).value(), frontier.measures().get(measure).unit());
    }

    /** Empty where there is none. */
    private static String interval(Frontier frontier, int point, int measure) {
        Estimate estimate = frontier.at(point, measure);
        return Double.isNaN(estimate.low()) || Double.isNaN(estimate.high()) ? ""
                : UnitText.interval(estimate.low(), estimate.high(), frontier.measures().get(measure).unit());
    }
}
