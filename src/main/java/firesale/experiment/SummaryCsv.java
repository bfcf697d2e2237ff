package firesale.experiment;

import firesale.analysis.Difference;
import firesale.analysis.Estimate;
import firesale.experiment.Summary.Cell;
import firesale.experiment.store.CsvText;
import firesale.experiment.store.Table;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;
import java.util.function.Function;

/** {@code summary.csv}: every measure at every point, a row each. */
final class SummaryCsv {

    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("point_id", Type.TEXT, "", "The design point's name", Row::point),
            new Column<>("measure", Type.TEXT, "", "What is estimated", row -> row.measure.name()),
            new Column<>("unit", Type.TEXT, "", "The unit of mean, low, high and the differences", row -> row.measure.unit()),
            estimate("mean", "The estimate over the point's runs", Estimate::value),
            estimate("low", "Lower end of its 95 % interval", Estimate::low),
            estimate("high", "Upper end of its 95 % interval", Estimate::high),
            new Column<>("n", Type.INTEGER, "count", "Runs that entered", row -> row.cell.estimate().n()),
            new Column<>("missing", Type.INTEGER, "count", "Runs without a value", row -> row.cell.estimate().missing()),
            new Column<>("method", Type.TEXT, "", "How the intervals were made", row -> row.cell.estimate().method().text()),
            difference("difference", Type.REAL, "To the baseline, each run minus the baseline's run of the same seed",
                    paired -> paired.estimate().value()),
            difference("difference_low", Type.REAL, "Lower end of its 95 % interval", paired -> paired.estimate().low()),
            difference("difference_high", Type.REAL, "Upper end of its 95 % interval", paired -> paired.estimate().high()),
            difference("pairs", Type.INTEGER, "Replications in which both have a value", paired -> paired.estimate().n()),
            difference("share_higher", Type.REAL, "Share of pairs in which the value is above the baseline's",
                    Difference::shareHigher));

    private SummaryCsv() {
    }

    private record Row(String point, Measure measure, Cell cell) {
    }

    private static Column<Row> estimate(String name, String meaning, Function<Estimate, Double> value) {
        return new Column<>(name, Type.REAL, "", meaning, row -> value.apply(row.cell.estimate()));
    }

    private static Column<Row> difference(String name, Type type, String meaning, Function<Difference, Object> value) {
        return new Column<>(name, type, "", meaning, row -> row.cell.difference().map(value).orElse(null));
    }

    /** Its columns. */
    static Table table() {
        return new Table("summary", List.copyOf(COLUMNS));
    }

    /** The text of the file. */
    static String of(Summary summary) {
        StringBuilder text = new StringBuilder(table().header()).append('\n');
        for (int p = 0; p < summary.points().size(); p++) {
            for (int m = 0; m < summary.measures().size(); m++) {
                Row row = new Row(summary.points().get(p), summary.measures().get(m), summary.cell(p, m));
                for (Column<Row> column : COLUMNS) {
                    CsvText.field(text, column.value().apply(row));
                    text.append(',');
                }
                text.setCharAt(text.length() - 1, '\n');
            }
        }
        return text.toString();
    }
}
