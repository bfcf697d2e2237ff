package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.cli.Main;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replications chosen by the width of an interval, with a fake model: a price uniform on 0.2 to 1, so its sd is 0.231. */
class PrecisionTest {

    private static final int SOME_FAILED = 3;

    @TempDir
    Path temp;

    private static Fake fake(double halfWidth, int most) {
        return fake(halfWidth, most, 0, 1);
    }

    private static Fake fake(double halfWidth, int most, double... amounts) {
        Fake fake = new Fake(amounts);
        fake.runsPerShard = 60;
        fake.precision = Optional.of(new PrecisionParameters("price", halfWidth, most));
        return fake;
    }

    private static String replications(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("manifest.json")).stream().filter(line -> line.contains("\"replications\""))
                .findFirst().orElseThrow().replaceAll("\\D", "");
    }

    /** All files but those that hold words about precision. */
    private static void assertSameNumbers(Path one, Path other) throws IOException {
        for (String file : List.of("runs.csv", "sales.csv", "summary.csv", "runs.parquet", "schema.json")) {
            assertThat(one.resolve(file)).as(file).hasSameBinaryContentAs(other.resolve(file));
        }
        assertThat(shards(one)).isEqualTo(shards(other)).isNotEmpty();
    }

    private static List<String> shards(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve("shards"))) {
            return walk.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    /**
     * By hand: price has 0.8 * 6 / 7 of all runs with a value, t = 1.97, so that (1.97 * 0.231 / 0.03)^2 / 0.686 = 336
     * replications would do on average; the margins make it at most a quarter more.
     */
    @Test
    void goesOnUntilNarrowEnoughAndEqualsAPlainRunOfThatNumber() throws IOException {
        Fake precise = fake(0.03, 10_000);
        assertThat(precise.run(temp.resolve("precise"))).isEqualTo(SOME_FAILED);
        int number = Integer.parseInt(replications(temp.resolve("precise")));
        assertThat(number).isBetween(280, 420);
        List<String> steps = precise.err.toString().lines().toList();
        assertThat(steps).hasSizeBetween(3, 5);
        assertThat(steps.get(0))
                .isEqualTo("30 replications: half width of price (USD) is not known yet at p0 (runs with a value: 23, "
                + "needed: 30), wanted 0.03; going on with 150");
        assertThat(steps.subList(1, steps.size())).allMatch(line -> line.contains("half width of price (USD) is 0.0")
                && line.contains(", the widest of 2 points, wanted 0.03"));
        assertThat(steps.get(steps.size() - 1)).startsWith(number + " replications: ").doesNotContain("going on");
        assertThat(precise.out.toString()).contains("Precision: wanted 0.03 as half width of price (USD), reached 0.0", number
                + " replications, of at most 10,000.", "slightly less than 95 %");
        assertThat(Files.readString(temp.resolve("precise/answer.md"))).contains("Precision: wanted 0.03");

        Fake plain = new Fake(0, 1);
        plain.runsPerShard = 60;
        plain.replications = number;
        plain.run(temp.resolve("plain"));
        assertSameNumbers(temp.resolve("precise"), temp.resolve("plain"));
        String words = "\nPrecision: ";
        String text = Files.readString(temp.resolve("precise/summary.txt"));
        assertThat(text.substring(0, text.indexOf(words))).isEqualTo(Files.readString(temp.resolve("plain/summary.txt")));
    }

    @Test
    void theSameCommandAgainPrintsTheStoredSummary() {
        Fake first = fake(0.03, 10_000);
        first.run(temp.resolve("r"));
        Fake again = fake(0.03, 10_000);
        AtomicInteger runs = new AtomicInteger();
        again.beforeRun = seed -> runs.incrementAndGet();
        assertThat(again.run(temp.resolve("r"))).isEqualTo(SOME_FAILED);
        assertThat(runs.get()).isZero();
        assertThat(again.out.toString()).isEqualTo(first.out.toString());
        assertThat(again.err.toString()).isEmpty();
    }

    @Test
    void anotherWidthGoesOnFromWhatIsThere() throws IOException {
        fake(0.04, 10_000).run(temp.resolve("r"));
        int wide = Integer.parseInt(replications(temp.resolve("r")));
        fake(0.02, 10_000).run(temp.resolve("r"));
        int narrow = Integer.parseInt(replications(temp.resolve("r")));
        assertThat(narrow).isGreaterThan(2 * wide);
        Fake wider = fake(0.04, 10_000);
        AtomicInteger runs = new AtomicInteger();
        wider.beforeRun = seed -> runs.incrementAndGet();
        wider.run(temp.resolve("r"));
        assertThat(runs.get()).isZero();
        assertThat(replications(temp.resolve("r"))).isEqualTo("" + narrow);
        assertThat(wider.out.toString()).contains("wanted 0.04").doesNotContain("wanted 0.02");

        Fake plain = new Fake(0, 1);
        plain.runsPerShard = 60;
        plain.replications = narrow;
        plain.run(temp.resolve("r"));
        assertThat(plain.out.toString()).doesNotContain("wanted");
        Fake fewer = new Fake(0, 1);
        fewer.runsPerShard = 60;
        assertThat(fewer.run(temp.resolve("r"))).isEqualTo(2);
        assertThat(fewer.err.toString()).contains("replications: was " + narrow + ", now 10");
    }

    /** Of 30 runs none has a value at p1; after 150 without one it is left out, and the other decides. */
    @Test
    void aPointWithoutAValueIsGivenTimeAndThenLeftOut() throws IOException {
        Fake fake = fake(0.06, 10_000, 0, Double.NaN);
        fake.run(temp.resolve("r"));
        assertThat(replications(temp.resolve("r"))).isEqualTo("150");
        assertThat(fake.err.toString().lines().findFirst().orElseThrow()).contains("is not known yet at p1 (runs with a value: 0, "
                + "needed: 30)", "going on with 150");
        assertThat(fake.out.toString()).contains("reached 0.0", "Points where no run has a value were left out: 1.");
        Fake few = fake(0.06, 60, 0, Double.NaN);
        few.run(temp.resolve("few"));
        assertThat(few.out.toString()).contains("not reached: not known yet at p1", "60 replications, of at most 60.")
                .doesNotContain("were left out");
        Fake none = fake(0.06, 10_000, Double.NaN);
        none.run(temp.resolve("none"));
        assertThat(replications(temp.resolve("none"))).isEqualTo("150");
        assertThat(none.out.toString()).contains("no run has a value;");
    }

    /** Prices that differ by less than a double of that size can tell: no width, which proves little. */
    @Test
    void noWidthIsNoCertainty() throws IOException {
        Fake fake = fake(0.06, 10_000, 0, 1e17);
        fake.run(temp.resolve("r"));
        assertThat(fake.out.toString())
                .containsPattern("All runs had the same value at 1 point: an event absent from n runs may still "
                + "have a chance of 3/n, here of [23]\\.\\d %\\.");
        Fake alone = fake(0.06, 10_000, 1e17);
        alone.run(temp.resolve("alone"));
        assertThat(alone.out.toString()).contains("reached 0;", "All runs had the same value: an event absent from n runs");
    }

    @Test
    void stopsAtTheMostAndSaysSo() throws IOException {
        Fake fake = fake(0.001, 70);
        assertThat(fake.run(temp.resolve("r"))).isEqualTo(SOME_FAILED);
        assertThat(replications(temp.resolve("r"))).isEqualTo("70");
        assertThat(fake.out.toString()).contains("not reached: 0.0", "70 replications, of at most 70.");
        assertThat(fake.err.toString().lines()).hasSize(2);
    }

    /** Interrupted in each step, with one thread or three: the same bytes in the end. */
    @Test
    void interruptionsAtAnyStepChangeNothing() throws IOException {
        fake(0.03, 10_000).run(temp.resolve("whole"));
        int number = Integer.parseInt(replications(temp.resolve("whole")));
        Thread runner = Thread.currentThread();
        int interruptions = 0;
        int code = 130;
        for (int attempt = 0; code == 130; attempt++) {
            assertThat(attempt).isLessThan(100);
            Fake cut = fake(0.03, 10_000);
            cut.threads = attempt % 2 == 0 ? 3 : 1;
            AtomicInteger runs = new AtomicInteger();
            int at = 60 + attempt * 40;
            cut.beforeRun = seed -> {
                if (runs.incrementAndGet() == at) {
                    runner.interrupt();
                }
            };
            code = cut.run(temp.resolve("cut"));
            interruptions += code == 130 ? 1 : 0;
            assertThat(Thread.interrupted()).isFalse();
        }
        assertThat(interruptions).isGreaterThanOrEqualTo(3);
        assertThat(replications(temp.resolve("cut"))).isEqualTo("" + number);
        assertSameNumbers(temp.resolve("cut"), temp.resolve("whole"));
        assertThat(temp.resolve("cut/manifest.json")).hasSameBinaryContentAs(temp.resolve("whole/manifest.json"));
        assertThat(temp.resolve("cut/summary.txt")).hasSameBinaryContentAs(temp.resolve("whole/summary.txt"));
    }

    /** An array is submitted again until a share finds the interval narrow enough; whichever comes last each time. */
    @Test
    void sharesComputeAStepAndSayHowToGoOn() throws IOException {
        fake(0.03, 10_000).run(temp.resolve("whole"));
        boolean complete = false;
        StringBuilder said = new StringBuilder();
        for (int submission = 0; !complete; submission++) {
            assertThat(submission).isLessThan(10);
            for (int k = 0; k < 3; k++) {
                Fake share = fake(0.03, 10_000);
                share.share = new Work.Share((submission + k) % 3 + 1, 3);
                int code = share.run(temp.resolve("shared"));
                assertThat(code).as(share.err.toString()).isIn(0, SOME_FAILED);
                said.append(share.err);
                complete |= code == SOME_FAILED;
            }
        }
        assertThat(said.toString()).contains("More replications are needed: the same command, for every share again, goes on with ");
        assertSameNumbers(temp.resolve("shared"), temp.resolve("whole"));
        assertThat(temp.resolve("shared/manifest.json")).hasSameBinaryContentAs(temp.resolve("whole/manifest.json"));
    }

    /** Merging by hand asks for no more runs: it says what was reached. */
    @Test
    void mergingByHandTakesWhatIsThere() throws IOException {
        Fake share = fake(0.03, 10_000);
        share.share = new Work.Share(1, 1);
        share.run(temp.resolve("r"));
        int wanted = Integer.parseInt(replications(temp.resolve("r")));
        share = fake(0.03, wanted);
        share.share = new Work.Share(1, 1);
        share.run(temp.resolve("r"));
        assertThat(Integer.parseInt(replications(temp.resolve("r")))).isEqualTo(wanted);
        Fake merge = fake(0.001, 10_000);
        merge.share = new Work.Merge();
        assertThat(merge.run(temp.resolve("r"))).isEqualTo(SOME_FAILED);
        assertThat(merge.out.toString()).contains("wanted 0.001", "not reached: 0.0");
        assertThat(replications(temp.resolve("r"))).isEqualTo("" + wanted);
    }

    /** In a file with the place, from the command line with the kind. */
    @Test
    void otherKindsAreRefused() throws IOException {
        String text = "schemaVersion: 1\nname: x\nquestion: Why?\nanalysis:\n  kind: depth\n";
        Path file = Files.writeString(temp.resolve("x.yaml"), text + "  precision.halfWidth: 0.01\n");
        assertThatThrownBy(() -> ExperimentFile.read(file)).isInstanceOf(InputException.class).hasMessage(file
                + ":6:3: analysis.precision.halfWidth: has no meaning for kind: depth; write kind: run or kind: sweep");
        Path plain = Files.writeString(temp.resolve("y.yaml"), text);
        StringWriter err = new StringWriter();
        assertThat(Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "run", plain.toString(), "--half-width", "0.01",
                "--out", temp.resolve("r").toString())).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("a half width has no meaning for kind: depth; replications are chosen for kind: run and kind: "
                + "sweep\n");
        err.getBuffer().setLength(0);
        assertThat(Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "run", plain.toString(), "--of", "defaults"))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo("--of defaults: needs --half-width X\n");
    }

    @Test
    void anUnknownMeasureIsRefused() {
        Fake fake = fake(0.1, 100);
        fake.precision = Optional.of(new PrecisionParameters("prize", 0.1, 100));
        assertThat(fake.run(temp.resolve("r"))).isEqualTo(2);
        assertThat(fake.err.toString()).contains("there is no measure prize; did you mean price?");
    }
}
