package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.experiment.store.Hash;
import firesale.experiment.store.ResultLock;
import firesale.experiment.store.ShardEnd;
import firesale.kernel.table.CsvLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole experiments in a folder, with a fake model. */
class ExperimentTest {

    private static final int SOME_FAILED = 3;

    @TempDir
    Path temp;

    private static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                contents.put(folder.relativize(file).toString(), text);
            }
        }
        return contents;
    }

    private static Path shard(Path folder, int index) {
        return folder.resolve("shards/00000/000000" + index + ".runs.csv");
    }

    @Test
    void writesEveryFileAndLeavesNothingTemporary() throws IOException {
        Fake fake = new Fake(0, 1);
        assertThat(fake.run(temp.resolve("r"))).isEqualTo(SOME_FAILED);
        assertThat(files(temp.resolve("r")).keySet()).containsExactly(".lock", "answer.md", "experiment.yaml", "manifest.json", "runs.csv",
                "runs.parquet", "sales.csv", "sales.parquet", "schema.json",
                "shards/00000/0000000.runs.csv", "shards/00000/0000000.sales.csv", "shards/00000/0000001.runs.csv",
                "shards/00000/0000001.sales.csv", "shards/00000/0000002.runs.csv", "shards/00000/0000002.sales.csv",
                "shards/00000/0000003.runs.csv", "shards/00000/0000003.sales.csv", "shards/00000/0000004.runs.csv",
                "shards/00000/0000004.sales.csv", "summary.csv", "summary.txt");
        assertThat(fake.err.toString()).isEmpty();
        assertThat(fake.out.toString()).contains("Does it fake?", "price_of_sold *", "Results in " + temp.resolve("r") + ": summary.csv, runs.csv, sales.csv, runs.parquet");
    }

    @Test
    void rowsAreInRunOrderAndFailedRunsAreRows() throws IOException {
        Fake fake = new Fake(0, 1);
        fake.run(temp.resolve("r"));
        List<String> lines = Files.readAllLines(temp.resolve("r/runs.csv"));
        assertThat(lines.get(0)).isEqualTo("run,point,point_id,replication,seed,fake.shift,status,reason,price,sold,hot,note");
        assertThat(lines).hasSize(21);
        for (int run = 0; run < 20; run++) {
            List<String> fields = CsvLine.split(lines.get(run + 1));
            long seed = Seeds.replication(42, run / 2);
            assertThat(fields.subList(0, 6)).containsExactly("" + run, "" + run % 2, "p" + run % 2, "" + run / 2, "" + seed,
                    run % 2 + ".0");
            if (Long.remainderUnsigned(seed, 7) == 0) {
                assertThat(fields.subList(6, 12)).containsExactly("failed",
                        "java.lang.IllegalStateException: no, \"never\" for " + Long.toHexString(seed), "", "", "", "");
            } else {
                assertThat(fields.subList(6, 8)).containsExactly("ok", "");
            }
        }
    }

    @Test
    void threadsDoNotChangeAByte() throws IOException {
        Fake one = new Fake(0, 1);
        Fake two = new Fake(0, 1);
        two.threads = 2;
        one.run(temp.resolve("one"));
        two.run(temp.resolve("two"));
        assertThat(files(temp.resolve("two"))).isEqualTo(files(temp.resolve("one")));
    }

    @Test
    void interruptedAndResumedEqualsUninterrupted() throws IOException {
        Fake whole = new Fake(0, 1);
        whole.run(temp.resolve("whole"));

        Fake cut = new Fake(0, 1);
        Thread runner = Thread.currentThread();
        AtomicInteger runs = new AtomicInteger();
        cut.beforeRun = seed -> {
            if (runs.incrementAndGet() == 11) {
                for (int i = 0; i < 50 && !Files.exists(shard(temp.resolve("cut"), 1)); i++) {
                    sleep(100);
                }
                sleep(200);
                runner.interrupt();
                sleep(200);
            }
        };
        assertThat(cut.run(temp.resolve("cut"))).isEqualTo(130);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(cut.err.toString()).contains("the same command goes on");
        assertThat(shard(temp.resolve("cut"), 1)).exists();
        assertThat(shard(temp.resolve("cut"), 3)).doesNotExist();

        Fake resumed = new Fake(0, 1);
        AtomicInteger again = new AtomicInteger();
        resumed.beforeRun = seed -> again.incrementAndGet();
        assertThat(resumed.run(temp.resolve("cut"))).isEqualTo(SOME_FAILED);
        assertThat(again.get()).isEqualTo(12);
        assertThat(files(temp.resolve("cut"))).isEqualTo(files(temp.resolve("whole")));
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void extensionEqualsTheLargerRunFromScratch() throws IOException {
        Fake large = new Fake(0, 1);
        large.replications = 25;
        large.run(temp.resolve("large"));

        Fake small = new Fake(0, 1);
        small.replications = 9;
        small.run(temp.resolve("grown"));
        Fake grown = new Fake(0, 1);
        grown.replications = 25;
        AtomicInteger runs = new AtomicInteger();
        grown.beforeRun = seed -> runs.incrementAndGet();
        assertThat(grown.run(temp.resolve("grown"))).isEqualTo(SOME_FAILED);
        assertThat(runs.get()).isEqualTo(50 - 16);
        assertThat(files(temp.resolve("grown"))).isEqualTo(files(temp.resolve("large")));
    }

    @Test
    void completeResultsAreOnlyPrinted() {
        Fake first = new Fake(0);
        first.run(temp.resolve("r"));
        Fake second = new Fake(0);
        second.beforeRun = seed -> {
            throw new AssertionError("nothing is left to run");
        };
        assertThat(second.run(temp.resolve("r"))).as("runs that failed are not forgotten").isEqualTo(SOME_FAILED);
        assertThat(second.out.toString()).isEqualTo(first.out.toString());
    }

    @Test
    void anotherPlanIsRefusedByItsFirstDifference() {
        new Fake(0.7).run(temp.resolve("r"));
        Fake parameter = new Fake(0.8);
        assertThat(parameter.run(temp.resolve("r"))).isEqualTo(2);
        assertThat(parameter.err.toString()).contains("fake.shift: was 0.7, now 0.8").contains("--force");
        Fake code = new Fake(0.7);
        code.code = "code-2";
        assertThat(code.run(temp.resolve("r"))).isEqualTo(2);
        assertThat(code.err.toString()).contains("code: was code-1, now code-2");
        Fake fewer = new Fake(0.7);
        fewer.replications = 5;
        assertThat(fewer.run(temp.resolve("r"))).isEqualTo(2);
        assertThat(fewer.err.toString()).contains("replications: was 10, now 5");
    }

    @Test
    void forceStartsAnewAndTouchesOnlyItsOwnFiles() throws IOException {
        Path folder = temp.resolve("r");
        Fake first = new Fake(0.7);
        first.replications = 50;
        first.charts = chartsIn -> write(chartsIn.resolve("charts/old.svg"), "old");
        first.run(folder);
        write(folder.resolve("answer.md"), "mine");
        write(folder.resolve("shards/00000/note.txt"), "mine");
        write(folder.resolve("charts/mine.svg"), "mine");
        Fake second = new Fake(0.8);
        second.recording = Set.of();
        second.force = true;
        second.run(folder);

        Fake scratch = new Fake(0.8);
        scratch.recording = Set.of();
        scratch.run(temp.resolve("scratch"));
        SortedMap<String, String> expected = files(temp.resolve("scratch"));
        expected.put("shards/00000/note.txt", "mine");
        expected.put("charts/mine.svg", "mine");
        SortedMap<String, String> forced = files(folder);
        assertThat(forced).isEqualTo(expected);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFolderOfSomethingElseIsRefused() {
        write(temp.resolve("r/thesis.tex"), "years of work");
        Fake fake = new Fake(0);
        fake.force = true;
        assertThat(fake.run(temp.resolve("r"))).isEqualTo(2);
        assertThat(fake.err.toString()).contains("is not empty (thesis.tex) and has no manifest.json");
        assertThat(temp.resolve("r")).isDirectoryContaining("glob:**/thesis.tex").isDirectoryNotContaining("glob:**/.lock");
    }

    @Test
    void aFileIsNoResultFolder() {
        write(temp.resolve("notes.txt"), "years of work");
        Fake fake = new Fake(0);
        assertThat(fake.run(temp.resolve("notes.txt"))).isEqualTo(2);
        assertThat(fake.err.toString()).isEqualToIgnoringNewLines(temp.resolve("notes.txt")
                + " is a file; results need a folder: choose another with --out");
        assertThat(temp.resolve("notes.txt")).hasContent("years of work");
    }

    @Test
    void whatVersionControlKeepsIsNoObstacle() throws IOException {
        write(temp.resolve("r/summary.csv"), "old");
        write(temp.resolve("r/charts/discount.svg"), "old");
        write(temp.resolve("r/answer.md"), "old");
        assertThat(new Fake(0).run(temp.resolve("r"))).isEqualTo(SOME_FAILED);
        new Fake(0).run(temp.resolve("scratch"));
        SortedMap<String, String> expected = files(temp.resolve("scratch"));
        expected.put("charts/discount.svg", "old");
        assertThat(files(temp.resolve("r"))).isEqualTo(expected);
    }

    @Test
    void aDamagedShardIsSetAsideAndComputedAgain() throws IOException {
        Path folder = incomplete();
        String whole = Files.readString(shard(folder, 1));
        for (String damaged : List.of("", "\n", whole.substring(0, 100), whole.substring(0, whole.length() - 1),
                whole.replaceFirst("ok", "OK"))) {
            write(shard(folder, 1), damaged);
            Fake again = new Fake(0);
            AtomicInteger runs = new AtomicInteger();
            again.beforeRun = seed -> runs.incrementAndGet();
            again.charts = charts -> {
                throw new AssertionError("stop before the results are complete");
            };
            try {
                again.run(folder);
            } catch (AssertionError stopped) {
                assertThat(stopped).hasMessageContaining("stop before");
            }
            assertThat(runs.get()).isEqualTo(4);
            assertThat(again.err.toString()).contains("is damaged; kept as 0000001.runs.csv.damaged");
            assertThat(Files.readString(shard(folder, 1))).isEqualTo(whole);
        }
    }

    /** Results with all shards that are not declared complete. */
    private Path incomplete() {
        Fake fake = new Fake(0);
        fake.charts = charts -> {
            throw new AssertionError("stop before the results are complete");
        };
        try {
            fake.run(temp.resolve("r"));
        } catch (AssertionError stopped) {
            assertThat(stopped).hasMessageContaining("stop before");
        }
        return temp.resolve("r");
    }

    @Test
    void aShardOfAnotherPlanIsRefused() throws IOException {
        Path folder = incomplete();
        Fake other = new Fake(1);
        other.run(temp.resolve("other"));
        write(shard(folder, 1), Files.readString(shard(temp.resolve("other"), 1)));
        Fake again = new Fake(0);
        assertThat(again.run(folder)).isEqualTo(2);
        assertThat(again.err.toString()).contains("belongs to another plan");
    }

    @Test
    void sharesTogetherEqualAPlainRun() throws IOException {
        Fake plain = new Fake(0, 1);
        plain.run(temp.resolve("plain"));
        for (int i = 3; i >= 1; i--) {
            assertThat(temp.resolve("shared/runs.csv")).doesNotExist();
            Fake share = new Fake(0, 1);
            share.share = new Work.Share(i, 3);
            assertThat(share.run(temp.resolve("shared"))).isEqualTo(i == 1 ? SOME_FAILED : 0);
        }
        SortedMap<String, String> shared = files(temp.resolve("shared"));
        assertThat(shared).isEqualTo(files(temp.resolve("plain")));
    }

    @Test
    void aLockedFolderIsRefused() throws IOException {
        Files.createDirectories(temp.resolve("r"));
        try (ResultLock lock = ResultLock.take(temp.resolve("r"), false)) {
            assertThat(lock).isNotNull();
            Fake fake = new Fake(0);
            assertThat(fake.run(temp.resolve("r"))).isEqualTo(2);
            assertThat(fake.err.toString()).contains("is in use by another run");
        }
        assertThat(new Fake(0).run(temp.resolve("r"))).isEqualTo(SOME_FAILED);
    }

    @Test
    void aFolderThatCannotBeWrittenIsReportedAndLosesNothing() throws IOException {
        write(temp.resolve("file"), "");
        Fake fake = new Fake(0);
        assertThat(fake.run(temp.resolve("file/below"))).isEqualTo(2);
        assertThat(fake.err.toString()).contains("cannot make the folder "
                + temp.resolve("file/below") + ": " + temp.resolve("file") + " is a file");

        Path folder = incomplete();
        Files.delete(shard(folder, 2));
        write(folder.resolve("shards/unfinished"), "in the way");
        Fake blocked = new Fake(0);
        assertThat(blocked.run(folder)).isEqualTo(2);
        assertThat(blocked.err.toString()).contains("cannot write to", "Finished shards are kept");
        Files.delete(folder.resolve("shards/unfinished"));
        assertThat(new Fake(0).run(folder)).isEqualTo(SOME_FAILED);
        Fake whole = new Fake(0);
        whole.run(temp.resolve("whole"));
        assertThat(files(folder)).isEqualTo(files(temp.resolve("whole")));
    }

    @Test
    void twoDifferentResultsOfTheSameRunsFailLoudly() throws IOException {
        Path folder = incomplete();
        Path sales = folder.resolve("shards/00000/0000001.sales.csv");
        Files.delete(shard(folder, 1));
        List<String> lines = Files.readAllLines(sales);
        Plan plan = new Fake(0).plan();
        String body = String.join("\n", lines.subList(0, 3)) + "\n";
        MessageDigest digest = Hash.sha256();
        digest.update(body.getBytes(StandardCharsets.UTF_8));
        write(sales, body + new ShardEnd(plan.shards().get(1).id(), "sales", 2, Hash.hex(digest)).line() + "\n");
        Fake again = new Fake(0);
        assertThat(again.run(folder)).isEqualTo(1);
        assertThat(again.err.toString()).contains("computed twice with different results");
        assertThat(folder.resolve("shards/00000/0000001.sales.csv.differs")).exists();
    }

    @Test
    void aChartThatFailsIsAWarning() {
        Fake fake = new Fake(0);
        fake.charts = folder -> {
            throw new IllegalStateException("no ink");
        };
        assertThat(fake.run(temp.resolve("r"))).isEqualTo(SOME_FAILED);
        assertThat(fake.err.toString()).contains("warning: the charts could not be drawn").contains("no ink");
        assertThat(new Fake(0).run(temp.resolve("r"))).isEqualTo(SOME_FAILED);
    }

    @Test
    void anErrorIsNoRow() {
        Fake fake = new Fake(0);
        fake.beforeRun = seed -> {
            throw new OutOfMemoryError("simulated");
        };
        assertThatThrownBy(() -> fake.run(temp.resolve("r"))).isInstanceOf(OutOfMemoryError.class);
        assertThat(shard(temp.resolve("r"), 0)).doesNotExist();
        assertThat(new Fake(0).run(temp.resolve("r"))).isEqualTo(SOME_FAILED);
    }
}
