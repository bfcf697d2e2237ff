package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.experiment.store.CsvText;
import firesale.experiment.store.Table;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.ArrayList;
import java.util.List;

/** {@code safe-advance.csv}: what seized machines yielded over their cost, by age and regime at default, a row each. */
final class SafeAdvanceCsv {

    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("point_id", Type.TEXT, "", "The declared design point's name", Row::point),
            new Column<>("age", Type.TEXT, "", "Age at default, years; or all", row -> row.cell.age()),
            new Column<>("regime", Type.TEXT, "", "Regime of the week of default, or all", row -> row.cell.regime()),
            new Column<>("what", Type.TEXT, "", "safe_advance: 5 % quantile of net proceeds over cost, weighted by cost; "
                    + "median: of the same; ltv_granted: loans when they were made over cost; ltv_owed: loans at default over "
                    + "cost", Row::what),
            new Column<>("value", Type.REAL, "share", "The estimate", row -> row.estimate.value()),
            new Column<>("low", Type.REAL, "share", "Lower end of its 95 % interval, by bootstrap over replications",
                    row -> row.estimate.low()),
            new Column<>("high", Type.REAL, "share", "Upper end of its 95 % interval", row -> row.estimate.high()),
            new Column<>("unit", Type.TEXT, "", "The unit of value, low and high", row -> "share"),
            new Column<>("n", Type.INTEGER, "count", "Replications with such fleets", row -> row.estimate.n()),
            new Column<>("fleets", Type.INTEGER, "count", "Fleets of the cell", row -> (long) row.cell.fleets()),
            new Column<>("few", Type.BOOLEAN, "", "Whether there are fewer than 30", row -> row.cell.isFew()));

    private SafeAdvanceCsv() {
    }

    private record Row(String point, SafeAdvance cell, String what, Estimate estimate) {
    }

    /** Its columns. */
    static Table table() {
        return new Table("safe-advance", List.copyOf(COLUMNS));
    }

    static String fileName() {
        return table().fileName();
    }

    /** The text of the file. */
    static String of(List<PointSpreads> points) {
        StringBuilder text = new StringBuilder(table().header()).append('\n');
        for (PointSpreads point : points) {
            for (SafeAdvance cell : point.advance()) {
                line(text, new Row(point.point(), cell, "safe_advance", cell.safe()));
                line(text, new Row(point.point(), cell, "median", cell.median()));
                line(text, new Row(point.point(), cell, "ltv_granted", cell.granted()));
                line(text, new Row(point.point(), cell, "ltv_owed", cell.owed()));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Row row) {
        List<Object> fields = new ArrayList<>();
        COLUMNS.forEach(column -> fields.add(column.value().apply(row)));
        text.append(CsvText.line(fields)).append('\n');
    }
}
