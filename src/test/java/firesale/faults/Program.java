package firesale.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firesale.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The program in processes of its own, through its real command line, and what tests of faults look at. */
final class Program {

    /** 2 points, 750 replications: 6 shards, some seconds on one core. */
    static final String SWEEP = """
            schemaVersion: 1
            name: swept
            question: Does it survive?
            model: {time.weeks: 40, time.runOffWeeks: 10}
            analysis:
              kind: sweep
              replications: 750
              grid: {credit.loan.ltvHigh: [0.8, 0.85]}
            """;

    /** What the promise of equal bytes holds for, beside the shards. */
    static final List<String> PROMISED = List.of("runs.csv", "summary.csv", "summary.txt", "answer.md", "schema.json", "experiment.yaml",
            "runs.parquet");

    private final Path folder;
    private int started;

    /** What a process said and how it ended. */
    record Result(int code, String out, String err) {
    }

    /** A process under way. */
    record Running(Process process, Path out, Path err) {

        Result end() throws InterruptedException {
            assertThat(process.waitFor(300, TimeUnit.SECONDS)).as("ends within five minutes").isTrue();
            return new Result(process.exitValue(), text(out), text(err));
        }

        /** {@code TERM}, {@code INT}, {@code KILL}. */
        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).redirectErrorStream(true).start().waitFor();
        }

        private static String text(Path file) {
            try {
                return Files.isRegularFile(file) ? Files.readString(file) : "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Program(Path folder) {
        this.folder = folder;
    }

    /** A file for experiments. */
    String file(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml).toString();
    }

    Running start(String... arguments) throws IOException {
        return start(List.of(), folder.resolve("out" + started), arguments);
    }

    /** @param jvm options of java */
    Running start(List<String> jvm, Path out, String... arguments) throws IOException {
        Path err = folder.resolve("err" + started++);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return new Running(new ProcessBuilder(command).redirectOutput(Redirect.to(out.toFile())).redirectError(Redirect.to(err.toFile()))
                .start(), out, err);
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(120));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited two minutes").isBefore(patience);
            Thread.sleep(5);
        }
    }

    static Path shard(Path results, int index) {
        return results.resolve("shards/00000/000000" + index + ".runs.csv");
    }

    static void assertSame(Path results, Path expected) throws IOException {
        for (String file : PROMISED) {
            assertThat(results.resolve(file)).as(file).hasSameBinaryContentAs(expected.resolve(file));
        }
        for (int i = 0; Files.exists(shard(expected, i)); i++) {
            assertThat(shard(results, i)).hasSameBinaryContentAs(shard(expected, i));
        }
        assertThat(results.resolve("manifest.json")).content().contains("\"complete\" : true");
        assertThat(results.resolve("scratch")).as("temporary files").doesNotExist();
    }

    /** Skips a test that needs root, unless it is required. */
    static void needsRoot() throws IOException, InterruptedException {
        Process id = new ProcessBuilder("id", "-u").start();
        boolean root = new String(id.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip().equals("0");
        boolean required = Arrays.asList(System.getProperty("firesale.require", "").split(",")).contains("root");
        assertThat(root || !required).as("root is required, to mount small file systems").isTrue();
        assumeTrue(root, "mounting a small file system needs root");
    }

    /** A file system of its own in memory. */
    static final class SmallDisk implements AutoCloseable {

        final Path path;

        SmallDisk(Path path, String size) throws IOException, InterruptedException {
            this.path = Files.createDirectories(path);
            boolean required = Arrays.asList(System.getProperty("firesale.require", "").split(",")).contains("root");
            int code = call("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString());
            assertThat(code == 0 || !required).as("root is required, but a tmpfs cannot be mounted").isTrue();
            assumeTrue(code == 0, "a tmpfs cannot be mounted here");
        }

        void change(String options) throws IOException, InterruptedException {
            assertThat(call("mount", "-o", "remount," + options, path.toString())).isZero();
        }

        private static int call(String... command) throws IOException, InterruptedException {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor();
        }

        @Override
        public void close() throws IOException {
            try {
                call("umount", path.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
