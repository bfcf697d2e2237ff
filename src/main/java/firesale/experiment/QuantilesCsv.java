package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.experiment.RunQuantiles.Found;
import firesale.experiment.store.CsvText;
import firesale.experiment.store.Table;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;

/** {@code quantiles.csv}: quantiles and tail means across the runs of each point, a row each. */
final class QuantilesCsv {

    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("point_id", Type.TEXT, "", "The design point's name", Row::point),
            new Column<>("measure", Type.TEXT, "", "What is estimated; of a ratio its value in a run", row -> row.measure.name()),
            new Column<>("unit", Type.TEXT, "", "The unit of value, low and high", row -> row.measure.unit()),
            new Column<>("kind", Type.TEXT, "", "quantile: across runs, type 7; tail-mean: the mean of runs beyond a quantile, "
                    + "below it if its level is under 0.5 and above it otherwise", row -> row.found.kind().text()),
            new Column<>("level", Type.REAL, "share", "The quantile's share of runs below", row -> row.found.level()),
            new Column<>("value", Type.REAL, "", "The estimate", row -> row.estimate().value()),
            new Column<>("low", Type.REAL, "", "Lower end of its 95 % interval: of quantiles an order statistic, of tail means by "
                    + "bootstrap; missing where there are too few runs", row -> row.estimate().low()),
            new Column<>("high", Type.REAL, "", "Upper end; the same", row -> row.estimate().high()),
            new Column<>("n", Type.INTEGER, "count", "Runs that entered", row -> row.estimate().n()),
            new Column<>("missing", Type.INTEGER, "count", "Runs without a value", row -> row.estimate().missing()));

    private QuantilesCsv() {
    }

    private record Row(String point, Measure measure, Found found) {

        Estimate estimate() {
            return found.estimate();
        }
    }

    /** Its columns. */
    static Table table() {
        return new Table("quantiles", List.copyOf(COLUMNS));
    }

    /** The text of the file. */
    static String of(Plan plan, RunQuantiles quantiles) {
        StringBuilder text = new StringBuilder(table().header()).append('\n');
        RunSamples samples = quantiles.samples();
        for (int p = 0; p < plan.points().size() && samples.kept() > 0; p++) {
            for (int m = 0; m < samples.measures().size(); m++) {
                for (Found found : quantiles.of(p, m)) {
                    Row row = new Row(plan.points().get(p).id(), samples.measures().get(m), found);
                    for (Column<Row> column : COLUMNS) {
                        CsvText.field(text, column.value().apply(row));
                        text.append(',');
                    }
                    text.setCharAt(text.length() - 1, '\n');
                }
            }
        }
        return text.toString();
    }
}
