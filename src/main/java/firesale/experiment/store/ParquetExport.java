package firesale.experiment.store;

import firesale.kernel.table.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns a merged CSV table into Parquet. Its bytes depend on the rows alone, because there is one way for every run: one thread,
 * one typed table, one insert, one copy.
 */
public final class ParquetExport {

    private static final String MEMORY_LIMIT = "512MB";

    private ParquetExport() {
    }

    /**
     * Writes the Parquet file, whole or not at all.
     *
     * @param scratch a folder for temporary files; emptied by the caller
     * @throws IOException if it fails, with the database's own words
     */
    public static void write(Table table, Path csv, Path parquet, Path scratch) throws IOException, InterruptedException {
        Path aside = DurableFiles.aside(parquet);
        Process database = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx128m",
                "-Djava.io.tmpdir=" + scratch.toAbsolutePath(),
                "-cp", System.getProperty("java.class.path"), DuckDbScript.class.getName())
                .redirectErrorStream(true).start();
        try {
            feed(database, script(table, csv, aside, scratch));
            int exit = database.waitFor();
            if (exit != 0) {
                throw new IOException("cannot write " + parquet + ": the database ended with " + exit + " and said: "
                        + new String(database.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            }
        } finally {
            database.destroyForcibly();
        }
        DurableFiles.replace(parquet, aside);
    }

    private static void feed(Process database, List<String> script) {
        try {
            // stays open: its end is how the database learns that this process is gone
            OutputStream in = database.getOutputStream();
            in.write((String.join("\n", script) + "\n" + DuckDbScript.END + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            // it ended before it had read everything: its exit code and its words say more than the broken pipe
            return;
        }
    }

    private static List<String> script(Table table, Path csv, Path parquet, Path scratch) {
        String types = table.columns().stream().map(c -> name(c) + " " + type(c)).collect(Collectors.joining(", "));
        String columns = table.columns().stream().map(c -> text(c.name()) + ": " + text(type(c)))
                .collect(Collectors.joining(", "));
        return List.of(
                "SET threads = 1",
                "SET memory_limit = " + text(MEMORY_LIMIT),
                "SET temp_directory = " + text(scratch.toAbsolutePath().toString()),
                "SET autoinstall_known_extensions = false",
                "SET autoload_known_extensions = false",
                "CREATE TABLE merged (" + types + ")",
                "INSERT INTO merged SELECT * FROM read_csv([" + text(csv.toAbsolutePath().toString()) + "], columns = {" + columns
                        + "}, hive_partitioning = false, auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '')",
                "COPY merged TO " + text(parquet.toAbsolutePath().toString()) + " (FORMAT parquet)");
    }

    private static String name(Column<?> column) {
        return '"' + column.name().replace("\"", "\"\"") + '"';
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String type(Column<?> column) {
        return switch (column.type()) {
            case REAL -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
        };
    }
}
