package firesale.experiment.store;

import firesale.kernel.parameters.InputException;
import firesale.kernel.table.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the tables of a result folder in SQL. The database may read the tables' files and nothing else, and writes nothing in
 * the folder, which therefore may be read-only; it works in a temporary folder of its own.
 */
public final class ResultQuery {

    private static final String MEMORY_LIMIT = "512MB";
    private static final int BLOCK_BYTES = 1 << 22;
    private static final int BUFFER_CHARS = 1 << 14;
    /** What a process ends with that a signal ended. */
    private static final int SIGINT = 130;
    private static final int SIGTERM = 143;

    private final Path folder;
    private final boolean complete;
    private final List<Source> sources = new ArrayList<>();

    /** A table and the file that it is read from. */
    private record Source(Table table, Path file, boolean parquet) {

        /** As in SQL, where a hyphen would be a minus. */
        String name() {
            return table.name().replace('-', '_');
        }
    }

    private ResultQuery(Path folder, boolean complete, List<Table> tables) {
        this.folder = folder;
        this.complete = complete;
        for (Table table : tables) {
            Path parquet = folder.resolve(table.parquetName());
            Path csv = folder.resolve(table.fileName());
            // while the folder is incomplete, Parquet may be older than its table
            if (Files.exists(parquet) && (complete || !Files.exists(csv))) {
                sources.add(new Source(table, parquet, true));
            } else if (Files.exists(csv)) {
                sources.add(new Source(table, csv, false));
            }
        }
    }

