package firesale.report.page;

import firesale.kernel.table.CsvLine;
import firesale.report.page.StoredSchema.Column;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables that an analysis found, whatever they are: columns, units and meanings are what the schema says. */
final class AnalysisSection {

    /** More rows are no reading. */
    static final int MOST_ROWS = 200;

    /** Tables that version control keeps without the schema. */
    private static final List<String> KEPT = List.of("missing-depth.csv", "discount-curve.csv", "spread.csv", "safe-advance.csv",
            "frontier.csv", "sensitivity.csv", "quantiles.csv");
    private static final Set<String> IN_THE_ROWS_UNIT = Set.of("value", "low", "high", "standard_error", "mean", "difference",
            "difference_low", "difference_high");

    private AnalysisSection() {
    }

    /** The files of analyses that a folder has. */
    static List<String> files(Stored stored) {
        Set<String> files = new LinkedHashSet<>(stored.schema().tables());
        files.addAll(KEPT);
        files.remove("summary.csv");
        files.removeIf(file -> stored.schema().isOfRuns(file) || !file.matches("[a-z0-9-]+\\.csv") || !stored.has(file));
        return List.copyOf(files);
    }

    static void write(Html html, Stored stored) throws IOException {
        List<String> files = files(stored);
        if (files.isEmpty()) {
            return;
        }
        html.open("section", "id", "analysis", "aria-labelledby", "analysis-title").line("h2", "Analysis", "id", "analysis-title");
        // the findings say the same in fewer rows
        String[] folded = FindingsSection.tables(stored).isEmpty() ? new String[] {"open", "open"} : new String[0];
        for (String file : files) {
            html.open("details", folded).open("summary").text(Texts.title(file) + " (").element("code", file).text(")")
                    .closeLine("summary");
            table(html, stored, file);
            html.closeLine("details");
        }
        html.closeLine("section");
    }

    private static void table(Html html, Stored stored, String file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> names;
        long all = 0;
        try (BufferedReader reader = Files.newBufferedReader(stored.folder().resolve(file), StandardCharsets.UTF_8)) {
            String head = reader.readLine();
            names = head == null ? List.of() : CsvLine.split(head);
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                all++;
                if (rows.size() < MOST_ROWS) {
                    rows.add(CsvLine.split(line));
                }
            }
        }
        if (rows.isEmpty()) {
            html.line("p", "The table has no rows.");
            return;
        }
        if (all > rows.size()) {
            html.line("p", "Shown are the first " + rows.size() + " of " + Texts.count(all, "row") + "; the rest is in " + file
                    + ".",
                    "class", "note");
        }
        write(html, stored, file, names, rows);
    }

    private static void write(Html html, Stored stored, String file, List<String> names, List<List<String>> rows) {
        int unit = names.indexOf("unit");
        List<Integer> shown = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        List<String> meanings = new ArrayList<>();
        List<Boolean> numbers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            boolean isUnit = i == unit && IN_THE_ROWS_UNIT.stream().anyMatch(names::contains);
            if (!isUnit && rows.stream().anyMatch(row -> !cell(row, column).isEmpty())) {
                shown.add(i);
                heads.add(names.get(i).replace('_', ' '));
                meanings.add(stored.schema().column(file, names.get(i)).map(Column::meaning).orElse(""));
                numbers.add(rows.stream().allMatch(row -> cell(row, column).isEmpty() || isNumber(cell(row, column))));
            }
        }
        PageTable table = PageTable.open(html, Texts.title(file), heads, meanings, numbers);
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                String name = names.get(shown.get(i));
                String text = cell(row, shown.get(i));
                cells.add(numbers.get(i) ? number(text, unit(stored.schema().column(file, name), name,
                        unit < 0 ? "" : cell(row, unit)),
                        stored.schema().column(file, name)) : text);
            }
            table.row(cells);
        }
        table.close();
    }

    private static String unit(Optional<Column> column, String name, String unitOfRow) {
        String known = column.map(Column::unit).orElse("");
        return known.isEmpty() && IN_THE_ROWS_UNIT.contains(name) ? unitOfRow : known;
    }

    /** A whole number stays as it stands unless it has a unit that says otherwise. */
    private static String number(String text, String unit, Optional<Column> column) {
        boolean isWhole = column.map(known -> !known.isReal()).orElse(text.matches("-?\\d+"));
        return text.isEmpty() || isWhole ? text : Texts.value(Double.parseDouble(text), unit);
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    }
}
