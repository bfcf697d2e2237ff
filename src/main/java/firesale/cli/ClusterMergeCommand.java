package firesale.cli;

import firesale.cluster.ClusterTask;
import firesale.experiment.ExperimentFile;
import firesale.experiment.PlannedExperiment;
import firesale.experiment.Work;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Merges the shards of a sweep; called by the job that waits for its tasks. */
@Command(name = "merge", mixinStandardHelpOptions = true, hidden = true,
        description = "Merge the shards of a sweep, after a minute's patience with a slow file system.")
final class ClusterMergeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The result folder.")
    private Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ClusterTask.awaitLateShards(folder);
        return merge(folder, spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** Merges, or prints what was merged before; returns the exit code. */
    static int merge(Path folder, PrintWriter out, PrintWriter err) {
        ExperimentFile experiment = PlannedExperiment.read(folder);
        return RunRequests.carryOut(experiment, folder, 1, false, new Work.Merge(), out, err);
    }
}
