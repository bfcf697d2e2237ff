package firesale.experiment.store;

import firesale.kernel.table.CsvWriter;
import java.util.List;

/** Lines of CSV: one row a line (line breaks within a text become spaces), missing values empty, quotes only where needed. */
public final class CsvText {

    private CsvText() {
    }

    /** Appends one field; null and NaN are missing. */
    public static void field(StringBuilder line, Object value) {
        line.append(CsvWriter.field(value instanceof String text ? text.replace('\n', ' ').replace('\r', ' ') : value));
    }

    /** One line without its end. */
    public static String line(List<?> fields) {
        StringBuilder line = new StringBuilder();
        for (Object value : fields) {
            field(line, value);
            line.append(',');
        }
        line.setLength(line.length() - 1);
        return line.toString();
    }
}
