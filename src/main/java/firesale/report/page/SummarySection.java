package firesale.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The estimates: of one point all measures, of several points a table for each printed measure. */
final class SummarySection {

    private static final int OPEN_TABLES = 2;

    private SummarySection() {
    }

    static void write(Html html, Stored stored) {
        StoredSummary summary = stored.summary();
        if (summary.measures().isEmpty()) {
            return;
        }
        html.open("section", "id", "estimates", "aria-labelledby", "estimates-title")
                .line("h2", "Estimates", "id", "estimates-title");
        Map<String, String> meanings = stored.meanings();
        if (stored.has("sensitivity.csv")) {
            // its points are draws, of which none means anything by itself
            html.line("p", "What was found over " + Texts.count(summary.allPoints(), "point")
                    + " stands above; the estimates of single points are in summary.csv.");
        } else if (summary.allPoints() == 1) {
            ofOnePoint(html, stored, meanings);
        } else {
            ofPoints(html, stored, meanings);
        }
        stored.answer().ifPresent(answer -> html.open("details").element("summary", "The summary as it is printed")
                .element("pre", answer.text(), "tabindex", "0").closeLine("details"));
        html.closeLine("section");
    }

    private static void ofOnePoint(Html html, Stored stored, Map<String, String> meanings) {
        List<String> printed = stored.printedMeasures();
        measures(html, "Main measures", printed, stored, meanings);
        List<String> others = new ArrayList<>(stored.summary().measures());
        others.removeAll(printed);
        others.removeIf(measure -> !stored.summary().hasValue(measure));
        if (!others.isEmpty()) {
            html.open("details").element("summary", Texts.count(others.size(), "more measure"));
            measures(html, "All other measures that have a value", others, stored, meanings);
            html.closeLine("details");
        }
    }

    private static void measures(Html html, String caption, List<String> measures, Stored stored, Map<String, String> meanings) {
        PageTable table = PageTable.open(html, caption, List.of("Measure", "Mean", "95 % interval", "n", "Meaning"),
                List.of(false, true, true, true, false));
        for (String measure : measures) {
            StoredSummary.Row row = stored.summary().of(measure).get(0);
            table.row(List.of(label(measure, row), Texts.value(row.mean(), row.unit()),
                    Texts.interval(row.low(), row.high(), row.unit()), row.n(), meanings.getOrDefault(measure, "")));
        }
        table.close();
    }

    private static String label(String measure, StoredSummary.Row row) {
        return row.method().startsWith("ratio_of_sums") ? measure + " *" : measure;
    }

    private static void ofPoints(Html html, Stored stored, Map<String, String> meanings) {
        List<String> printed = stored.printedMeasures();
        html.line("p", "A table for each main measure; " + Texts.count(stored.summary().measures().size(), "measure")
                + (stored.summary().measures().size() == 1 ? " is" : " are") + " in summary.csv.");
        if (stored.summary().allPoints() > StoredSummary.MOST_POINTS) {
            html.line("p", "Shown are the first " + StoredSummary.MOST_POINTS + " of "
                    + Texts.count(stored.summary().allPoints(), "point") + "; the rest is in summary.csv.", "class", "note");
        }
        boolean isNamed = stored.answer().map(answer -> answer.firstWords().stream().anyMatch(printed::contains)).orElse(true);
        for (int i = 0; i < printed.size(); i++) {
            String measure = printed.get(i);
            String[] attributes = isNamed && i < OPEN_TABLES ? new String[] {"open", "open"} : new String[0];
            html.open("details", attributes).open("summary").element("code", measure)
                    .text(meanings.containsKey(measure) ? ": " + meanings.get(measure) : "").closeLine("summary");
            points(html, measure, stored.summary().of(measure));
            html.closeLine("details");
        }
    }

    private static void points(Html html, String measure, List<StoredSummary.Row> rows) {
        boolean compared = rows.stream().anyMatch(StoredSummary.Row::hasDifference);
        List<String> heads = new ArrayList<>(List.of("Point", "Mean", "95 % interval", "n"));
        List<String> meanings = new ArrayList<>(List.of("", "The estimate over the point's runs", "", "Runs with a value"));
        List<Boolean> numbers = new ArrayList<>(List.of(false, true, true, true));
        if (compared) {
            heads.addAll(List.of("Difference", "95 % interval of it", "Pairs", "Higher in"));
            meanings.addAll(List.of("To the baseline, each run minus the baseline's run of the same seed", "",
                    "Replications in which both have a value", "Share of pairs in which the value is above the baseline's"));
            numbers.addAll(List.of(true, true, true, true));
        }
        PageTable table = PageTable.open(html, measure + " by point", heads, meanings, numbers);
        for (StoredSummary.Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.point(), Texts.value(row.mean(), row.unit()),
                    Texts.interval(row.low(), row.high(), row.unit()), row.n()));
            if (compared) {
                cells.addAll(row.hasDifference()
                        ? List.of(Texts.difference(row.difference(), row.unit()),
                                Texts.differenceInterval(row.differenceLow(), row.differenceHigh(), row.unit()), row.pairs(),
                                Texts.value(row.shareHigher(), "share"))
                        : List.of(Double.isNaN(row.mean()) ? "" : "baseline", "", "", ""));
            }
            table.row(compared && !row.hasDifference() && !Double.isNaN(row.mean()) ? "base" : "", cells);
        }
        table.close();
    }
}
