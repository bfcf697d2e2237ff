package firesale.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Experiments on clusters. */
@Command(name = "cluster", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Run an experiment on a cluster: submit it to Slurm, see how far it is, or print a script for PBS or Kubernetes.",
        subcommands = {ClusterSubmitCommand.class, ClusterStatusCommand.class, ClusterScriptCommand.class, ClusterWorkCommand.class,
            ClusterMergeCommand.class},
        footer = {"", "Example:  firesale cluster submit experiments/baseline.yaml --dry-run"})
final class ClusterCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** Without a command: the usage, on standard error. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.INPUT;
    }
}
