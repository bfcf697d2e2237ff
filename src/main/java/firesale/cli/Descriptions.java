package firesale.cli;

import firesale.experiment.ExperimentFile;
import firesale.experiment.ExperimentSchema;
import firesale.experiment.LotFile;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Parameter;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.model.AuctionWeek;
import firesale.model.DepthPoint;
import firesale.model.RepoWeek;
import firesale.model.Event;
import firesale.model.Measures;
import firesale.model.RunOutcome;
import firesale.model.Sale;
import firesale.model.SchedulePoint;
import firesale.model.Week;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The tables behind {@code firesale describe}. */
final class Descriptions {

    private static final int WIDEST_CELL = 60;

    private record Measure(String table, Column<?> column) {
    }

    private Descriptions() {
    }

    static void print(DescribeCommand.Subject subject, String pattern, DescribeCommand.Format format, PrintWriter out)
            throws IOException {
        switch (subject) {
            case parameters -> print(parameterColumns(), parameters(pattern), format, out);
            case measures -> print(measureColumns(), measures(pattern), format, out);
            case schema -> Tables.json(ExperimentSchema.json(), out);
            case lot -> Tables.json(LotFile.schema(), out);
        }
    }

    private static List<Column<Parameter>> parameterColumns() {
        return List.of(
                new Column<>("path", Type.TEXT, "", "", Parameter::path),
                new Column<>("type", Type.TEXT, "", "", p -> p.type().label()),
                new Column<>("unit", Type.TEXT, "", "", Parameter::unit),
                new Column<>("range", Type.TEXT, "", "", Descriptions::range),
                new Column<>("default", Type.TEXT, "", "", Parameter::def),
                new Column<>("meaning", Type.TEXT, "", "", Parameter::meaning),
                new Column<>("source", Type.TEXT, "", "", Parameter::source));
    }

    private static String range(Parameter parameter) {
        List<String> allowed = parameter.type().allowed();
        return allowed.isEmpty() ? parameter.range().toString() : String.join(" | ", allowed);
    }

    private static List<Parameter> parameters(String text) {
        Pattern pattern = Tables.pattern(text);
        List<Parameter> found = ExperimentFile.modelSchema().parameters().stream()
                .filter(p -> pattern.matcher(p.path()).find() || pattern.matcher(p.meaning()).find()).toList();
        return refuseNothing(found, text, "parameter");
    }

    private static List<Column<Measure>> measureColumns() {
        return List.of(
                new Column<>("table", Type.TEXT, "", "", Measure::table),
                new Column<>("name", Type.TEXT, "", "", m -> m.column().name()),
                new Column<>("type", Type.TEXT, "", "", m -> m.column().type().name().toLowerCase(Locale.ROOT)),
                new Column<>("unit", Type.TEXT, "", "", m -> m.column().unit()),
                new Column<>("meaning", Type.TEXT, "", "", m -> m.column().meaning()));
    }

    private static List<Measure> measures(String text) {
        List<Measure> all = new ArrayList<>();
        RunOutcome.columns().forEach(column -> all.add(new Measure("runs", column)));
        Measures.ratios().forEach(ratio -> all.add(new Measure("summary",
                new Column<RunOutcome>(ratio.name(), Type.REAL, ratio.unit(), ratio.meaning() + "; over runs " + ratio.numerator()
                        + " / " + ratio.denominator(), run -> null))));
        Sale.columns().forEach(column -> all.add(new Measure("sales", column)));
        AuctionWeek.columns().forEach(column -> all.add(new Measure("auctions", column)));
        SchedulePoint.columns().forEach(column -> all.add(new Measure("schedules", column)));
        Week.columns().forEach(column -> all.add(new Measure("weeks", column)));
        Event.columns().forEach(column -> all.add(new Measure("events", column)));
        DepthPoint.columns().forEach(column -> all.add(new Measure("depth", column)));
        RepoWeek.columns().forEach(column -> all.add(new Measure("repo", column)));
        Pattern pattern = Tables.pattern(text);
        List<Measure> found = all.stream()
                .filter(m -> pattern.matcher(m.column.name()).find() || pattern.matcher(m.column.meaning()).find()).toList();
        return refuseNothing(found, text, "measure");
    }

    private static <R> List<R> refuseNothing(List<R> found, String pattern, String what) {
        if (found.isEmpty()) {
            throw new InputException("firesale describe: no " + what + " contains \"" + pattern + "\"");
        }
        return found;
    }

    private static <R> void print(List<Column<R>> columns, List<R> rows, DescribeCommand.Format format, PrintWriter out)
            throws IOException {
        switch (format) {
            case csv -> Tables.csv(columns, rows, out);
            case json -> Tables.json(columns, rows, out);
            case md -> markdown(columns, rows, out);
            case text -> text(columns, rows, out);
        }
    }

    private static <R> void markdown(List<Column<R>> columns, List<R> rows, PrintWriter out) {
        out.print("| " + String.join(" | ", columns.stream().map(Column::name).toList()) + " |\n");
        out.print("|" + "---|".repeat(columns.size()) + "\n");
        for (R row : rows) {
            List<String> cells = columns.stream().map(column -> cell(column, row).replace("|", "\\|")).toList();
            out.print("| " + String.join(" | ", cells) + " |\n");
        }
    }

    /** Aligned columns; one that is empty throughout is left out, a cell wider than the others keeps its text.  */
    private static <R> void text(List<Column<R>> columns, List<R> rows, PrintWriter out) {
        List<Column<R>> shown = columns.stream()
                .filter(column -> rows.stream().anyMatch(row -> !cell(column, row).isEmpty())).toList();
        int[] widths = shown.stream().mapToInt(column -> width(column, rows)).toArray();
        line(shown.stream().map(column -> column.name().toUpperCase(Locale.ROOT)).toList(), widths, out);
        rows.forEach(row -> line(shown.stream().map(column -> cell(column, row)).toList(), widths, out));
    }

    private static <R> int width(Column<R> column, List<R> rows) {
        int widest = rows.stream().mapToInt(row -> cell(column, row).length()).max().orElse(0);
        return Math.min(WIDEST_CELL, Math.max(widest, column.name().length()));
    }

    private static void line(List<String> cells, int[] widths, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(Math.max(0, widths[i] - cells.get(i).length()));
            line.append(i == 0 ? "" : "  ").append(cells.get(i)).append(padding);
        }
        out.print(line.toString().stripTrailing() + "\n");
    }

    private static <R> String cell(Column<R> column, R row) {
        return String.valueOf(column.value().apply(row));
    }
}
