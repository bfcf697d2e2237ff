package firesale.experiment.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns merged CSV tables into Parquet. The bytes depend on the rows alone, because there is one way for every run: one thread
 * reads the merged file in blocks of a fixed size and writes groups of a fixed number of rows. Neither the limit on memory nor the
 * number of rows changes how much memory that takes.
 */
public final class ParquetExport {

    /** Far more than the rows of a group take; what is left would go to the scratch folder. */
    private static final String MEMORY_LIMIT = "200MB";

    /** A group is held in memory: of 400 columns, 33 MB. Readers want groups no smaller than this. */
    private static final int ROWS_IN_GROUP = 10_240;

    private static final int BLOCK_BYTES = 1 << 22;

    private ParquetExport() {
    }

    /**
     * A merged table.
     *
     * @param table   its columns
     * @param csv     where it is
     * @param parquet where it shall be as Parquet
     */
    public record Merged(Table table, Path csv, Path parquet) {
    }

    /**
     * Writes each table's Parquet file, whole or not at all; durable only after {@link DurableFiles#force}.
     *
     * @param scratch a folder for temporary files; emptied by the caller
     * @throws IOException if it fails, with the database's own words
     */
    public static void write(List<Merged> tables, Path scratch) throws IOException, InterruptedException {
        List<String> script = new ArrayList<>(List.of(
                "SET threads = 1",
                "SET memory_limit = '" + MEMORY_LIMIT + "'",
                "SET temp_directory = " + DuckDbText.text(scratch.toAbsolutePath().toString()),
                "SET autoinstall_known_extensions = false",
                "SET autoload_known_extensions = false"));
        tables.forEach(merged -> script.add(copy(merged)));
        Process database = DuckDbProcess.builder(DuckDbScript.class, scratch).redirectErrorStream(true).start();
        try {
            DuckDbProcess.feedAndStay(database, script);
            int exit = database.waitFor();
            if (exit != 0) {
                String files = tables.stream().map(merged -> merged.parquet().toString()).collect(Collectors.joining(", "));
                throw new IOException("cannot write " + files + ": the database ended with " + exit + " and said: "
                        + new String(database.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            }
        } finally {
            database.destroyForcibly();
        }
        for (Merged merged : tables) {
            DurableFiles.put(merged.parquet(), DurableFiles.aside(merged.parquet()));
        }
    }

    private static String copy(Merged merged) {
        return "COPY (SELECT * FROM " + DuckDbText.csv(merged.table(), merged.csv(), BLOCK_BYTES) + ") TO "
                + DuckDbText.text(DurableFiles.aside(merged.parquet()).toAbsolutePath().toString())
                + " (FORMAT parquet, ROW_GROUP_SIZE " + ROWS_IN_GROUP + ")";
    }
}
