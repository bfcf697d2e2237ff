package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.experiment.Attributed.Part;
import firesale.experiment.Waterfall.Level;
import firesale.experiment.store.CsvText;
import firesale.experiment.store.Table;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code attribution.csv}: what is attributed to whom, a row each. */
final class AttributionCsv {

    private static final String NAME = "attribution";
    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("point_id", Type.TEXT, "", "The declared design point's name", Row::point),
            new Column<>("players", Type.TEXT, "", "Among whom: frictions or feedbacks", row -> Scalars.kebab(row.players)),
            new Column<>("measure", Type.TEXT, "", "What is attributed; value_over_fmv for the waterfall", Row::measure),
            new Column<>("what", Type.TEXT, "", "shapley: a player's Shapley value; group: those of its kind together; total: "
                    + "all players; none, all: the measure itself without loops and with all; level: a value of the waterfall; "
                    + "step: how far it lies below the one before", Row::what),
            new Column<>("player", Type.TEXT, "", "The player, as in experiment files, or the waterfall's level; else empty",
                    Row::player),
            new Column<>("group", Type.TEXT, "", "Its kind; empty for loops", Row::group),
            estimate("value", "The estimate over the point's runs", Estimate::value),
            estimate("low", "Lower end of its 95 % interval, by bootstrap over replications", Estimate::low),
            estimate("high", "Upper end of its 95 % interval", Estimate::high),
            new Column<>("unit", Type.TEXT, "", "The unit of value, low and high; share is of FMV", Row::unit),
            new Column<>("share_of_total", Type.REAL, "share", "Value over the total; missing where the total's interval has "
                    + "zero in it", Row::shareOfTotal),
            new Column<>("n", Type.INTEGER, "count", "Replications that entered", row -> row.estimate.n()),
            new Column<>("missing", Type.INTEGER, "count", "Replications without a value", row -> row.estimate.missing()));

    private final Players players;
    private final StringBuilder text = new StringBuilder(table().header()).append('\n');

    AttributionCsv(Players players) {
        this.players = players;
    }

    private record Row(String point, Players players, String measure, String what, String player, String group,
            Estimate estimate, String unit, double shareOfTotal) {
    }

    private static Column<Row> estimate(String name, String meaning, Function<Estimate, Double> value) {
        return new Column<>(name, Type.REAL, "", meaning, row -> value.apply(row.estimate));
    }

    /** Its columns. */
    static Table table() {
        return new Table(NAME, List.copyOf(COLUMNS));
    }

    static String fileName() {
        return table().fileName();
    }

    /** Players, groups and total of a scenario's measure. */
    AttributionCsv add(Attributed attributed) {
        List<Part> parts = attributed.parts();
        for (int i = 0; i < parts.size(); i++) {
            part(attributed, "shapley", attributed.players().get(i).name(), attributed.players().get(i).group(), parts.get(i));
        }
        attributed.groups().forEach(group -> part(attributed, "group", "", group.label(), group));
        part(attributed, "total", "", "", attributed.total());
        return this;
    }

    /** The measure itself without any player or with all. */
    AttributionCsv add(Attributed attributed, String what, Estimate estimate) {
        line(new Row(attributed.scenario(), players, attributed.measure().name(), what, "", "", estimate,
                attributed.measure().unit(), Double.NaN));
        return this;
    }

    /** Levels and steps of a scenario's waterfall. */
    AttributionCsv add(Waterfall waterfall) {
        for (Level level : waterfall.all()) {
            line(new Row(waterfall.scenario(), players, "value_over_fmv", "level", level.name(), "", level.value(), "share",
                    Double.NaN));
        }
        for (Level level : waterfall.levels()) {
            level.step().ifPresent(step -> line(new Row(waterfall.scenario(), players, "value_over_fmv", "step", level.name(),
                    "", step, "share", Double.NaN)));
        }
        return this;
    }

    private void part(Attributed attributed, String what, String player, String group, Part part) {
        line(new Row(attributed.scenario(), players, attributed.measure().name(), what, player, group, part.estimate(),
                attributed.measure().unit(), attributed.shareOfTotal(part)));
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
