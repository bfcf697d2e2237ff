package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that end amid their runs, and several at the same time. */
class ProcessesTest {

    @TempDir
    Path temp;

    /** The experiment in a process of its own: folder, milliseconds a run takes, then the share if it computes but one. */
    static final class Child {

        public static void main(String[] arguments) {
            Fake fake = experiment();
            fake.beforeRun = seed -> {
                try {
                    Thread.sleep(Long.parseLong(arguments[1]));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
            if (arguments.length > 2) {
                fake.share = new Work.Share(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            }
            System.exit(fake.run(Path.of(arguments[0]), new PrintWriter(System.err, true)));
        }
    }

    private static Fake experiment() {
        Fake fake = new Fake(0, 1);
        fake.replications = 300;
        fake.threads = 2;
        return fake;
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Child.class.getName(), temp.resolve("cut").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(Redirect.appendTo(temp.resolve("err").toFile())).start();
    }

    private Process startAndAwaitShards() throws IOException, InterruptedException {
        Process child = start("20");
        Path shard = temp.resolve("cut/shards/00000/0000003.runs.csv");
        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (!Files.exists(shard) && Instant.now().isBefore(patience)) {
            Thread.sleep(20);
        }
        assertThat(shard).exists();
        return child;
    }

    private void assertResumedEqualsWhole() throws IOException {
        assertThat(experiment().run(temp.resolve("cut"))).isEqualTo(3);
        assertThat(temp.resolve("cut/shards/unfinished")).doesNotExist();
        assertCutEqualsWhole();
    }

    private void assertCutEqualsWhole() throws IOException {
        assertThat(experiment().run(temp.resolve("whole"))).isEqualTo(3);
        for (String file : new String[] {"runs.csv", "sales.csv", "summary.csv", "manifest.json"}) {
            assertThat(temp.resolve("cut").resolve(file)).hasSameBinaryContentAs(temp.resolve("whole").resolve(file));
        }
    }

    @Test
    void killedAndResumedEqualsUninterrupted() throws IOException, InterruptedException {
        startAndAwaitShards().destroyForcibly().waitFor();
        assertThat(temp.resolve("cut/runs.csv")).doesNotExist();
        assertResumedEqualsWhole();
    }

    @Test
    void terminatedProcessTidiesUpAndSaysHowToGoOn() throws IOException, InterruptedException {
        Process child = startAndAwaitShards();
        child.destroy();
        assertThat(child.waitFor()).isEqualTo(130);
        assertThat(Files.readString(temp.resolve("err"))).contains("Interrupted.", "the same command goes on from them");
        assertThat(temp.resolve("cut/shards/unfinished")).isEmptyDirectory();
        assertResumedEqualsWhole();
    }

    /** The second share is computed twice, as after a network that came back. */
    @Test
    void sharesAtTheSameTimeEqualAPlainRun() throws IOException, InterruptedException {
        List<Process> children = List.of(start("1", "1", "2"), start("1", "2", "2"), start("1", "2", "2"));
        for (Process child : children) {
            assertThat(child.waitFor()).as(Files.readString(temp.resolve("err"))).isIn(0, 3);
        }
        assertCutEqualsWhole();
    }

    @Test
    void aFolderInUseIsRefused() throws IOException, InterruptedException {
        Process child = startAndAwaitShards();
        Fake plain = experiment();
        assertThat(plain.run(temp.resolve("cut"))).isEqualTo(2);
        assertThat(plain.err.toString()).contains("is in use by another run");
        child.destroyForcibly().waitFor();
    }
}
