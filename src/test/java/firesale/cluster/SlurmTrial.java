package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small sweep, a real Slurm of three nodes, and the real command line between the two. */
final class SlurmTrial {

    static final Duration PATIENCE = Duration.ofSeconds(240);

    final SmallSweep sweep;
    final SlurmMachine slurm;
    private final Path logs;

    SlurmTrial(Path folder) throws IOException, InterruptedException {
        logs = folder.resolve("logs");
        sweep = new SmallSweep(folder);
        slurm = SlurmMachine.up(folder.resolve("slurm"), 3);
    }

    /** Starts {@code cluster submit} for three tasks. */
    Processes.Started submit(String name, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("cluster", "submit", sweep.file().toString(), "--out",
                sweep.results(name).toString(),
                "--tasks", "3", "--time", "5", "--poll", "0.3", "--patience", "4"));
        arguments.addAll(List.of(more));
        return Processes.firesale(logs, slurm.environment(), arguments.toArray(String[]::new));
    }

    /** What {@code cluster status} prints. */
    String status(String name, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("cluster", "status", sweep.results(name).toString()));
        arguments.addAll(List.of(more));
        Processes.Started status = Processes.firesale(logs, slurm.environment(), arguments.toArray(String[]::new));
        status.expect(0, PATIENCE);
        return Files.readString(status.out());
    }

    /** Waits for a waiting submission and fails unless it ends well with the bytes of the plain run. */
    void expectPlainResults(String name, Processes.Started waiting) throws IOException, InterruptedException {
        try {
            waiting.expect(0, PATIENCE);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + slurm.log(), e);
        }
        sweep.assertSameAsPlain(name);
    }

    /** The java of each task of a sweep that is alive. */
    List<ProcessHandle> tasks(String name) {
        String work = "cluster work " + sweep.results(name);
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.info().commandLine().filter(line -> line.contains(work)).isPresent())
                    .filter(process -> SlurmMachine.isAlive(process.pid())).toList();
        }
    }
}
