package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.experiment.ExperimentFile;
import firesale.kernel.parameters.InputException;
import firesale.model.Checkpoint;
import firesale.model.FireSale;
import firesale.model.Recording;
import firesale.model.RunOutcome;
import firesale.model.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sim.engine.SimState;

/** The model in MASON's own loop, and checkpoints. */
class MasonLoopTest {

    private static final String BASELINE = "experiments/baseline.yaml";
    private static final String REPLAY = "experiments/replay.yaml";

    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {
    }

    private static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Result(code, out.toString(), err.toString());
    }

    /** The command in a JVM of its own: MASON's loop ends the JVM. */
    private Result runApart(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int code = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
        return new Result(code, Files.readString(out), Files.readString(err));
    }

    private static FireSale fresh(String file, long seed) {
        return new FireSale(Scenario.of(ExperimentFile.read(Path.of(file)).points().get(0).parameters()), seed,
                EnumSet.noneOf(Recording.class));
    }

    private Path saved(String file, long seed, int weeks) {
        FireSale run = fresh(file, seed);
        run.start();
        for (int i = 0; i < weeks; i++) {
            run.schedule.step(run);
        }
        Path checkpoint = folder.resolve(seed + "-" + weeks + ".checkpoint");
        run.writeToCheckpoint(checkpoint.toFile());
        return checkpoint;
    }

    private static RunOutcome toTheEnd(FireSale run) {
        while (run.schedule.step(run)) {
            continue;
        }
        return run.outcome();
    }

    @Test
    void aJobOfMasonsLoopGivesTheNumbersOfTheModel() throws IOException, InterruptedException {
        Result result = runApart("mason", BASELINE, "-seed", "7", "-repeat", "2", "-quiet");
        List<String> lines = result.out.lines().toList();
        assertThat(result.code).isEqualTo(ExitCode.FINE);
        assertThat(lines).hasSize(3);
        for (int job = 0; job < 2; job++) {
            RunOutcome expected = FireSale.simulate(fresh(BASELINE, 0).parameters(), 7 + job, EnumSet.noneOf(Recording.class));
            List<String> row = Arrays.asList(lines.get(1 + job).split(",", -1));
            List<String> header = Arrays.asList(lines.get(0).split(","));
            assertThat(row.get(header.indexOf("seed"))).isEqualTo(Integer.toString(7 + job));
            assertThat(Double.parseDouble(row.get(header.indexOf("proceeds_usd")))).isEqualTo(expected.proceedsUsd());
        }
    }

    @ParameterizedTest
    @CsvSource({BASELINE + ", 5, 0", BASELINE + ", 5, 1", BASELINE + ", 5, 90", BASELINE + ", -3, 140", REPLAY + ", 2, 70"})
    void aRestoredRunGoesOnToTheBit(String file, long seed, int weeks) throws IOException {
        RunOutcome expected = FireSale.simulate(fresh(file, 0).parameters(), seed, EnumSet.noneOf(Recording.class));
        Path checkpoint = saved(file, seed, weeks);
        assertThat(Files.size(checkpoint)).isLessThan(1_500);
        FireSale restored = Checkpoint.read(checkpoint);
        assertThat(restored.schedule.getSteps()).isEqualTo(weeks);
        assertThat(toTheEnd(restored)).isEqualTo(expected);
        assertThat(toTheEnd((FireSale) SimState.readFromCheckpoint(checkpoint.toFile()))).as("read by MASON").isEqualTo(expected);
    }

    @Test
    void theCommandGoesOnFromACheckpoint() throws IOException, InterruptedException {
        Result whole = runApart("mason", BASELINE, "-seed", "5", "-quiet");
        Result rest = runApart("mason", BASELINE, "-checkpoint", saved(BASELINE, 5, 100).toString(), "-quiet");
        assertThat(rest).isEqualTo(whole);
    }

    @Test
    void damagedAndForgedCheckpointsAreRefused() throws IOException {
        byte[] good = Files.readAllBytes(saved(BASELINE, 5, 10));
        List<byte[]> bad = new ArrayList<>();
        bad.add(new byte[0]);
        bad.add("no checkpoint".getBytes(StandardCharsets.UTF_8));
        bad.add(Arrays.copyOf(good, good.length / 2));
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 0x55;
        bad.add(flipped);
        bad.add(stream(new ArrayList<>(List.of("something else"))));
        bad.add(stream("only text"));
        bad.add(stream(new Checkpoint(1, "time.weeks=-1", "", 1, 0, 5)));
        bad.add(stream(new Checkpoint(99, "", "", 1, 0, 5)));
        bad.add(stream(new Checkpoint(1, "", "", 1, 0, 1_000_000)));
        bad.add(stream(new Checkpoint(1, "no.such.key=1", "", 1, 0, 5)));
        for (byte[] bytes : bad) {
            Path file = Files.write(folder.resolve("bad.checkpoint"), bytes);
            assertThatThrownBy(() -> Checkpoint.read(file)).isInstanceOf(InputException.class).hasMessageStartingWith(file.toString());
            Result result = run("mason", BASELINE, "-checkpoint", file.toString());
            assertThat(result.code).isEqualTo(ExitCode.INPUT);
            assertThat(result.out).isEmpty();
            assertThat(result.err).startsWith(file.toString()).doesNotContain("\tat ");
        }
    }

    private static byte[] stream(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"-sed, 1, unknown option -sed", "-for, many, '-for: expected a whole number, but found \"many\"'",
        "-seed, 0, '-seed: expected a whole number above 0'", "-checkpoint, none.checkpoint, there is no such file"})
    void wrongOptionsGetAMessage(String option, String value, String message) {
        Result result = run("mason", BASELINE, option, value);
        assertThat(result.code).isEqualTo(ExitCode.INPUT);
        assertThat(result.err).contains(message).doesNotContain("\tat ");
    }

    @Test
    void aSweepIsRefused() {
        assertThat(run("mason", "experiments/thesis.yaml").err).contains("has 3 points");
    }
}
