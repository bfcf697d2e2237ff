package firesale.cli;

import firesale.experiment.store.DurableFiles;
import firesale.experiment.store.QueryFormat;
import firesale.experiment.store.ResultQuery;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks results in SQL. */
@Command(name = "query", mixinStandardHelpOptions = true, description = "Ask the tables of a result folder in SQL.",
        footer = {"", "Examples:",
            "  firesale query results/baseline",
            "  firesale query results/baseline \"SELECT avg(price_discount) AS mean, count(*) AS runs FROM runs WHERE gpus_seized > 0\"",
            "  firesale query results/baseline \"SELECT * FROM meanings WHERE meaning ILIKE '%%reserve%%'\"",
            "The dialect is DuckDB's. The table meanings has the unit and the meaning of every column of the others."})
final class QueryCommand implements Callable<Integer> {

    /** Set by the launcher where standard output is a terminal. */
    private static final String COLUMNS = "firesale.columns";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, such as results/baseline.")
    private Path folder;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SQL", description = "One SELECT; without it, the tables are listed.")
    private String sql;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private QueryFormat format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file, whole or not at all.")
    private Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ResultQuery query = ResultQuery.of(folder);
        String statement = sql == null ? query.tables() : sql;
        if (!query.isComplete()) {
            spec.commandLine().getErr().println("warning: " + folder + " is not complete: its tables are those of the last merge");
        }
        if (out == null) {
            query.print(statement, format, Integer.getInteger(COLUMNS, 0), spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        } else {
            write(query, statement);
        }
        return ExitCode.FINE;
    }

    private void write(ResultQuery query, String statement) throws IOException, InterruptedException {
        Path target = out.toAbsolutePath();
        Path aside = DurableFiles.aside(target);
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(aside, StandardCharsets.UTF_8))) {
            query.print(statement, format, 0, file, spec.commandLine().getErr());
            if (file.checkError()) {
                throw new IOException(out + " cannot be written: is the disk full?");
            }
            DurableFiles.replace(target, aside);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
