package firesale.faults;

import static firesale.faults.Program.SWEEP;
import static firesale.faults.Program.assertSame;
import static firesale.faults.Program.await;
import static firesale.faults.Program.shard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firesale.faults.Program.Result;
import firesale.faults.Program.Running;
import firesale.faults.Program.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can go wrong with a sweep, done to the program itself: each time a clear message, nothing lost, nothing doubled, and in the
 * end the bytes of an uninterrupted run on one thread. Takes minutes: {@code mvn -Pfaults verify}.
 */
@Tag("faults")
class FaultsTest {

    /** The uninterrupted run, computed once. */
    @TempDir
    static Path once;
    @TempDir
    Path folder;

    private static Path whole;
    private static long wholeMillis;
    private final List<Running> running = new ArrayList<>();
    private Program program;
    private String file;
    private Path results;

    @BeforeAll
    static void uninterrupted() throws IOException, InterruptedException {
        whole = once.resolve("whole");
        Program program = new Program(once);
        long start = System.nanoTime();
        Result result = program.run("run", program.file("swept.yaml", SWEEP), "--threads", "1", "--out", whole.toString());
        wholeMillis = (System.nanoTime() - start) / 1_000_000;
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(shard(whole, 5)).exists();
        assertThat(shard(whole, 6)).doesNotExist();
    }

    @BeforeEach
    void prepare() throws IOException {
        program = new Program(folder);
        file = program.file("swept.yaml", SWEEP);
        results = folder.resolve("r");
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (Running process : running) {
            process.process().destroyForcibly().waitFor();
        }
    }

    private Running start(Path out, String... options) throws IOException {
        return start(List.of(), out, options);
    }

    private Running start(List<String> jvm, Path out, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", file, "--threads", "2", "--out", out.toString()));
        arguments.addAll(List.of(options));
        Running process = program.start(jvm, folder.resolve("printed" + running.size()), arguments.toArray(String[]::new));
        running.add(process);
        return process;
    }

    private void assertGoesOnToTheEnd() throws IOException, InterruptedException {
        Result result = start(results).end();
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(results.resolve("shards/unfinished")).doesNotExist();
        assertSame(results, whole);
    }

    @Test
    void killedAtTwentyRandomMoments() throws IOException, InterruptedException {
        SplitMix64 random = new SplitMix64(20);
        int kills = 0;
        int finished = 0;
        while (kills < 20) {
            Running process = start(results);
            long wait = (long) (random.nextDouble() * wholeMillis);
            if (process.process().waitFor(wait, TimeUnit.MILLISECONDS)) {
                assertThat(process.end().code()).as(process.end().err()).isZero();
                assertSame(results, whole);
                finished++;
                results = folder.resolve("r" + finished);
            } else {
                process.signal("KILL");
                assertThat(process.end().code()).isEqualTo(137);
                kills++;
            }
        }
        assertGoesOnToTheEnd();
    }

    @Test
    void interruptedTwiceAndTerminatedWhileItComputes() throws IOException, InterruptedException {
        Running process = start(results);
        await(() -> Files.exists(shard(results, 0)));
        process.signal("INT");
        process.signal("INT");
        Result interrupted = process.end();
        assertThat(interrupted.code()).isEqualTo(130);
        assertThat(interrupted.out()).isEmpty();
        assertThat(interrupted.err()).isEqualTo("Interrupted. Finished shards are kept in " + results
                + "; the same command goes on from them.\n");
        process = start(results);
        await(() -> Files.exists(shard(results, 2)));
        process.signal("TERM");
        assertThat(process.end().code()).isEqualTo(130);
        assertGoesOnToTheEnd();
    }

    @Test
    void terminatedWhileItMerges() throws IOException, InterruptedException {
        for (String seen : List.of("runs.csv", "summary.csv", "scratch")) {
            Running process = start(results);
            await(() -> Files.exists(results.resolve(seen)) || !process.process().isAlive());
            process.signal("TERM");
            Result result = process.end();
            assertThat(result.code()).as(result.err()).isEqualTo(130);
            assertThat(result.err()).as("ended as %s was there, after it had printed: %s", seen, result.out())
                    .contains("Interrupted. Finished shards are kept");
            assertThat(results.resolve("manifest.json")).content().contains("\"complete\" : false");
            if (!seen.equals("scratch")) {
                Files.deleteIfExists(results.resolve(seen));
            }
            Files.deleteIfExists(results.resolve("summary.csv"));
        }
        assertGoesOnToTheEnd();
    }

