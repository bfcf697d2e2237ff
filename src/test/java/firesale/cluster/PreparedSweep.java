package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.Experiment;
import firesale.experiment.ExperimentFile;
import firesale.experiment.PlannedExperiment;
import firesale.experiment.RunRequest;
import firesale.experiment.Work;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A real plan of four shards in a folder; tests put its shards there as if tasks had computed them. */
final class PreparedSweep {

    static final int SHARDS = 4;

    private final Path computed;
    private final ExperimentFile experiment;

    PreparedSweep(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("tiny.yaml"), """
                schemaVersion: 1
                name: tiny
                question: What is there?
                model:
                  credit.borrowers.count: 0
                  time.weeks: 1
                  time.runOffWeeks: 1
                analysis:
                  kind: run
                  replications: 1000
                  record: []
                """);
        experiment = ExperimentFile.read(file);
        computed = folder.resolve("computed");
        StringWriter said = new StringWriter();
        int code = Experiment.run(new RunRequest(experiment.design(computed), computed, 2, false, false,
                new Work.Chosen(IntStream.range(0, SHARDS).boxed().toList()), done -> { }), new PrintWriter(said),
                        new PrintWriter(said));
        assertThat(code).as(said.toString()).isZero();
    }

    PlannedExperiment planned(Path results) {
        return new PlannedExperiment(experiment.design(results), results);
    }

    static Path shard(Path results, int index) {
        return results.resolve("shards/00000/000000" + index + ".runs.csv");
    }

    /** What a task does. */
    void publish(Path results, int... shards) {
        try {
            for (int shard : shards) {
                Files.createDirectories(shard(results, shard).getParent());
                Files.copy(shard(computed, shard), shard(results, shard));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
