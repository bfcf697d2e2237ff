package firesale.cli;

import firesale.kernel.parameters.InputException;
import firesale.validation.Check;
import firesale.validation.CheckResult;
import firesale.validation.Theory;
import firesale.validation.Validation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the program against theory. */
@Command(name = "validate", mixinStandardHelpOptions = true,
        description = "Check auctions, bargains and prices against published results.",
        footer = {"", "Example:  firesale validate --only reserve",
            "Exit code 0 if all checks hold, 4 if some fail. A check holds if |z| is below 4."})
final class ValidateCommand implements Callable<Integer> {

    /** The forms of a result. */
    enum Format {
        text, csv, json
    }

    private final Supplier<List<Check>> theory;

    @Spec
    private CommandSpec spec;

    @Option(names = "--only", paramLabel = "PATTERN", defaultValue = "",
            description = "Only checks whose topic or name contains this text; * stands for anything.")
    private String pattern;

    @Option(names = "--draws", paramLabel = "N", defaultValue = "100000",
            description = "Draws of each check; default ${DEFAULT-VALUE}.")
    private int draws;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the draws; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    ValidateCommand() {
        this(Theory::checks);
    }

    /** @param theory the checks to choose from */
    ValidateCommand(Supplier<List<Check>> theory) {
        this.theory = theory;
    }

    @Override
    public Integer call() throws IOException {
        if (draws < 2) {
            throw new InputException("--draws: expected a whole number of at least 2, but found " + draws);
        }
        Pattern wanted = Tables.pattern(pattern);
        List<Check> checks = theory.get().stream().filter(check -> check.matches(wanted)).toList();
        if (checks.isEmpty()) {
            throw new InputException("firesale validate: no check contains \"" + pattern + "\"");
        }
        return print(new Validation(draws, seed).run(checks, Runtime.getRuntime().availableProcessors()));
    }

    private int print(List<CheckResult> results) throws IOException {
        switch (format) {
            case text -> spec.commandLine().getOut().print(Verdicts.text(results));
            case csv -> Tables.csv(CheckResult.columns(), results, spec.commandLine().getOut());
            case json -> Tables.json(CheckResult.columns(), results, spec.commandLine().getOut());
        }
        return Verdicts.exitCode(results);
    }
}
