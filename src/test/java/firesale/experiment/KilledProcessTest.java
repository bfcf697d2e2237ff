package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends amid its runs, and the run after it. */
class KilledProcessTest {

    @TempDir
    Path temp;

    /** The experiment of the child process, slow enough to be killed. */
    static final class Child {

        public static void main(String[] arguments) {
            Fake fake = experiment();
            fake.beforeRun = seed -> {
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
            System.exit(fake.run(Path.of(arguments[0]), new PrintWriter(System.err, true)));
        }
    }

    private static Fake experiment() {
        Fake fake = new Fake(0, 1);
        fake.replications = 1_000;
        fake.threads = 2;
        return fake;
    }

    private Process startAndAwaitShards() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Child.class.getName(), temp.resolve("cut").toString())
                .redirectError(temp.resolve("err").toFile()).start();
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
        assertThat(experiment().run(temp.resolve("whole"))).isEqualTo(3);
        for (String file : new String[] {"runs.csv", "sales.csv", "summary.csv", "manifest.json"}) {
            assertThat(temp.resolve("cut").resolve(file)).hasSameBinaryContentAs(temp.resolve("whole").resolve(file));
        }
        assertThat(temp.resolve("cut/shards/unfinished")).doesNotExist();
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
}
