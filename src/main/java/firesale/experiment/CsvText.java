package firesale.experiment;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.ArrayList;
import java.util.List;

/** Lines of CSV: one row a line (line breaks within a text become spaces), missing values empty, quotes only where needed. */
final class CsvText {

    private CsvText() {
    }

    /** Appends one field; null and NaN are missing. */
    static void field(StringBuilder line, Object value) {
        if (value instanceof Double number) {
            if (!number.isNaN()) {
                line.append(NumberOutput.toString(number, true));
            }
        } else if (value != null) {
            text(line, value.toString());
        }
    }

    private static void text(StringBuilder line, String value) {
        String flat = value.replace('\n', ' ').replace('\r', ' ');
        if (flat.indexOf(',') < 0 && flat.indexOf('"') < 0) {
            line.append(flat);
        } else {
            line.append('"').append(flat.replace("\"", "\"\"")).append('"');
        }
    }

    /** One line without its end. */
    static String line(List<?> fields) {
        StringBuilder line = new StringBuilder();
        for (Object value : fields) {
            field(line, value);
            line.append(',');
        }
        line.setLength(line.length() - 1);
        return line.toString();
    }

    /** The fields of one line; missing ones are empty. */
    static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
