package firesale.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import firesale.kernel.table.Column;
import firesale.kernel.table.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tables for other programs, and the patterns that choose their rows. */
final class Tables {

    private Tables() {
    }

    /** Finds a text whatever its case; {@code *} stands for anything. */
    static Pattern pattern(String text) {
        StringBuilder regex = new StringBuilder();
        for (String part : text.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }

    /** Writes a header and a line a row. */
    static <R> void csv(List<Column<R>> columns, List<R> rows, PrintWriter out) throws IOException {
        CsvWriter<R> csv = CsvWriter.begin(out, columns);
        for (R row : rows) {
            csv.write(row);
        }
    }

    /** Writes an array with an object a row. */
    static <R> void json(List<Column<R>> columns, List<R> rows, PrintWriter out) throws IOException {
        json(rows.stream().map(row -> object(columns, row)).toList(), out);
    }

    /** Writes anything as JSON. */
    static void json(Object value, PrintWriter out) throws IOException {
        String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        out.print(text.replace(System.lineSeparator(), "\n") + "\n");
    }

    private static <R> Map<String, Object> object(List<Column<R>> columns, R row) {
        Map<String, Object> object = new LinkedHashMap<>();
        columns.forEach(column -> object.put(column.name(), column.value().apply(row)));
        return object;
    }
}
