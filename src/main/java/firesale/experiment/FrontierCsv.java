package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.experiment.store.CsvText;
import firesale.experiment.store.Table;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;

/** {@code frontier.csv}: the measures of a frontier in their order at every point, a row each. */
final class FrontierCsv {

    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("point_id", Type.TEXT, "", "The design point's name", row -> row.frontier.points().get(row.point)),
            new Column<>("measure", Type.TEXT, "", "What is estimated", row -> row.of().name()),
            new Column<>("unit", Type.TEXT, "", "The unit of mean, low and high", row -> row.of().unit()),
            new Column<>("mean", Type.REAL, "", "The estimate over the point's runs", row -> row.estimate().value()),
            new Column<>("low", Type.REAL, "", "Lower end of its 95 % interval", row -> row.estimate().low()),
            new Column<>("high", Type.REAL, "", "Upper end of its 95 % interval", row -> row.estimate().high()),
            new Column<>("n", Type.INTEGER, "count", "Runs that entered", row -> row.estimate().n()),
            new Column<>("baseline", Type.BOOLEAN, "", "Whether points are compared with this one",
                    row -> row.frontier.isBaseline(row.point)),
            new Column<>("undominated", Type.BOOLEAN, "",
                    "Whether no other point's estimates of the first two measures are as low in both and lower in one",
                    row -> row.frontier.isUndominated(row.point)));

    private FrontierCsv() {
    }

    private record Row(Frontier frontier, int point, int measure) {

        Measure of() {
            return frontier.measures().get(measure);
        }

        Estimate estimate() {
            return frontier.at(point, measure);
        }
    }

    /** Its columns. */
    static Table table() {
        return new Table("frontier", List.copyOf(COLUMNS));
    }

    /** The text of the file. */
    static String of(Frontier frontier) {
        StringBuilder text = new StringBuilder(table().header()).append('\n');
        for (int p = 0; p < frontier.points().size(); p++) {
            for (int m = 0; m < frontier.measures().size(); m++) {
                Row row = new Row(frontier, p, m);
                text.append(CsvText.line(COLUMNS.stream().map(column -> column.value().apply(row)).toList())).append('\n');
            }
        }
        return text.toString();
    }
}
