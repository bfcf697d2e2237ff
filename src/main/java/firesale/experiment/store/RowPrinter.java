package firesale.experiment.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.NumberOutput;
import firesale.kernel.table.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Prints the rows of a database's answer as they come. */
abstract class RowPrinter {

    private static final int BUFFER_CHARS = 1 << 16;

    final BufferedWriter out;

    RowPrinter(Writer out) {
        this.out = new BufferedWriter(out, BUFFER_CHARS);
    }

    /** @param width characters in a line of a table; 0 if there is no limit */
    static RowPrinter of(QueryFormat format, int width, Writer out) {
        return switch (format) {
            case table -> new RowTable(out, width);
            case csv -> new Csv(out);
            case json -> new Json(out);
        };
    }

    abstract void print(ResultSet rows) throws SQLException, IOException;

    /** What must be said beside the rows, after them; empty if nothing. */
    String remark() {
        return "";
    }

    /** The columns' names, each but once: a second {@code n} is {@code n_1}. */
    static List<String> names(ResultSetMetaData columns) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        for (int c = 1; c <= columns.getColumnCount(); c++) {
            String name = columns.getColumnName(c);
            String unique = name;
            for (int i = 1; !names.add(unique); i++) {
                unique = name + "_" + i;
            }
        }
        return new ArrayList<>(names);
    }

    /** Number, truth or null as they are, NaN as null; a text for anything else. */
    static Object value(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null || value instanceof Double real && real.isNaN() || value instanceof Float small && small.isNaN()) {
            return null;
        }
        return value instanceof Number || value instanceof Boolean || value instanceof Array ? value : rows.getString(column);
    }

    /** The same text as in the tables of the folder: doubles with as many digits as tell them apart. */
    static String text(Object value) {
        if (value instanceof Double real) {
            return NumberOutput.toString(real, true);
        } else if (value instanceof Float small) {
            return NumberOutput.toString(small, true);
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
    }

    private static final class Csv extends RowPrinter {

        Csv(Writer out) {
            super(out);
        }

        @Override
        void print(ResultSet rows) throws SQLException, IOException {
            List<String> names = names(rows.getMetaData());
            for (int c = 0; c < names.size(); c++) {
                out.append(c == 0 ? "" : ",").append(CsvWriter.field(names.get(c)));
            }
            out.append('\n');
            while (rows.next()) {
                for (int c = 1; c <= names.size(); c++) {
                    Object value = value(rows, c);
                    out.append(c == 1 ? "" : ",").append(value == null ? "" : CsvWriter.field(text(value)));
                }
                out.append('\n');
            }
            out.flush();
        }
    }

    private static final class Json extends RowPrinter {

        Json(Writer out) {
            super(out);
        }

        @Override
        void print(ResultSet rows) throws SQLException, IOException {
            List<String> names = names(rows.getMetaData());
            JsonGenerator json = new JsonFactory().createGenerator(out).setRootValueSeparator(null);
            String before = "[\n";
            while (rows.next()) {
                json.writeRaw(before);
                before = ",\n";
                json.writeStartObject();
                for (int c = 1; c <= names.size(); c++) {
                    json.writeFieldName(names.get(c - 1));
                    write(json, value(rows, c));
                }
                json.writeEndObject();
            }
            json.writeRaw(before.startsWith("[") ? "[]\n" : "\n]\n");
            json.flush();
        }

        private static void write(JsonGenerator json, Object value) throws IOException, SQLException {
            if (value == null || value instanceof Double real && real.isInfinite() || value instanceof Float small && small.isInfinite()) {
                json.writeNull();
            } else if (value instanceof Number) {
                json.writeNumber(text(value));
            } else if (value instanceof Boolean truth) {
                json.writeBoolean(truth);
            } else if (value instanceof Array array) {
                json.writeStartArray();
                for (Object element : (Object[]) array.getArray()) {
                    write(json, element);
                }
                json.writeEndArray();
            } else {
                json.writeString(value.toString());
            }
        }
    }
}
