package firesale.experiment.store;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Columns below each other: numbers to the right with six digits that count, texts to the left, nothing where nothing is known.
 * The first thousand rows decide how wide a column is. On a terminal, long texts are cut and columns that do not fit are left out.
 */
final class RowTable extends RowPrinter {

    private static final int LOOK_AHEAD = 1_000;
    private static final int DIGITS = 6;
    private static final int LONG_TEXT = 40;
    private static final double SMALL = 1e-5;
    private static final double LARGE = 1e15;
    private static final String GAP = "  ";
    private static final String MORE = "...";
    private static final Set<Integer> NUMBERS = Set.of(Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.FLOAT, Types.REAL,
            Types.DOUBLE, Types.DECIMAL, Types.NUMERIC);

    private final int limit;
    private int[] widths;
    private boolean[] right;
    private int shown;

    RowTable(Writer out, int limit) {
        super(out);
        this.limit = limit;
    }

    @Override
    void print(ResultSet rows) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = names(columns);
        right = new boolean[names.size()];
        for (int c = 0; c < right.length; c++) {
            right[c] = NUMBERS.contains(columns.getColumnType(c + 1)) || columns.getColumnTypeName(c + 1).endsWith("HUGEINT");
        }
        List<String[]> first = new ArrayList<>();
        while (first.size() < LOOK_AHEAD && rows.next()) {
            first.add(cells(rows));
        }
        fit(names, first);
        line(names.toArray(String[]::new));
        for (String[] cells : first) {
            line(cells);
        }
        while (rows.next()) {
            line(cells(rows));
        }
        out.flush();
    }

    @Override
    String remark() {
        return shown == right.length ? ""
                : shown + " of " + right.length + " columns fit here: name the ones that you want, or use --format csv";
    }

    private String[] cells(ResultSet rows) throws SQLException {
        String[] cells = new String[right.length];
        for (int c = 0; c < cells.length; c++) {
            Object value = value(rows, c + 1);
            cells[c] = value == null ? "" : value instanceof Double real ? readable(real)
                    : value instanceof Float small ? readable(small) : text(value).replace('\n', ' ');
        }
        return cells;
    }

    /** Six digits that count, all digits before the point, no zeros at the end, an exponent only where it would be long. */
    static String readable(double value) {
        double size = StrictMath.abs(value);
        if (value == 0 || Double.isInfinite(value)) {
            return value == 0 ? "0" : text(value);
        }
        BigDecimal exact = new BigDecimal(value);
        int before = exact.precision() - exact.scale();
        BigDecimal rounded = exact.round(new MathContext(Math.max(DIGITS, Math.min(before, 15)), RoundingMode.HALF_EVEN)).stripTrailingZeros();
        return size < SMALL || size >= LARGE ? rounded.toString() : rounded.toPlainString();
    }

    private void fit(List<String> names, List<String[]> rows) {
        widths = new int[names.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = names.get(c).length();
            for (String[] cells : rows) {
                widths[c] = Math.max(widths[c], cells[c].length());
            }
        }
        shown = widths.length;
        if (limit > 0 && total(shown) > limit) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = right[c] ? widths[c] : Math.min(widths[c], Math.max(LONG_TEXT, names.get(c).length()));
            }
            while (shown > 1 && total(shown) + (shown < widths.length ? GAP.length() + MORE.length() : 0) > limit) {
                shown--;
            }
        }
    }

    private int total(int columns) {
        int total = GAP.length() * (columns - 1);
        for (int c = 0; c < columns; c++) {
            total += widths[c];
        }
        return total;
    }

    private void line(String[] cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < shown; c++) {
            boolean cut = limit > 0 && cells[c].length() > widths[c] && !right[c];
            String cell = cut ? cells[c].substring(0, widths[c] - MORE.length()) + MORE : cells[c];
            String space = " ".repeat(Math.max(0, widths[c] - cell.length()));
            line.append(c == 0 ? "" : GAP).append(right[c] ? space + cell : cell + space);
        }
        if (shown < cells.length) {
            line.append(GAP).append(MORE);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
