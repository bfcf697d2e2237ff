package firesale.experiment;

import firesale.experiment.store.CsvText;
import firesale.experiment.store.RunLines;
import firesale.experiment.store.Table;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How runs become lines: the tables of a plan and the text of one run in each.
 *
 * @param <R> the outcome of a run
 */
final class RunFormat<R> {

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern REAL = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern BOOLEAN = Pattern.compile("true|false");

    private final List<Column<RunHead>> head = new ArrayList<>();
    private final List<Column<R>> measures;
    private final List<Column<RunHead>> key;
    private final List<SubTable<R, ?>> subTables;
    private final List<Table> tables = new ArrayList<>();

    RunFormat(Plan plan, SimulatedModel<R> model) {
        Column<RunHead> run = new Column<>("run", Type.INTEGER, "",
                "The run's number: replication * points + point", RunHead::run);
        Column<RunHead> point = new Column<>("point", Type.INTEGER, "",
                "The design point's number, from 0", h -> (long) h.point().index());
        Column<RunHead> replication = new Column<>("replication", Type.INTEGER, "",
                "The replication, from 0", h -> (long) h.replication());
        key = List.of(run, point, replication);
        head.add(run);
        head.add(point);
        head.add(new Column<>("point_id", Type.TEXT, "", "The design point's name", h -> h.point().id()));
        head.add(replication);
        head.add(new Column<>("seed", Type.INTEGER, "", "The replication's seed, the same at every point", RunHead::seed));
        for (String varied : plan.variedKeys()) {
            head.add(new Column<>(varied, typeOf(plan, varied), "",
                    "The parameter's value at this point", h -> h.point().varied().get(varied)));
        }
        head.add(new Column<>("status", Type.TEXT, "", "ok, or failed: then every measure is missing", RunHead::status));
        head.add(new Column<>("reason", Type.TEXT, "", "Why the run failed", RunHead::reason));
        measures = model.measures();
        subTables = model.subTables().stream().filter(table -> plan.recording().contains(table.recording())).toList();
        tables.add(new Table("runs", concatenate(head, measures)));
        subTables.forEach(table -> tables.add(new Table(table.name(), concatenate(key, table.columns()))));
    }

    private static List<Column<?>> concatenate(List<? extends Column<?>> left, List<? extends Column<?>> right) {
        List<Column<?>> all = new ArrayList<>(left);
        all.addAll(right);
        return List.copyOf(all);
    }

    private static Type typeOf(Plan plan, String key) {
        List<String> values = plan.points().stream().map(point -> point.varied().get(key)).filter(v -> v != null).toList();
        if (values.stream().allMatch(value -> INTEGER.matcher(value).matches())) {
            return Type.INTEGER;
        }
        if (values.stream().allMatch(value -> REAL.matcher(value).matches())) {
            return Type.REAL;
        }
        return values.stream().allMatch(value -> BOOLEAN.matcher(value).matches()) ? Type.BOOLEAN : Type.TEXT;
    }

    /** The tables, {@code runs} first. */
    List<Table> tables() {
        return tables;
    }

    /** How many columns of {@code runs} stand before the first measure. */
    int measuresStart() {
        return head.size();
    }

    /** The lines of a run that gave an outcome. */
    RunLines lines(RunHead run, R outcome) {
        byte[][] bytes = new byte[tables.size()][];
        int[] rows = new int[tables.size()];
        StringBuilder text = new StringBuilder();
        fields(text, head, run);
        fields(text, measures, outcome);
        bytes[0] = finish(text);
        rows[0] = 1;
        for (int i = 0; i < subTables.size(); i++) {
            rows[i + 1] = subRows(text, run, outcome, subTables.get(i));
            bytes[i + 1] = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
        }
        return new RunLines(bytes, rows);
    }

    /** The lines of a run that failed: its row without measures, and nothing in any other table. */
    RunLines failed(RunHead run) {
        byte[][] bytes = new byte[tables.size()][0];
        int[] rows = new int[tables.size()];
        StringBuilder text = new StringBuilder();
        fields(text, head, run);
        text.append(",".repeat(measures.size()));
        bytes[0] = finish(text);
        rows[0] = 1;
        return new RunLines(bytes, rows);
    }

    private <S> int subRows(StringBuilder text, RunHead run, R outcome, SubTable<R, S> table) {
        StringBuilder prefix = new StringBuilder();
        fields(prefix, key, run);
        List<S> rows = table.rows().apply(outcome);
        for (S row : rows) {
            text.append(prefix);
            fields(text, table.columns(), row);
            text.setCharAt(text.length() - 1, '\n');
        }
        return rows.size();
    }

    /** Appends each value and a comma. */
    private static <T> void fields(StringBuilder text, List<Column<T>> columns, T row) {
        for (Column<T> column : columns) {
            CsvText.field(text, column.value().apply(row));
            text.append(',');
        }
    }

    private static byte[] finish(StringBuilder text) {
        text.setCharAt(text.length() - 1, '\n');
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }
}
