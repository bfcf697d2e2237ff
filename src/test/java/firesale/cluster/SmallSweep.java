package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real experiment of eight shards: an operator's machines are sold in two markets. With its plain results, to which every
 * other way must come.
 */
final class SmallSweep {

    static final int SHARDS = 8;

    private static final String YAML = """
            schemaVersion: 1
            name: small-sale
            question: Do the bytes agree?
            model:
              credit.borrowers.count: 0
              time.weeks: 4
              time.runOffWeeks: 8
              credit.seizures.fleet-1: {week: 3, machine: H100-SXM-HGX-air, gpus: 6000}
            analysis:
              kind: sweep
              replications: 1000
              grid:
                buyers.rackScale: [0.2, 1]
            """;
    private static final List<String> COMPARED = List.of("runs.csv", "runs.parquet", "summary.csv");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path folder;
    private final Path file;

    /** Writes the experiment and runs it in the plain way. */
    SmallSweep(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.file = Files.writeString(folder.resolve("small-sale.yaml"), YAML);
        run("plain").expect(0, PATIENCE);
        assertThat(published("plain")).isEqualTo(SHARDS);
        assertThat(Files.readAllLines(results("plain").resolve("runs.csv"))).hasSize(2001).noneMatch(line -> line.contains(",failed,"));
    }

    Path file() {
        return file;
    }

    Path results(String name) {
        // a space, as people have them
        return folder.resolve("results of").resolve(name);
    }

    /** Starts the plain command on one thread. */
    Processes.Started run(String name) throws IOException {
        return Processes.firesale(folder.resolve("logs"), Map.of(), "run", file.toString(), "--out", results(name).toString(),
                "--threads", "1");
    }

    /** How many shards there are. */
    int published(String name) {
        Path shards = results(name).resolve("shards/00000");
        if (!Files.isDirectory(shards)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(shards)) {
            return (int) files.filter(shard -> shard.toString().endsWith(".runs.csv")).count();
        } catch (IOException e) {
            return 0;
        }
    }

    void awaitShards(String name, int shards) throws InterruptedException {
        Processes.await(shards + " shards", PATIENCE, () -> published(name) >= shards);
    }

    /** Fails unless the results are those of the plain run, byte for byte. */
    void assertSameAsPlain(String name) throws IOException {
        for (String compared : COMPARED) {
            Path one = results("plain").resolve(compared);
            Path other = results(name).resolve(compared);
            assertThat(other).exists();
            assertThat(Files.mismatch(one, other)).as("first byte of %s that differs", compared).isEqualTo(-1);
        }
    }
}
