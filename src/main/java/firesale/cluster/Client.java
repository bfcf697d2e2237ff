package firesale.cluster;

import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Calls a scheduler's client program with a time-out. */
final class Client {

    private final Duration patience;

    Client(Duration patience) {
        this.patience = patience;
    }

    /**
     * What a program said.
     *
     * @param exit its exit code
     * @param out  its standard output
     * @param err  its standard error, without white space at the ends
     */
    record Answer(int exit, String out, String err) {
    }

    /**
     * Runs a program to its end.
     *
     * @throws UnreachableException if it does not end in time
     * @throws InputException       if there is no such program
     */
    Answer call(List<String> command) throws IOException, InterruptedException {
        // files, not pipes: a long queue would fill a pipe while nobody reads
        Path out = Files.createTempFile("firesale-client", ".out");
        Path err = Files.createTempFile("firesale-client", ".err");
        try {
            Process process = start(command, out, err);
            try {
                process.getOutputStream().close();
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new UnreachableException(command.get(0) + " gave no answer within " + patience.toSeconds() + " s");
                }
                return new Answer(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                        Files.readString(err, StandardCharsets.UTF_8).strip());
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    private static Process start(List<String> command, Path out, Path err) {
        try {
            return new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        } catch (IOException e) {
            throw new InputException("cannot start " + command.get(0)
                    + ": the client programs of Slurm are needed where this is called", e);
        }
    }
}
