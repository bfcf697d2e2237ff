package firesale.kernel.table;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Range;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.parameters.Spelling;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One row of a CSV file. Every reading method throws an {@link InputException} that names file, line and column. */
public final class CsvRow {

    private static final int LONGEST_NAME = 100;
    private static final int NAMES_IN_A_MESSAGE = 8;

    private final String file;
    private final int line;
    private final Map<String, String> cells;

    CsvRow(String file, int line, Map<String, String> cells) {
        this.file = file;
        this.line = line;
        this.cells = cells;
    }

    /** The line in the file where the row begins, counted from 1. */
    public int line() {
        return line;
    }

    /** The names of the columns, in the file's order. */
    public List<String> columns() {
        return List.copyOf(cells.keySet());
    }

    /** Whether the cell is empty or its column absent. */
    public boolean isEmpty(String column) {
        return cell(column).isEmpty();
    }

    /** The cell's text, which must not be empty. */
    public String text(String column) {
        return parse(column, "text", text -> text);
    }

    /** The cell as a number. */
    public double real(String column) {
        return parse(column, "a number", Scalars::real);
    }

    /** The cell as a whole number. */
    public long whole(String column) {
        return parse(column, "a whole number", Scalars::whole);
    }

    /** The cell as {@code true} or {@code false}. */
    public boolean truth(String column) {
        return parse(column, "true or false", Scalars::truth);
    }

    /** The cell as a date. */
    public LocalDate date(String column) {
        return parse(column, "a date such as 2026-01-31", Scalars::date);
    }

    /** The cell as the constant of an enum, by its kebab-case name. */
    public <E extends Enum<E>> E choice(String column, Class<E> enumClass) {
        return parse(column, "one of " + String.join(", ", Scalars.choices(enumClass)),
                text -> enumClass.cast(Scalars.choice(text, enumClass)));
    }

    /** The cell as a number within bounds. */
    public double number(String column, double low, double high, String unit) {
        double number = real(column);
        if (number < low || number > high) {
            throw failure(column, "expected a number " + new Range(low, high).words() + " (" + unit + "), but found "
                    + text(column));
        }
        return number;
    }

    /** The same; a default where the cell is empty or its column absent. */
    public double number(String column, double low, double high, String unit, double def) {
        return isEmpty(column) ? def : number(column, low, high, unit);
    }

    /** The cell as a name that others may refer to. */
    public String name(String column) {
        String text = text(column);
        if (!text.equals(text.strip()) || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            String seen = text.lines().findFirst().orElse("");
            throw failure(column, "expected a name of at most " + LONGEST_NAME
                    + " characters on one line, without spaces around it, but found \"" + seen + "\"");
        }
        return text;
    }

    /** The place of the cell's name in a list. */
    public int place(String column, List<String> names) {
        String text = text(column);
        int place = names.indexOf(text);
        if (place < 0) {
            List<String> some = names.subList(0, Math.min(NAMES_IN_A_MESSAGE, names.size()));
            throw failure(column, "expected one of " + String.join(", ", some)
                    + (names.size() > NAMES_IN_A_MESSAGE ? " (" + names.size() + " in all)" : "") + ", but found \"" + text + "\""
                    + Spelling.hint(text, names));
        }
        return place;
    }

    /** An exception that names this row and the column, for checks that the caller makes himself. */
    public InputException failure(String column, String message) {
        return new InputException(file + ":" + line + ": " + column + ": " + message);
    }

    private <V> V parse(String column, String expected, Function<String, V> parser) {
        String text = cell(column);
        if (text.isEmpty()) {
            throw failure(column, "expected " + expected + ", but the field is empty");
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            String hint = e.getMessage().isEmpty() ? "" : "; " + e.getMessage();
            throw failure(column, "expected " + expected + ", but found \"" + text + "\"" + hint);
        }
    }

    private String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