    /**
     * Looks what there is to be asked.
     *
     * @throws InputException if the folder holds no merged results, saying how they come about
     */
    public static ResultQuery of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": there is no such folder; results are in results/NAME or where --out put them");
        }
        Optional<Manifest> manifest = manifest(folder);
        Path schema = folder.resolve("schema.json");
        if (!Files.exists(schema)) {
            throw new InputException(folder + (manifest.isPresent()
                    ? " has no merged tables yet: the run is not over. firesale run goes on with it; firesale merge " + folder
                            + " merges once all shards are there"
                    : " holds no results (no schema.json): firesale run writes them"));
        }
        try {
            ResultQuery query = new ResultQuery(folder, manifest.isPresent() && manifest.get().complete(), SchemaJson.read(schema));
            if (query.sources.isEmpty()) {
                throw new InputException(folder + " has no tables any more: firesale merge " + folder + " makes them again");
            }
            return query;
        } catch (IOException e) {
            throw new InputException(schema + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Manifest> manifest(Path folder) {
        Path file = folder.resolve("manifest.json");
        try {
            return Files.exists(file) ? Optional.of(Manifest.read(file)) : Optional.empty();
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether every run of the plan is in the tables. */
    public boolean isComplete() {
        return complete;
    }

    /** A statement that lists the tables. */
    public String tables() {
        return sources.stream().map(source -> "SELECT " + DuckDbText.text(source.name()) + " AS \"table\", (SELECT count(*) FROM "
                + DuckDbText.name(source.name()) + ") AS \"rows\", " + source.table().columns().size() + " AS \"columns\", "
                + DuckDbText.text(source.file().getFileName().toString()) + " AS \"file\"")
                .collect(Collectors.joining(" UNION ALL "));
    }

    /**
     * Asks and prints, row by row as they come.
     *
     * @param sql   one SELECT
     * @param width characters in a line of a table; 0 if there is no limit
     * @param err   takes remarks
     * @throws InputException if the database refuses the statement, with its own words
     * @throws IOException    if the database cannot be run
     * @throws InterruptedException if the thread was interrupted or the process ends
     */
    public void print(String sql, QueryFormat format, int width, PrintWriter out, PrintWriter err)
            throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("firesale-query-");
        Process database = DuckDbProcess.builder(QueryProgram.class, scratch, format.name(), Integer.toString(width)).start();
        AtomicBoolean ending = new AtomicBoolean();
        Thread hook = new Thread(() -> {
            ending.set(true);
            clear(database, scratch);
        }, "query-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            FutureTask<String> words = read(database.getErrorStream());
            DuckDbProcess.feed(database, script(sql, scratch));
            copy(database, out);
            int exit = database.waitFor();
            String said = words(words);
            // Ctrl-C reaches the database as well, and perhaps first
            if (ending.get() || Thread.interrupted() || exit == SIGINT || exit == SIGTERM) {
                throw new InterruptedException("the query was interrupted");
            }
            if (exit == QueryProgram.REFUSED) {
                throw new InputException(said);
            } else if (exit != 0 && !out.checkError()) {
                throw new IOException("the database ended with " + exit + " and said: " + said);
            } else if (!said.isEmpty()) {
                err.println(said);
            }
        } finally {
            clear(database, scratch);
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook with it
            return;
        }
    }

    private static FutureTask<String> read(InputStream stream) {
        FutureTask<String> reading = new FutureTask<>(() -> new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip());
        Thread thread = new Thread(reading, "database-errors");
        thread.setDaemon(true);
        thread.start();
        return reading;
    }

    private static String words(FutureTask<String> reading) throws InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            return e.getCause().toString();
        }
    }

    /** Ends early if nobody reads any more. */
    private static void copy(Process database, PrintWriter out) throws IOException {
        char[] buffer = new char[BUFFER_CHARS];
        try (Reader rows = new InputStreamReader(database.getInputStream(), StandardCharsets.UTF_8)) {
            for (int n = rows.read(buffer); n >= 0; n = rows.read(buffer)) {
                out.write(buffer, 0, n);
                if (out.checkError()) {
                    database.destroyForcibly();
                    return;
                }
            }
        }
    }

    private static void clear(Process database, Path scratch) {
        database.destroyForcibly();
        try {
            database.waitFor();
            List<Path> files;
            try (Stream<Path> walk = Files.walk(scratch)) {
                files = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // temporary files of a temporary folder: the system removes them one day
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What makes the tables known and the rest of the machine unknown; then, after an empty line, the statement. */
    List<String> script(String sql, Path scratch) {
        List<String> script = new ArrayList<>(List.of(
                "SET memory_limit = '" + MEMORY_LIMIT + "'",
                "SET temp_directory = " + DuckDbText.text(scratch.toAbsolutePath().toString()),
                "SET autoinstall_known_extensions = false",
                "SET autoload_known_extensions = false",
                "SET enable_progress_bar = false",
                "SET allowed_paths = [" + sources.stream().map(source -> DuckDbText.text(path(source))).collect(Collectors.joining(", "))
                        + "]",
                "SET enable_external_access = false"));
        for (Source source : sources) {
            script.add("CREATE VIEW " + DuckDbText.name(source.name()) + " AS SELECT * FROM " + (source.parquet()
                    ? "read_parquet(" + DuckDbText.text(path(source)) + ", hive_partitioning = false)"
                    : DuckDbText.csv(source.table(), source.file(), BLOCK_BYTES)));
        }
        script.add(meanings());
        script.add("SET lock_configuration = true");
        script.add("");
        script.add(sql);
        return script;
    }

    private static String path(Source source) {
        return source.file().toAbsolutePath().toString();
    }

    /** The view {@code meanings}: a row for each column of each table. */
    private String meanings() {
        List<String> rows = new ArrayList<>();
        for (Source source : sources) {
            for (Column<?> column : source.table().columns()) {
                rows.add(Stream.of(source.name(), column.name(), DuckDbText.type(column.type()), column.unit(), column.meaning())
                        .map(text -> DuckDbText.text(text.replace('\n', ' '))).collect(Collectors.joining(", ", "(", ")")));
            }
        }
        return "CREATE VIEW meanings AS SELECT * FROM (VALUES " + String.join(", ", rows)
                + ") AS described(\"table\", \"column\", \"type\", \"unit\", \"meaning\")";
    }
}
