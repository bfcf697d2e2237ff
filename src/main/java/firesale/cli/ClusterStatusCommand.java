package firesale.cli;

import firesale.cluster.Slurm;
import firesale.cluster.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how far a sweep is. */
@Command(name = "status", mixinStandardHelpOptions = true,
        description = "Say how far an experiment is, by the shards in its result folder, and what the queue says of it.")
final class ClusterStatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The result folder.")
    private Path folder;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Status status = Status.of(folder, new Slurm());
        spec.commandLine().getOut().print(json ? status.json() : status.text());
        return ExitCode.FINE;
    }
}
