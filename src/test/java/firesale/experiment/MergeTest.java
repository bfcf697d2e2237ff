package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.store.ParquetExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merging alone, with a fake model of five shards. */
class MergeTest {

    private static final int SOME_FAILED = 3;

    @TempDir
    Path temp;

    private static Fake fake(Work work) {
        Fake fake = new Fake(0, 1);
        fake.share = work;
        return fake;
    }

    private static Fake merging() {
        Fake fake = fake(new Work.Merge());
        fake.beforeRun = seed -> {
            throw new AssertionError("a merge runs nothing");
        };
        return fake;
    }

    private static SortedMap<String, String> files(Path folder) {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    private Path plain() {
        Path folder = temp.resolve("plain");
        new Fake(0, 1).run(folder);
        return folder;
    }

    /** Shards that were never merged. */
    private Path computed(String name, Integer... shards) {
        Path folder = temp.resolve(name);
        assertThat(fake(new Work.Chosen(List.of(shards))).run(folder)).isZero();
        assertThat(folder.resolve("runs.csv")).doesNotExist();
        return folder;
    }

    private static Path shard(Path folder, int index) {
        return folder.resolve("shards/00000/000000" + index + ".runs.csv");
    }

    @Test
    void mergedEqualsAPlainRun() {
        Path folder = computed("r", 0, 1, 2, 3, 4);
        Fake merge = merging();
        assertThat(merge.run(folder)).isEqualTo(SOME_FAILED);
        assertThat(merge.err.toString()).isEmpty();
        assertThat(files(folder)).isEqualTo(files(plain()));
    }

    @Test
    void missingShardsAreCountedAndNamed() {
        Path folder = computed("r", 0, 3);
        SortedMap<String, String> before = files(folder);
        Fake merge = merging();
        assertThat(merge.run(folder)).isEqualTo(2);
        assertThat(merge.err.toString()).contains("3 of 5 shards are missing in " + folder + ": 1-2, 4; nothing was merged",
                "firesale run " + folder.resolve("experiment.yaml") + " --out " + folder);
        assertThat(merge.out.toString()).isEmpty();
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void rangesAreShort() {
        assertThat(Experiment.ranges(List.of(7))).isEqualTo("7");
        assertThat(Experiment.ranges(List.of(0, 1, 2, 5, 7, 8))).isEqualTo("0-2, 5, 7-8");
        assertThat(Experiment.ranges(List.of(1, 3, 5, 7, 9, 11, 13, 15, 17))).isEqualTo("1, 3, 5, 7, 9, 11, 13, 15, ...");
    }

    @Test
    void aDamagedShardIsRefusedByName() throws IOException {
        for (int how = 0; how < 3; how++) {
            Path folder = computed("r" + how, 0, 1, 2, 3, 4);
            Path shard = shard(folder, 2);
            String whole = Files.readString(shard);
            Files.writeString(shard, switch (how) {
                case 0 -> whole.replaceFirst("ok", "OK");
                case 1 -> whole.substring(0, whole.length() - 1);
                default -> "";
            });
            Fake merge = merging();
            assertThat(merge.run(folder)).isEqualTo(2);
            assertThat(merge.err.toString()).contains(shard + " is damaged: firesale run computes it anew");
            assertThat(folder.resolve("runs.csv")).doesNotExist();
            assertThat(new Fake(0, 1).run(folder)).as("and so it does").isEqualTo(SOME_FAILED);
            assertThat(folder.resolve("runs.csv")).exists();
        }
    }

    /** A table that was lost after all was complete, and a shard that was damaged since. */
    @Test
    void runMakesALostTableAgainAndComputesWhatItNeeds() throws IOException {
        Path folder = plain();
        SortedMap<String, String> before = files(folder);
        Files.delete(folder.resolve("runs.csv"));
        Files.writeString(shard(folder, 2), Files.readString(shard(folder, 2)).replaceFirst("ok", "OK"));
        assertThat(merging().run(folder)).isEqualTo(2);
        assertThat(folder.resolve("runs.csv.part")).doesNotExist();
        Fake again = new Fake(0, 1);
        assertThat(again.run(folder)).isEqualTo(SOME_FAILED);
        assertThat(again.err.toString()).contains("is damaged; kept as");
        Files.delete(shard(folder, 2).resolveSibling(shard(folder, 2).getFileName() + ".damaged"));
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void aForeignShardIsRefusedByName() throws IOException {
        Path folder = computed("r", 0, 1, 2, 3, 4);
        new Fake(0, 2).run(temp.resolve("other"));
        Files.write(shard(folder, 2), Files.readAllBytes(shard(temp.resolve("other"), 2)));
        Fake merge = merging();
        assertThat(merge.run(folder)).isEqualTo(2);
        assertThat(merge.err.toString()).contains(shard(folder, 2) + " belongs to another plan");
        assertThat(folder.resolve("runs.csv")).doesNotExist();
    }

    @Test
    void shardsOfOtherCodeAreRefusedWithoutTalkOfOptionsThatMergeLacks() {
        Path folder = computed("r", 0, 1, 2, 3, 4);
        Fake merge = merging();
        merge.code = "code-2";
        assertThat(merge.run(folder)).isEqualTo(2);
        assertThat(merge.err.toString()).contains("code: was code-1, now code-2", "Merge with the program that computed the shards")
                .doesNotContain("--out");
    }

    @Test
    void completeResultsAreLeftAloneAndPrinted() {
        Path folder = plain();
        SortedMap<String, String> before = files(folder);
        Fake merge = merging();
        assertThat(merge.run(folder)).isEqualTo(SOME_FAILED);
        assertThat(merge.err.toString()).contains("is merged already");
        assertThat(merge.out.toString()).contains("Does it fake?", "Results in " + folder);
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void aFileThatWasLostIsMadeAgain() throws IOException {
        Path folder = plain();
        SortedMap<String, String> before = files(folder);
        Files.delete(folder.resolve("sales.csv"));
        Files.delete(folder.resolve("runs.parquet"));
        Fake merge = merging();
        assertThat(merge.run(folder)).isEqualTo(SOME_FAILED);
        assertThat(merge.err.toString()).contains("Merging again: runs.parquet, sales.csv are missing.");
        assertThat(files(folder)).isEqualTo(before);
    }

    /** More rows than a group and a block of the database hold, whichever way they came: the same bytes of Parquet. */
    @Test
    void parquetIsTheSamePlainSharedAndExtended() {
        Fake plain = large(30_000);
        plain.threads = 2;
        assertThat(plain.run(temp.resolve("plain"))).isEqualTo(SOME_FAILED);
        for (int i = 1; i <= 3; i++) {
            Fake share = large(30_000);
            share.share = new Work.Share(i, 3);
            share.run(temp.resolve("shared"));
        }
        large(7_001).run(temp.resolve("grown"));
        large(30_000).run(temp.resolve("grown"));
        assertThat(temp.resolve("plain/runs.parquet")).isNotEmptyFile();
        for (String file : List.of("runs.parquet", "sales.parquet", "runs.csv", "summary.csv", "manifest.json")) {
            for (String other : List.of("shared", "grown")) {
                assertThat(temp.resolve(other).resolve(file)).hasSameBinaryContentAs(temp.resolve("plain").resolve(file));
            }
        }
    }

    private static Fake large(int replications) {
        Fake fake = new Fake(0);
        fake.replications = replications;
        fake.runsPerShard = 5_000;
        fake.parquet = ParquetExport::write;
        return fake;
    }
}
