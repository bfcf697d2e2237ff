package firesale.kernel.table;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads CSV strictly, after RFC 4180: a header with known columns, every row as long as the header, quotes only around whole
 * fields. A byte order mark, CRLF line ends and empty lines at the end are tolerated.
 */
public final class CsvReader {

    private final String name;
    private final String content;
    private int position;
    private int line = 1;

    private CsvReader(String name, String content) {
        this.name = name;
        this.content = content.startsWith("\uFEFF") ? content.substring(1) : content;
    }

    /**
     * The rows of a table.
     *
     * @param name     the file's name, for messages
     * @param content  the file's text
     * @param required columns that must be there
     * @param optional columns that may be there
     * @return the rows in order; an optional column that is absent reads as empty
     * @throws InputException naming file and line, if the header or a row is not as it should be
     */
    public static List<CsvRow> read(String name, String content, List<String> required, List<String> optional) {
        return new CsvReader(name, content).rows(required, optional);
    }

    /** The rows of a table whose columns the caller judges; see {@link #read(String, String, List, List)}. */
    public static List<CsvRow> read(String name, String content) {
        return new CsvReader(name, content).rows(null, null);
    }

    /** @param required null if any columns may be there */
    private List<CsvRow> rows(List<String> required, List<String> optional) {
        if (content.isBlank()) {
            throw new InputException(name + ": the file is empty; expected a header"
                    + (required == null ? "" : " with " + String.join(", ", required)));
        }
        List<String> header = record();
        check(header, required, optional);
        int end = content.stripTrailing().length();
        List<CsvRow> rows = new ArrayList<>();
        while (position < end) {
            int first = line;
            List<String> fields = record();
            if (fields.size() != header.size()) {
                throw failure(first, "expected " + header.size() + " fields as in the header, but found " + fields.size());
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                cells.put(header.get(i), fields.get(i));
            }
            rows.add(new CsvRow(name, first, cells));
        }
        return rows;
    }

    private void check(List<String> header, List<String> required, List<String> optional) {
        boolean any = required == null;
        List<String> known = new ArrayList<>(any ? List.of() : required);
        known.addAll(any ? List.of() : optional);
        Set<String> seen = new LinkedHashSet<>();
        for (String column : header) {
            if (!any && !known.contains(column)) {
                throw failure(1, "unknown column \"" + column + "\"" + Spelling.hint(column, known));
            } else if (!seen.add(column)) {
                throw failure(1, "column \"" + column + "\" stands twice in the header");
            }
        }
        for (String column : any ? List.<String>of() : required) {
            if (!seen.contains(column)) {
                throw failure(1, "column \"" + column + "\" is missing");
            }
        }
    }

    /** The next line's fields; moves to the line after it. */
    private List<String> record() {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(at('"') ? quoted() : plain());
            if (at(',')) {
                position++;
                continue;
            }
            if (at('\r')) {
                position++;
                if (!at('\n')) {
                    throw failure(line, "a carriage return stands alone; lines end with LF or CRLF");
                }
            }
            if (position < content.length() && !at('\n')) {
                throw failure(line, "expected a comma after the closing quote, but found " + content.charAt(position));
            }
            position++;
            line++;
            return fields;
        }
    }

    private String plain() {
        int start = position;
        while (position < content.length() && !at(',') && !at('\n') && !at('\r')) {
            if (at('"')) {
                throw failure(line, "a quote inside a field; put the whole field in quotes and double the quotes in it");
            }
            position++;
        }
        return content.substring(start, position);
    }

    private String quoted() {
        int first = line;
        StringBuilder field = new StringBuilder();
        position++;
        while (position < content.length()) {
            char c = content.charAt(position++);
            if (c == '"' && !at('"')) {
                return field.toString();
            }
            position += c == '"' ? 1 : 0;
            line += c == '\n' ? 1 : 0;
            field.append(c);
        }
        throw failure(first, "a quoted field is not closed");
    }

    private boolean at(char c) {
        return position < content.length() && content.charAt(position) == c;
    }

    private InputException failure(int atLine, String message) {
        return new InputException(name + ":" + atLine + ": " + message);
    }
}
