package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The real command line in processes of its own. */
final class Processes {

    private static final List<String> TEST_ONLY =
            List.of("test-classes", "junit", "assertj", "archunit", "fabric8", "kubernetes", "opentest4j", "apiguardian",
                    "byte-buddy", "slf4j",
                    "surefire", "snakeyaml-engine");

    private Processes() {
    }

    /**
     * A process and where its words go.
     *
     * @param process it
     * @param out     its standard output
     * @param err     its standard error
     */
    record Started(Process process, Path out, Path err) {

        /** Waits for the end, and fails with all that was said if it is another than expected or too late. */
        void expect(int exit, Duration patience) throws IOException, InterruptedException {
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
                fail("not over after " + patience + "\n" + words());
            }
            assertThat(process.exitValue()).as(words()).isEqualTo(exit);
        }

        String words() throws IOException {
            return "out:\n" + Files.readString(out) + "\nerr:\n" + Files.readString(err);
        }
    }

    /** What a user's class path would be. */
    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> TEST_ONLY.stream().noneMatch(entry::contains)).collect(Collectors.joining(File.pathSeparator));
    }

    /** Starts the program. */
    static Started firesale(Path logs, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData", "-XX:+UseSerialGC", "-Xmx256m", "-cp", classPath(), "firesale.cli.Main"));
        command.addAll(List.of(arguments));
        return start(logs, environment, command);
    }

    static Started start(Path logs, Map<String, String> environment, List<String> command) throws IOException {
        Files.createDirectories(logs);
        Path out = Files.createTempFile(logs, "process", ".out");
        Path err = Files.createTempFile(logs, "process", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err);
    }

    /** Looks again and again until something is so; fails after a time. */
    static void await(String what, Duration patience, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail(what + ": not within " + patience);
            }
            Thread.sleep(20);
        }
    }

    /** The bytes of a result file as text, so that a difference is shown. */
    static String bytes(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
