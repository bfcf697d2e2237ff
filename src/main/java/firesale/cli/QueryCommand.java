package firesale.cli;

import firesale.experiment.Interruption;
import firesale.experiment.store.DurableFiles;
import firesale.experiment.store.QueryFormat;
import firesale.experiment.store.ResultQuery;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
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
            "  firesale query results/baseline \"SUMMARIZE runs\"",
            "  firesale query results/baseline \"SELECT avg(price_discount) FROM runs\"",
            "  firesale query results/baseline \"FROM meanings WHERE unit = 'USD'\"",
            "The dialect is DuckDB's.",
            "The table meanings has the unit and the meaning of every column of the others."})
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
    public Integer call() throws IOException {
        PrintWriter rows = spec.commandLine().getOut();
        PrintWriter remarks = spec.commandLine().getErr();
        if (out != null) {
            ReportTarget.requireFile(out);
            ReportTarget.requireOutsideOfResults(out);
        }
        Interruption interruption = Interruption.watch(ExitCode.INTERRUPTED);
        try {
            ask(rows, remarks);
            return ExitCode.FINE;
        } catch (InterruptedException e) {
            remarks.println("Interrupted.");
            return ExitCode.INTERRUPTED;
        } finally {
            rows.flush();
            remarks.flush();
            interruption.close();
        }
    }

    private void ask(PrintWriter rows, PrintWriter remarks) throws IOException, InterruptedException {
        ResultQuery query = ResultQuery.of(folder);
        String statement = sql == null ? query.tables() : sql;
        if (!query.isComplete()) {
            remarks.println("warning: " + folder + " is not complete: its tables are those of the last merge");
        }
        if (out == null) {
            query.print(statement, format, Integer.getInteger(COLUMNS, 0), rows, remarks);
        } else {
            write(query, statement, remarks);
        }
    }

    private void write(ResultQuery query, String statement, PrintWriter remarks) throws IOException, InterruptedException {
        Path target = out.toAbsolutePath();
        // a name of its own: two may write at a time, and a file of the user may have the plain one
        Path aside = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
        PrintWriter opened = open(aside);
        try (PrintWriter file = opened) {
            query.print(statement, format, 0, file, remarks);
            if (file.checkError()) {
                throw new IOException(out + " cannot be written: is the disk full?");
            }
            DurableFiles.replace(target, aside);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private PrintWriter open(Path aside) {
        try {
            return new PrintWriter(Files.newBufferedWriter(aside, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new InputException(out + " cannot be written: " + DurableFiles.reason(e)
                    + ": choose another file with --out", e);
        }
    }
}
