package firesale.kernel.table;

import com.fasterxml.jackson.core.io.NumberInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a CSV file that this program wrote, field by field, for tables of millions of rows: nothing is made of a field that
 * nobody asks for. A line break always ends a row; quotes enclose whole fields.
 */
public final class CsvScan implements AutoCloseable {

    private static final int BLOCK_BYTES = 1 << 18;

    /**
     * So many digits, and as many powers of ten, a double holds exactly; the quotient of two exact numbers is rounded once, hence
     * right.
     */
    private static final int EXACT_DIGITS = 15;

    private final InputStream in;
    private byte[] buffer;
    private char[] digits = new char[32];
    /** The row is from {@code next} to {@code rowEnd}; what was read goes on to {@code filled}. */
    private int filled;
    private int rowEnd = -1;
    private int next;
    private int from;
    private int to;
    private boolean quoted;

    /** @throws IOException if the file cannot be opened */
    public CsvScan(Path file) throws IOException {
        this(Files.newInputStream(file), BLOCK_BYTES);
    }

    CsvScan(InputStream in, int blockBytes) {
        this.in = in;
        this.buffer = new byte[blockBytes];
    }

    /**
     * Goes to the next row, before its first field; the header is a row too.
     *
     * @return false if there is none
     */
    public boolean nextRow() throws IOException {
        int start = Math.min(rowEnd + 1, filled);
        int end = find(start);
        while (end < 0) {
            int seen = filled - start;
            if (!fill(start)) {
                if (seen == 0) {
                    return false;
                }
                end = seen;
                start = 0;
                break;
            }
            start = 0;
            end = find(seen);
        }
        next = start;
        rowEnd = end;
        return true;
    }

    private int find(int start) {
        for (int at = start; at < filled; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** Moves what begins at a place to the front and reads more behind it. */
    private boolean fill(int start) throws IOException {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read > 0;
    }

    /**
     * Goes to the next field of the row.
     *
     * @throws IOException if the row has no more
     */
    public void nextField() throws IOException {
        if (next > rowEnd) {
            throw new IOException("a row has too few fields: " + new String(buffer, 0, Math.min(filled, 200), StandardCharsets.UTF_8));
        }
        int at = next;
        quoted = at < rowEnd && buffer[at] == '"';
        if (quoted) {
            from = at + 1;
            at++;
            while (at < rowEnd && (buffer[at] != '"' || at + 1 < rowEnd && buffer[at + 1] == '"')) {
                at += buffer[at] == '"' ? 2 : 1;
            }
            to = Math.min(at, rowEnd);
            at++;
        } else {
            from = at;
            while (at < rowEnd && buffer[at] != ',') {
                at++;
            }
            to = at;
        }
        next = at + 1;
    }

    /** Whether the field holds nothing. */
    public boolean isMissing() {
        return from == to;
    }

    /** The field's text, its quotes taken off; empty if missing. */
    public String text() {
        String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        return quoted ? text.replace("\"\"", "\"") : text;
    }

    /** Whether the field is {@code true}. */
    public boolean isTrue() {
        return to - from == 4 && buffer[from] == 't';
    }

    /**
     * The field as a whole number.
     *
     * @throws NumberFormatException if it is none
     */
    public long whole() {
        return Long.parseLong(text());
    }

    /**
     * The field as a number, the same bits as {@link Double#parseDouble}; NaN if missing.
     *
     * @throws NumberFormatException if it is none
     */
    public double real() {
        if (from == to) {
            return Double.NaN;
        }
        int first = buffer[from] == '-' ? from + 1 : from;
        if (to - first > EXACT_DIGITS + 1) {
            return slowly();
        }
        long mantissa = 0;
        int count = 0;
        boolean point = false;
        long scale = 1;
        for (int at = first; at < to; at++) {
            int digit = buffer[at] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = 10 * mantissa + digit;
                count++;
                scale *= point ? 10 : 1;
            } else if (buffer[at] == '.' && !point) {
                point = true;
            } else {
                return slowly();
            }
        }
        if (count == 0 || count > EXACT_DIGITS) {
            return slowly();
        }
        double size = (double) mantissa / scale;
        return buffer[from] == '-' ? -size : size;
    }

    private double slowly() {
        int length = to - from;
        if (length > digits.length) {
            digits = new char[length];
        }
        for (int i = 0; i < length; i++) {
            digits[i] = (char) (buffer[from + i] & 0xff);
        }
        return NumberInput.parseDouble(digits, 0, length, true);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
