package firesale.experiment;

import firesale.kernel.parameters.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Finds the row of a run in a table whose rows are in the order of runs and whose first column is the run's number, without
 * reading the table: no row spans lines, so that a few looks at lines in its middle are enough, whatever its size.
 */
final class RowFinder implements AutoCloseable {

    private static final int BLOCK_BYTES = 1 << 13;
    /** No table of the program has longer lines. */
    private static final int LONGEST_LINE_BYTES = 1 << 20;

    private final Path path;
    private final RandomAccessFile file;
    private final long length;
    private final String header;
    private final long rowsFrom;

    /** @throws InputException if it is empty or its first line does not end */
    RowFinder(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "r");
        this.length = file.length();
        String first;
        try {
            first = line(0);
        } catch (IOException | InputException e) {
            file.close();
            throw e;
        }
        this.header = first;
        this.rowsFrom = first == null ? 0 : first.getBytes(StandardCharsets.UTF_8).length + 1;
    }

    /** The first line; null if the file is empty. */
    String header() {
        return header;
    }

    /** The number of the last row; -1 if there are none. */
    long last() throws IOException {
        if (length <= rowsFrom) {
            return -1;
        }
        long start = lineStart(length - 1);
        return number(start);
    }

    /** The row of a run; null if there is none. */
    String row(long run) throws IOException {
        long low = rowsFrom;
        long high = length;
        // the row begins in [low, high), both beginnings of lines
        while (low < high) {
            long middle = lineStart(low + (high - low) / 2);
            long number = number(middle);
            if (number == run) {
                return line(middle);
            } else if (number < run) {
                low = Math.min(length, lineEnd(middle) + 1);
            } else {
                high = middle;
            }
        }
        return null;
    }

    private long number(long lineStart) throws IOException {
        String line = line(lineStart);
        int comma = line.indexOf(',');
        String first = comma < 0 ? line : line.substring(0, comma);
        if (!first.matches("[0-9]{1,18}")) {
            throw damaged(lineStart, "expected a row that begins with the number of a run, but found \"" + shortened(first)
                    + "\"");
        }
        return Long.parseLong(first);
    }

    static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    /** A message with the number of a line, which is counted now. */
    InputException damaged(long lineStart, String expected) throws IOException {
        long lines = 1;
        byte[] block = new byte[BLOCK_BYTES * 16];
        for (long at = 0; at < lineStart;) {
            int read = read(at, block, (int) Math.min(block.length, lineStart - at));
            for (int i = 0; i < read; i++) {
                lines += block[i] == '\n' ? 1 : 0;
            }
            at += read;
        }
        return new InputException(path + ":" + lines + ": " + expected);
    }

    /** The beginning of the line that a byte is part of. */
    private long lineStart(long at) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        for (long end = at; end > 0;) {
            int size = (int) Math.min(BLOCK_BYTES, end);
            read(end - size, block, size);
            for (int i = size - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return end - size + i + 1;
                }
            }
            end -= size;
            requireShort(at, at - end);
        }
        return 0;
    }

    private long lineEnd(long at) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        for (long from = at; from < length;) {
            int size = read(from, block, (int) Math.min(BLOCK_BYTES, length - from));
            for (int i = 0; i < size; i++) {
                if (block[i] == '\n') {
                    return from + i;
                }
            }
            from += size;
            requireShort(at, from - at);
        }
        return length;
    }

    private String line(long start) throws IOException {
        if (start >= length) {
            return null;
        }
        long end = lineEnd(start);
        if (end == length) {
            throw damaged(start, "expected a whole line, but the file ends within it");
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] block = new byte[(int) (end - start)];
        read(start, block, block.length);
        line.writeBytes(block);
        return line.toString(StandardCharsets.UTF_8);
    }

    private void requireShort(long at, long bytes) {
        if (bytes > LONGEST_LINE_BYTES) {
            throw new InputException(path + ": expected a table of runs, but found a line of more than " + LONGEST_LINE_BYTES
                    + " bytes at byte " + at);
        }
    }

    private int read(long from, byte[] into, int bytes) throws IOException {
        file.seek(from);
        file.readFully(into, 0, bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
