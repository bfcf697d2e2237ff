package firesale.cli;

import firesale.experiment.ExperimentFile;
import firesale.experiment.Work;
import firesale.kernel.parameters.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Merges shards that were computed elsewhere or earlier. */
@Command(name = "merge", mixinStandardHelpOptions = true,
        description = "Merge the shards of a result folder: tables, summary, Parquet and charts. Runs nothing.",
        footer = {"", "Example:  firesale merge results/baseline",
            "Refused if a shard is missing or damaged; firesale run computes what is missing and merges too."})
final class MergeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The result folder, such as results/baseline.")
    private Path folder;

    @Override
    public Integer call() {
        Path file = folder.resolve("experiment.yaml");
        if (!Files.exists(file)) {
            throw new InputException(Files.isDirectory(folder)
                    ? folder + " has no experiment.yaml: nothing was run there"
                    : folder + ": there is no such folder; results are in results/NAME or where --out put them");
        }
        return RunRequests.carryOut(ExperimentFile.read(file), folder, 1, false, new Work.Merge(), spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }
}
