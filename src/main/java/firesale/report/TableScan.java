package firesale.report;

import firesale.kernel.table.CsvLine;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads some columns of a large CSV file, one row at a time, one row a line as the result store writes it. Memory does not
 * grow with the file.
 */
public final class TableScan implements Closeable {

    private final Path file;
    private final BufferedReader reader;
    private final int[] places;
    private final int[] ends = new int[512];
    private String line;
    private List<String> quotedFields;

    private TableScan(Path file, BufferedReader reader, String... columns) throws IOException {
        this.file = file;
        this.reader = reader;
        String header = reader.readLine();
        List<String> names = header == null ? List.of() : CsvLine.split(header);
        places = Arrays.stream(columns).mapToInt(names::indexOf).toArray();
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0) {
                throw new IOException(file.getFileName() + " has no column " + columns[i]);
            }
        }
    }

    /**
     * Opens a table before its first row.
     *
     * @param columns the columns that are wanted; the reading methods take an index into them
     * @throws IOException if the file cannot be read or lacks a column
     */
    public static TableScan open(Path file, String... columns) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        try {
            return new TableScan(file, reader, columns);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** Moves to the next row; false at the end. */
    public boolean next() throws IOException {
        line = reader.readLine();
        if (line == null || line.isEmpty()) {
            return false;
        }
        quotedFields = line.indexOf('"') < 0 ? null : CsvLine.split(line);
        if (quotedFields == null) {
            findEnds();
        }
        return true;
    }

    private void findEnds() {
        int fields = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', comma + 1)) {
            ends[fields++] = comma;
        }
        ends[fields] = line.length();
        Arrays.fill(ends, fields + 1, ends.length, line.length());
    }

    /** The cell's text; empty if missing. */
    public String text(int column) {
        int place = places[column];
        if (quotedFields != null) {
            return place < quotedFields.size() ? quotedFields.get(place) : "";
        }
        int start = place == 0 ? 0 : Math.min(ends[place - 1] + 1, line.length());
        return line.substring(start, ends[place]);
    }

    /**
     * The cell as a number; NaN if missing.
     *
     * @throws IOException if it is no number
     */
    public double real(int column) throws IOException {
        String text = text(column);
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IOException(file.getFileName() + ": expected a number, but found \"" + text + "\"", e);
        }
    }

    /**
     * The cell as a whole number.
     *
     * @throws IOException if it is none
     */
    public int whole(int column) throws IOException {
        String text = text(column);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IOException(file.getFileName() + ": expected a whole number, but found \"" + text + "\"", e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