    /** The database is a process of its own: it must not go on in a folder that another run may take. */
    @Test
    void killedWhileTheDatabaseWrites() throws IOException, InterruptedException {
        Running process = start(results);
        await(() -> process.process().children().findAny().isPresent() && Files.isDirectory(results.resolve("scratch")));
        List<ProcessHandle> databases = process.process().children().toList();
        process.signal("KILL");
        process.end();
        for (ProcessHandle database : databases) {
            await(() -> !database.isAlive());
        }
        assertThat(results.resolve("runs.parquet")).doesNotExist();
        assertGoesOnToTheEnd();
    }

    @Test
    void aFullDisk() throws IOException, InterruptedException {
        Program.needsRoot();
        // too small for the plan, for the shards, for the tables, for the database's own library
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "32k")) {
            results = disk.path.resolve("r");
            List<String> messages = new ArrayList<>();
            for (String size : List.of("32k", "1m", "5m", "20m")) {
                disk.change("size=" + size);
                Result result = start(results).end();
                assertThat(result.code()).as(result.err()).isIn(1, 2);
                assertThat(result.err()).containsIgnoringCase("no space left on device").doesNotContain("\tat ", "internal error");
                assertThat(result.err()).containsAnyOf("Finished shards are kept; the same command goes on from them",
                        "The CSV files are safe; the same command tries again");
                messages.add(result.code() + " " + (result.out().isEmpty() ? "nothing" : "summary"));
            }
            assertThat(messages.get(0)).isEqualTo("2 nothing");
            assertThat(messages.get(3)).as("the summary is there before the slow files").isEqualTo("1 summary");
            disk.change("size=400m");
            assertGoesOnToTheEnd();
        }
    }

    @Test
    void aDiskThatCannotBeWritten() throws IOException, InterruptedException {
        Program.needsRoot();
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "400m")) {
            results = disk.path.resolve("r");
            disk.change("ro");
            Result refused = start(results).end();
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).startsWith("cannot make the folder " + results + ": ").contains("Read-only file system");
            disk.change("rw");
            Running process = start(results);
            await(() -> Files.exists(shard(results, 1)));
            process.signal("KILL");
            process.end();
            disk.change("ro");
            refused = start(results).end();
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("cannot write to " + results + ": ", "Read-only file system").doesNotContain("\tat ");
            disk.change("rw");
            assertGoesOnToTheEnd();
        }
    }

    @Test
    void damagedShardsAreComputedAgain() throws IOException, InterruptedException {
        Running process = start(results);
        await(() -> Files.exists(shard(results, 3)));
        process.signal("KILL");
        process.end();
        byte[] bytes = Files.readAllBytes(shard(results, 0));
        bytes[bytes.length / 2] ^= 1;
        Files.write(shard(results, 0), bytes);
        bytes = Files.readAllBytes(shard(results, 1));
        Files.write(shard(results, 1), java.util.Arrays.copyOf(bytes, bytes.length / 3));
        Files.write(shard(results, 2), new byte[0]);
        Result result = start(results).end();
        assertThat(result.code()).as(result.err()).isZero();
        for (int i = 0; i < 3; i++) {
            assertThat(result.err()).contains(shard(results, i) + " is damaged; kept as " + shard(results, i).getFileName() + ".damaged");
        }
        assertSame(results, whole);
    }

    @Test
    void aShardOfOtherParametersIsRefused() throws IOException, InterruptedException {
        Path other = folder.resolve("other");
        assertThat(start(other, "--set", "time.runOffWeeks=9").end().code()).isZero();
        Running process = start(results);
        await(() -> Files.exists(shard(results, 1)));
        process.signal("KILL");
        process.end();
        Files.delete(shard(results, 0));
        Files.copy(shard(other, 0), shard(results, 0));
        Result refused = start(results).end();
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).isEqualTo(shard(results, 0) + " belongs to another plan: remove it, or start anew with --force\n");
        assertThat(results.resolve("runs.csv")).doesNotExist();
        Result changed = start(results, "--set", "time.runOffWeeks=9").end();
        assertThat(changed.code()).isEqualTo(2);
        assertThat(changed.err()).contains("time.runOffWeeks: was 10, now 9", "--out", "--force");
        Files.delete(shard(results, 0));
        assertGoesOnToTheEnd();
    }

    @Test
    void ofTwoPlainRunsTheSecondIsRefusedAndSharesShare() throws IOException, InterruptedException {
        Running first = start(results);
        await(() -> Files.exists(shard(results, 0)));
        for (String[] options : new String[][] {{}, {"--shard", "1/2"}, {"--force"}}) {
            Result second = start(results, options).end();
            assertThat(second.code()).isEqualTo(2);
            assertThat(second.err()).isEqualTo(results + " is in use by another run: wait for it, or choose another folder with --out\n");
        }
        assertThat(first.end().code()).isZero();
        assertSame(results, whole);

        results = folder.resolve("shared");
        List<Running> shares = List.of(start(results, "--shard", "1/3"), start(results, "--shard", "2/3"), start(results, "--shard", "3/3"),
                start(results, "--shard", "3/3"));
        for (Running share : shares) {
            Result result = share.end();
            assertThat(result.code()).as(result.err()).isZero();
        }
        assertSame(results, whole);
        Result late = start(results, "--shard", "2/3").end();
        assertThat(late.code()).isZero();
        assertThat(late.out()).startsWith(Files.readString(whole.resolve("summary.txt")));
    }

    /** One share is killed: its task again, and the results are whole. */
    @Test
    void aKilledShareIsComputedAgain() throws IOException, InterruptedException {
        Running killed = start(results, "--shard", "2/2");
        await(() -> Files.exists(shard(results, 1)));
        killed.signal("KILL");
        killed.end();
        Result other = start(results, "--shard", "1/2").end();
        assertThat(other.code()).isZero();
        assertThat(other.out()).isEmpty();
        assertThat(other.err()).startsWith("Share 1 of 2 is done: ").contains(" of 6 shards are there.");
        assertThat(start(results, "--shard", "2/2").end().code()).isZero();
        assertSame(results, whole);
    }

    /** Memory that does not do for the runs, then memory that does. */
    @Test
    void outOfMemory() throws IOException, InterruptedException {
        Result result = null;
        for (int megabytes = 8; megabytes <= 40 && result == null; megabytes += 2) {
            Result tried = start(List.of("-Xmx" + megabytes + "m"), results).end();
            if (tried.code() != 0 && Files.exists(results.resolve("manifest.json"))) {
                result = tried;
            }
        }
        assumeTrue(result != null, "no amount of memory was enough to start and too little to finish");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("firesale: out of memory; give it more").doesNotContain("\tat ");
        assertGoesOnToTheEnd();
    }

    /** Replications chosen by precision, killed again and again: the same number, the same bytes. */
    @Test
    void chosenReplicationsSurviveKills() throws IOException, InterruptedException {
        String[] precise = {"--half-width", "0.15", "--of", "defaults", "--replications", "30"};
        Path expected = folder.resolve("expected");
        Result uninterrupted = start(expected, precise).end();
        assertThat(uninterrupted.code()).as(uninterrupted.err()).isZero();
        assertThat(uninterrupted.err().lines().count()).as(uninterrupted.err()).isGreaterThanOrEqualTo(2);
        SplitMix64 random = new SplitMix64(5);
        for (int kills = 0; kills < 6; kills++) {
            Running process = start(results, precise);
            if (!process.process().waitFor(1000 + random.nextInt((int) Math.max(1, wholeMillis / 2)), TimeUnit.MILLISECONDS)) {
                process.signal("KILL");
            }
            process.end();
        }
        Result result = start(results, precise).end();
        assertThat(result.code()).as(result.err()).isZero();
        assertSame(results, expected);
        assertThat(results.resolve("manifest.json")).hasSameBinaryContentAs(expected.resolve("manifest.json"));
        try (Stream<Path> left = Files.walk(results)) {
            assertThat(left.filter(path -> path.toString().endsWith(".part"))).isEmpty();
        }
    }
}
