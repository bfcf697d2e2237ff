package firesale.cli;

import firesale.experiment.ExperimentFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An experiment file and what the command line lays over it. */
final class ExperimentOptions {

    @Parameters(paramLabel = "FILE", description = "The experiment file, such as experiments/baseline.yaml.")
    private Path file;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed than the file's.")
    private Long seed;

    @Option(names = "--set", paramLabel = "KEY=VALUE",
            description = "Set a model parameter, over the file and its variants; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--replications", paramLabel = "N", description = "Another number of runs for each point.")
    private Integer replications;

    @Option(names = "--record", paramLabel = "WHAT", split = ",", arity = "1",
            description = "What to write down beside the measures: sales, auctions, schedules, weeks, events, depth, repo, fleets, or "
                    + "none; comma-separated.")
    private List<String> record;

    /** The experiment as it is asked for. */
    ExperimentFile experiment() {
        return Overrides.apply(ExperimentFile.read(file), settings, seed, replications, record);
    }

    Path file() {
        return file;
    }

    /** The options as they would be given to {@code firesale run}, without the file. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        settings.forEach(setting -> words.addAll(List.of("--set", setting)));
        if (seed != null) {
            words.addAll(List.of("--seed", Long.toString(seed)));
        }
        if (replications != null) {
            words.addAll(List.of("--replications", Integer.toString(replications)));
        }
        if (record != null) {
            words.addAll(List.of("--record", String.join(",", record)));
        }
        return words;
    }
}
