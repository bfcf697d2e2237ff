package firesale.kernel.table;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.util.List;

/**
 * Writes tables as CSV: LF line ends, quotes only where needed, the same bytes on every machine and JDK. A missing value (null
 * or NaN) is an empty field.
 *
 * @param <T> the row
 */
public final class CsvWriter<T> {

    private final Appendable out;
    private final List<Column<T>> columns;

    private CsvWriter(Appendable out, List<Column<T>> columns) {
        this.out = out;
        this.columns = List.copyOf(columns);
    }

    /**
     * Starts a table by writing its header.
     *
     * @throws IOException if the text cannot be written
     */
    public static <T> CsvWriter<T> begin(Appendable out, List<Column<T>> columns) throws IOException {
        CsvWriter<T> writer = new CsvWriter<>(out, columns);
        writer.line(columns.stream().map(Column::name).toList());
        return writer;
    }

    /**
     * Writes one row.
     *
     * @throws IOException if the text cannot be written
     */
    public void write(T row) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            out.append(i == 0 ? "" : ",").append(field(columns.get(i).value().apply(row)));
        }
        out.append('\n');
    }

    /** One value as a CSV field: doubles by one writer that is equal on all JDKs, the rest as text, quoted where needed. */
    public static String field(Object value) {
        if (value == null || value instanceof Double number && number.isNaN()) {
            return "";
        } else if (value instanceof Double number) {
            return NumberOutput.toString(number, true);
        }
        String text = value.toString();
        return needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static boolean needsQuotes(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0
                || !text.equals(text.strip());
    }

    private void line(List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            out.append(i == 0 ? "" : ",").append(field(fields.get(i)));
        }
        out.append('\n');
    }
}
