package firesale.experiment.store;

import firesale.kernel.table.Column;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Pieces of SQL as the database wants them. */
final class DuckDbText {

    private DuckDbText() {
    }

    /** A name, whatever is in it. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text, whatever is in it but line breaks. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** Reads a CSV file of ours with the types of its columns, in blocks of so many bytes. */
    static String csv(Table table, Path csv, int blockBytes) {
        String columns = table.columns().stream().map(column -> text(column.name()) + ": " + text(type(column.type())))
                .collect(Collectors.joining(", "));
        return "read_csv([" + text(csv.toAbsolutePath().toString()) + "], columns = {" + columns
                + "}, hive_partitioning = false, auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', "
                + "nullstr = '', buffer_size = " + blockBytes + ", max_line_size = " + blockBytes / 2 + ")";
    }

    /** The database's type. */
    static String type(Column.Type type) {
        return switch (type) {
            case REAL -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
        };
    }
}
