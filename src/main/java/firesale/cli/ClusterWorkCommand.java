package firesale.cli;

import firesale.cluster.ClusterTask;
import firesale.experiment.Experiment;
import firesale.experiment.PlannedExperiment;
import firesale.experiment.RunRequest;
import firesale.experiment.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One task of an array. */
@Command(name = "work", mixinStandardHelpOptions = true, hidden = true,
        description = "Compute the shards of one task of a submission.")
final class ClusterWorkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The result folder.")
    private Path folder;

    @Option(names = "--submission", paramLabel = "NNN", required = true, description = "Which submission.")
    private int submission;

    @Option(names = "--task", paramLabel = "I", description = "Which task, from 1; by default the one that the scheduler says.")
    private Integer task;

    @Override
    public Integer call() throws IOException {
        List<Integer> shards = ClusterTask.shards(folder, submission, Optional.ofNullable(task), System.getenv());
        return Experiment.run(new RunRequest(PlannedExperiment.read(folder).design(folder), folder,
                Runtime.getRuntime().availableProcessors(),
                false, false, new Work.Chosen(shards), finished -> { }), spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
