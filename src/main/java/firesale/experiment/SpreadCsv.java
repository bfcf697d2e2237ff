package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.analysis.FixedPoint;
import firesale.experiment.store.CsvText;
import firesale.experiment.store.Table;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.ArrayList;
import java.util.List;

/** {@code spread.csv}: fair and charged spreads, a row each. */
final class SpreadCsv {

    private static final String PER_YEAR = "1/a";
    private static final String USD = "USD";
    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("point_id", Type.TEXT, "", "The design point's name", Row::point),
            new Column<>("declared", Type.TEXT, "", "The declared point that it is; or whose loans have another spread here",
                    Row::declared),
            new Column<>("loan_spread", Type.REAL, PER_YEAR, "credit.loan.spread at the point", Row::loanSpread),
            new Column<>("class", Type.TEXT, "", "The kind of lending, as in the names of measures", Row::kind),
            new Column<>("what", Type.TEXT, "", "fair: pays for losses and the fee of a guarantee; charged; "
                    + "mispricing: charged less fair; required: fair with the cost of capital; expected_loss: discounted, of a "
                    + "run, that fee included; es99: the mean of the worst 1 % of runs; fixed_point: the charge that pays for "
                    + "the losses it goes with, missing if all or none within the range tried do; fixed_point_found: share of "
                    + "resamples in which it is within that range", Row::what),
            new Column<>("value", Type.REAL, "", "The estimate; missing where there is none", row -> finite(row.value)),
            new Column<>("low", Type.REAL, "", "Lower end of its 95 % interval, by bootstrap over replications; missing where "
                    + "it is out of the range tried", row -> finite(row.low)),
            new Column<>("high", Type.REAL, "", "Upper end of its 95 % interval; the same", row -> finite(row.high)),
            new Column<>("unit", Type.TEXT, "", "The unit of value, low and high", Row::unit),
            new Column<>("n", Type.INTEGER, "count", "Replications that entered; of es99 those in the tail", Row::n));

    private final Plan plan;
    private final StringBuilder text = new StringBuilder(table().header()).append('\n');

    SpreadCsv(Plan plan) {
        this.plan = plan;
    }

    private record Row(String point, String declared, double loanSpread, String kind, String what, double value, double low,
            double high, String unit, long n) {
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Its columns. */
    static Table table() {
        return new Table("spread", List.copyOf(COLUMNS));
    }

    static String fileName() {
        return table().fileName();
    }

    /** The classes of a point; what a class that nobody lent costs is left out. */
    void add(int point, int declared, List<ClassSpreads> classes) {
        for (ClassSpreads each : classes) {
            if (each.isThere()) {
                line(point, declared, each, "charged", each.charged(), PER_YEAR, each.charged().n());
                line(point, declared, each, "fair", each.fair(), PER_YEAR, each.fair().n());
                line(point, declared, each, "mispricing", each.mispricing(), PER_YEAR, each.mispricing().n());
                line(point, declared, each, "required", each.required(), PER_YEAR, each.required().n());
                line(point, declared, each, "expected_loss", each.expectedLoss(), USD, each.expectedLoss().n());
                line(point, declared, each, "es99", each.worst(), USD, each.runsInTail());
            }
        }
    }

    /** The charge that pays for itself. */
    void add(int declared, FixedPoint own, PointSpreads spreads) {
        String kind = spreads.curve().get(0).found().name();
        long n = spreads.curve().stream().mapToLong(tried -> tried.found().fair().n()).min().orElseThrow();
        line(new Row(id(declared), id(declared), spread(declared), kind, "fixed_point", own.value(), own.low(), own.high(),
                PER_YEAR, n));
        line(new Row(id(declared), id(declared), spread(declared), kind, "fixed_point_found", own.within(), Double.NaN,
                Double.NaN, "share", n));
    }

    private void line(int point, int declared, ClassSpreads kind, String what, Estimate estimate, String unit, long n) {
        line(new Row(id(point), id(declared), spread(point), kind.name(), what, estimate.value(), estimate.low(), estimate.high(),
                unit, n));
    }

    private String id(int point) {
        return plan.points().get(point).id();
    }

    private double spread(int point) {
        return SpreadPoints.spread(plan.points().get(point));
    }

    private void line(Row row) {
        List<Object> fields = new ArrayList<>();
        COLUMNS.forEach(column -> fields.add(column.value().apply(row)));
        text.append(CsvText.line(fields)).append('\n');
    }

    /** The text of the file. */
    String text() {
        return text.toString();
    }
}
