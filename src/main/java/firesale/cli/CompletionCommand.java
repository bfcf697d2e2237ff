package firesale.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a completion script. */
@Command(name = "completion", mixinStandardHelpOptions = true,
        description = "Print a completion script for your shell.",
        footer = {"", "For this shell:  source <(firesale completion bash)",
            "zsh runs the same script by its bash compatibility, which the script switches on."})
final class CompletionCommand implements Callable<Integer> {

    /** The shells that can be completed for. */
    enum Shell {
        bash, zsh
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SHELL", defaultValue = "bash",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Shell shell;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(AutoComplete.bash("firesale", spec.root().commandLine()));
        return ExitCode.FINE;
    }
}
