package firesale.cli;

import firesale.experiment.ArrayIndex;
import firesale.experiment.ExperimentFile;
import firesale.experiment.Work;
import firesale.kernel.parameters.InputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs an experiment. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Run an experiment and write its results.")
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExperimentOptions options;

    @Option(names = "--half-width", paramLabel = "X",
            description = "Add replications until half the width of a 95 %% interval is at most X at every point.")
    private Double halfWidth;

    @Option(names = "--of", paramLabel = "MEASURE", description = "With --half-width: of which measure; by default the file's, "
            + "which is price_discount unless it says otherwise.")
    private String measure;

    @Option(names = "--threads", paramLabel = "N", description = "Worker threads; by default one for each processor.")
    private Integer threads;

    @Option(names = "--out", paramLabel = "DIR", description = "The result folder; by default results/NAME.")
    private Path out;

    @Option(names = "--force", description = "Start anew where the folder holds results of another plan.")
    private boolean force;

    @Option(names = "--shard", paramLabel = "I/N",
            description = "Compute share I of N, beside other processes in the same folder; the last one merges. auto takes I, and N "
                    + "where it is known, from the scheduler's array; auto/N says N.")
    private String shard;

    @Override
    public Integer call() {
        ExperimentFile experiment = options.experiment();
        if (halfWidth != null) {
            experiment = experiment.withPrecision(halfWidth, Optional.ofNullable(measure));
        } else if (measure != null) {
            throw new InputException("--of " + measure + ": needs --half-width X");
        }
        Work work = shard == null ? new Work.Everything() : ArrayIndex.share(shard, System.getenv());
        return RunRequests.carryOut(experiment, Optional.ofNullable(out), Optional.ofNullable(threads), force, work,
                spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
