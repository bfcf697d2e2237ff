package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.experiment.Sensitivity.Influence;
import firesale.experiment.store.CsvText;
import firesale.experiment.store.Table;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;

/** {@code sensitivity.csv}: every index of every key, a row each. */
final class SensitivityCsv {

    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("method", Type.TEXT, "", "sobol or morris", row -> Scalars.kebab(row.of.method())),
            new Column<>("measure", Type.TEXT, "", "What is explained", row -> row.of.measure().name()),
            new Column<>("key", Type.TEXT, "", "The parameter; empty for what is of all of them", Row::key),
            new Column<>("index", Type.TEXT, "", "Of sobol first-order, total-order, and sum-of-first-orders; of morris mu, mu-star "
                    + "and sigma, for a move over the whole range; of both noise-share, the share of the variance across points "
                    + "that is noise of replications. replication-error-of-total-order and so on: standard error over "
                    + "replications, how far an index would move with other seeds", Row::index),
            new Column<>("value", Type.REAL, "", "The estimate", row -> row.estimate.value()),
            new Column<>("low", Type.REAL, "", "Lower end of its 95 % interval, by bootstrap over base samples or trajectories",
                    row -> row.estimate.low()),
            new Column<>("high", Type.REAL, "", "Upper end; the same", row -> row.estimate.high()),
            new Column<>("n", Type.INTEGER, "count", "Base samples or trajectories that entered", row -> row.estimate.n()),
            new Column<>("missing", Type.INTEGER, "count", "Those left out since a point has no value",
                    row -> row.estimate.missing()),
            new Column<>("unit", Type.TEXT, "", "The unit of value, low and high", Row::unit));

    private SensitivityCsv() {
    }

    private record Row(Sensitivity of, String key, String index, Estimate estimate, String unit) {
    }

    /** Its columns. */
    static Table table() {
        return new Table("sensitivity", List.copyOf(COLUMNS));
    }

    /** The text of the file, keys by their rank. */
    static String of(List<Sensitivity> found) {
        StringBuilder text = new StringBuilder(table().header()).append('\n');
        for (Sensitivity of : found) {
            boolean sobol = of.method() == SensitivityMethod.SOBOL;
            String unit = sobol ? "share" : of.measure().unit();
            for (Influence each : of.keys()) {
                add(text, new Row(of, each.key(), sobol ? "total-order" : "mu-star", each.main(), unit));
                add(text, new Row(of, each.key(), sobol ? "first-order" : "mu", each.second(), unit));
                if (!sobol) {
                    add(text, new Row(of, each.key(), "sigma", each.sigma(), unit));
                }
                addMoves(text, of, each, unit);
            }
            if (sobol) {
                add(text, new Row(of, "", "sum-of-first-orders", of.sum(), unit));
            }
            add(text, new Row(of, "", "noise-share", alone(of, of.noise()), "share"));
        }
        return text.toString();
    }

    private static void addMoves(StringBuilder text, Sensitivity of, Influence each, String unit) {
        List<String> indices = of.method() == SensitivityMethod.SOBOL ? List.of("total-order", "first-order")
                : List.of("mu-star", "mu", "sigma");
        for (int i = 0; i < indices.size(); i++) {
            add(text, new Row(of, each.key(), "replication-error-of-" + indices.get(i), alone(of, each.moves().get(i)), unit));
        }
    }

    /** Without an interval. */
    private static Estimate alone(Sensitivity of, double value) {
        return new Estimate(value, Double.NaN, Double.NaN, of.n(), of.missing(), Estimate.Method.PERCENTILES);
    }

    private static void add(StringBuilder text, Row row) {
        for (Column<Row> column : COLUMNS) {
            CsvText.field(text, column.value().apply(row));
            text.append(',');
        }
        text.setCharAt(text.length() - 1, '\n');
    }
}
