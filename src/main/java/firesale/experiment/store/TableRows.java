package firesale.experiment.store;

import firesale.kernel.table.Column;
import firesale.kernel.table.CsvLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The rows of a recorded table in the order of runs, read afresh at each pass so that none needs to be held. */
public final class TableRows {

    private final Path file;
    private final List<String> columns;

    public TableRows(Path file, Table table) {
        this.file = file;
        this.columns = table.columns().stream().map(Column::name).toList();
    }

    /** One row: its cells by the name of their column. */
    public final class Row {

        private final List<String> fields;

        private Row(List<String> fields) {
            this.fields = fields;
        }

        /**
         * The cell's text; empty if missing.
         *
         * @throws IllegalArgumentException if there is no such column
         */
        public String text(String column) {
            int place = columns.indexOf(column);
            if (place < 0) {
                throw new IllegalArgumentException(file.getFileName() + " has no column " + column);
            }
            return fields.get(place);
        }

        /** The cell as a number; NaN if missing. */
        public double real(String column) {
            String text = text(column);
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        }

        /** The cell as a whole number. */
        public int whole(String column) {
            return Integer.parseInt(text(column));
        }
    }

    /** Hands over each row, those of run 0 first. */
    public void forEach(Consumer<Row> consumer) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                consumer.accept(new Row(CsvLine.split(line)));
            }
        }
    }
}
