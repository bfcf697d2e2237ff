package firesale.cli;

import firesale.kernel.parameters.InputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Nothing here or in the commands loads the model, YAML or JSON before a command needs it. */
@Command(name = "firesale", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Simulates fire sales of seized GPUs: who buys, at what discount, and how deep a repo market would have "
                + "to be.",
        subcommands = {RunCommand.class, ClusterCommand.class, MergeCommand.class, QueryCommand.class, ReportCommand.class,
            AppraiseCommand.class, ClearCommand.class, GuiCommand.class, MasonCommand.class, DescribeCommand.class, ValidateCommand.class,
            CompletionCommand.class},
        synopsisSubcommandLabel = "COMMAND", commandListHeading = "%nCommands:%n", optionListHeading = "%nOptions:%n",
        footer = {"", "Start with:  firesale run experiments/baseline.yaml", "Help for a command:  firesale COMMAND --help"})
public final class Main implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace when something fails.")
    private boolean debug;

    Main() {
    }

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        StandardOutput output = new StandardOutput();
        PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        System.exit(output.exitCode(code, err));
    }

    /**
     * Runs a command.
     *
     * @param out takes results
     * @param err takes everything else
     * @return an {@link ExitCode}
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(CommandLine.defaultFactory(), out, err, arguments);
    }

    /** The same with commands made by another factory. */
    static int run(IFactory commands, PrintWriter out, PrintWriter err, String... arguments) {
        Main main = new Main();
        CommandLine commandLine = new CommandLine(main, commands).setOut(out).setErr(err)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, main.debug, err));
        // MASON's options begin with one hyphen; they are handed on as they are
        commandLine.getSubcommands().get("mason").setUnmatchedOptionsArePositionalParams(true);
        int code;
        try {
            code = commandLine.execute(arguments);
        } catch (Error error) {
            code = failed(error, main.debug, err);
        }
        out.flush();
        err.flush();
        return code;
    }

    /** Without a command: the usage, on standard error. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.INPUT;
    }

    private static int wrongUsage(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("firesale: " + message(exception));
        UnmatchedArgumentException.printSuggestions(exception, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.INPUT;
    }

    private static String message(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            boolean hasCommands = !exception.getCommandLine().getSubcommands().isEmpty();
            return first.startsWith("-") ? "there is no option " + first
                    : hasCommands ? "there is no command " + first : "one argument too many: " + first;
        }
        return exception.getMessage();
    }

    /** Says in one line what went wrong, after the stack trace if that is wanted. */
    static int failed(Throwable failure, boolean debug, PrintWriter err) {
        if (debug) {
            failure.printStackTrace(err);
        }
        if (failure instanceof InputException) {
            err.println(failure.getMessage());
            return ExitCode.INPUT;
        } else if (failure instanceof OutOfMemoryError) {
            err.println("firesale: out of memory; give it more, for example: FIRESALE_JAVA_OPTS=-Xmx1g firesale ...");
            return ExitCode.INTERNAL;
        }
        boolean isWrapped = failure instanceof ExceptionInInitializerError && failure.getCause() != null;
        Throwable cause = isWrapped ? failure.getCause() : failure;
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        err.println("firesale: internal error: " + cause.getClass().getSimpleName() + ": " + message
                + (debug ? "" : "; run again with --debug for the stack trace"));
        return ExitCode.INTERNAL;
    }
}
