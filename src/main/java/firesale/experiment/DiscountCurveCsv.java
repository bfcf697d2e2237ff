package firesale.experiment;

import firesale.analysis.DiscountCurve;
import firesale.analysis.Estimate;
import firesale.experiment.DepthPoints.Kind;
import firesale.experiment.DepthPoints.Tried;
import firesale.experiment.MissingDepth.AtHaircut;
import firesale.experiment.MissingDepth.Relaxed;
import firesale.experiment.store.CsvText;
import firesale.experiment.store.Table;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.repo.RepoParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code discount-curve.csv}: the discount at each point that was run, by amount of money. */
final class DiscountCurveCsv {

    static final String UNLIMITED = String.format(Locale.ROOT, "%.0e", RepoParameters.UNLIMITED_USD).replace("+", "")
            + " is no limit";
    private static final String NAME = "discount-curve";
    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("point_id", Type.TEXT, "", "The declared design point's name", Row::point),
            new Column<>("run_point_id", Type.TEXT, "", "The name of the point that was run, as in summary.csv", Row::run),
            new Column<>("kind", Type.TEXT, "", "dyn: repo, seizures responding; fix: repo, what is seized without it; "
                    + "haircut: repo at another haircut; standby: standby money that bids at the target; relaxed: unlimited repo "
                    + "without a friction", row -> Scalars.kebab(row.kind)),
            new Column<>("target", Type.REAL, "share", "For standby: how far below FMV it bids", Row::target),
            new Column<>("haircut", Type.REAL, "share", "Base of the haircut; missing for standby", Row::haircut),
            new Column<>("without", Type.TEXT, "", "For relaxed: the friction that is switched off", Row::without),
            new Column<>("capacity_usd", Type.REAL, "USD", "Capacity of the repo market, or budget of standby money; "
                    + UNLIMITED,
                    Row::usd),
            new Column<>("discount", Type.REAL, "share", "1 - sum of price / sum of FMV over forced sales of all runs",
                    row -> row.discount.value()),
            new Column<>("low", Type.REAL, "share", "Lower end of its 95 % interval, by bootstrap over replications",
                    row -> row.discount.low()),
            new Column<>("high", Type.REAL, "share", "Upper end of its 95 % interval", row -> row.discount.high()),
            new Column<>("n", Type.INTEGER, "count", "Runs with sales", row -> row.discount.n()),
            new Column<>("missing", Type.INTEGER, "count", "Runs without", row -> row.discount.missing()));

    private final StringBuilder text = new StringBuilder(table().header()).append('\n');

    private record Row(String point, String run, Kind kind, double target, double haircut, String without, double usd,
            Estimate discount) {
    }

    /** Its columns. */
    static Table table() {
        return new Table(NAME, List.copyOf(COLUMNS));
    }

    /** An amount as it stands in tables of numbers. */
    static double usd(double amount) {
        return Double.isInfinite(amount) ? RepoParameters.UNLIMITED_USD : amount;
    }

    /** All curves of a declared point; each starts without money. */
    void add(MissingDepth found) {
        curve(found, Kind.DYN, Double.NaN, found.haircut(), found.dyn());
        curve(found, Kind.FIX, Double.NaN, found.haircut(), found.fix());
        for (AtHaircut other : found.haircuts()) {
            curve(found, Kind.HAIRCUT, Double.NaN, other.haircut(), other.curve());
        }
        for (int t = 0; t < found.standby().size(); t++) {
            curve(found, Kind.STANDBY, found.held().get(t).target(), Double.NaN, found.standby().get(t));
        }
        List<Tried> runs = found.points().of(Kind.RELAXED);
        for (Relaxed relaxed : found.relaxed()) {
            line(new Row(found.id(), runs.get(relaxed.place()).point().id(), Kind.RELAXED, Double.NaN, found.haircut(),
                    relaxed.without(), RepoParameters.UNLIMITED_USD, relaxed.discount()));
        }
    }

    private void curve(MissingDepth found, Kind kind, double target, double haircut, DiscountCurve curve) {
        List<Tried> runs = found.points().curve(kind, target, haircut);
        for (int i = 0; i < runs.size(); i++) {
            line(new Row(found.id(), runs.get(i).point().id(), kind, target, haircut, "", usd(curve.amountUsd(i)), curve.at(i)));
        }
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
