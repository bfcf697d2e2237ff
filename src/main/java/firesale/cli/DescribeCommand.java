package firesale.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes what can be set and what is measured. */
@Command(name = "describe", mixinStandardHelpOptions = true,
        description = "List the parameters or the measures, or print the JSON Schema of experiment files, or of those of a lot.",
        footer = {"", "Example:  firesale describe parameters ltv"})
final class DescribeCommand implements Callable<Integer> {

    /** What can be described. */
    enum Subject {
        parameters, measures, schema, lot
    }

    /** The forms of a description. */
    enum Format {
        text, csv, json, md
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SUBJECT", defaultValue = "parameters",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Subject subject;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PATTERN", defaultValue = "",
            description = "Only rows whose name or meaning contains this text; * stands for anything.")
    private String pattern;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. A schema is always JSON.")
    private Format format;

    @Override
    public Integer call() throws IOException {
        Descriptions.print(subject, pattern, format, spec.commandLine().getOut());
        return ExitCode.FINE;
    }
}
