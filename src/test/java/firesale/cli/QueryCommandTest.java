package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL over real results of three runs. */
class QueryCommandTest {

    @TempDir
    static Path temp;

    private record Result(int code, String out, String err) {
    }

    private static Result firesale(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err),
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }

    private static Result query(String sql, Object... more) {
        return firesale(Stream.concat(Stream.of("query", results(), sql), Stream.of(more)).toArray());
    }

    private static Path results() {
        return temp.resolve("it's, 100 %");
    }

    @BeforeAll
    static void run() {
        Result run = firesale("run", "experiments/baseline.yaml", "--replications", 3, "--record", "sales", "--out", results());
        assertThat(run.code).as(run.err).isZero();
    }

    private static Path copy(String name) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(name));
        try (Stream<Path> files = Files.list(results())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.map(file -> folder.relativize(file).toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static int columns(String table) throws IOException {
        try (Stream<String> lines = Files.lines(results().resolve(table))) {
            return lines.findFirst().orElseThrow().split(",").length;
        }
    }

    @Test
    void withoutAStatementTheTablesAreListed() throws IOException {
        Result tables = firesale("query", results(), "--format", "csv");
        int sales = Files.readAllLines(results().resolve("sales.csv")).size() - 1;
        assertThat(tables.out.lines().limit(3)).containsExactly("table,rows,columns,file", "runs,3," + columns("runs.csv") + ",runs.parquet",
                "sales," + sales + "," + columns("sales.csv") + ",sales.parquet");
        assertThat(tables.out).contains("\nsummary,");
        assertThat(tables.err).isEmpty();
    }

    /** From Parquet and back: every field of every table is the text that it was. */
    @Test
    void csvIsTheTextOfTheTables() throws IOException {
        for (String table : List.of("runs", "sales")) {
            assertThat(query("FROM " + table, "--format", "csv").out).isEqualTo(Files.readString(results().resolve(table + ".csv")));
        }
    }

    @Test
    void everyColumnOfEveryTableHasAMeaning() {
        assertThat(query("SELECT count(*) AS n FROM meanings WHERE meaning = ''", "--format", "csv").out).isEqualTo("n\n0\n");
        assertThat(query("SELECT type, unit FROM meanings WHERE \"table\" = 'sales' AND \"column\" = 'price_usd'", "--format", "csv").out)
                .isEqualTo("type,unit\nDOUBLE,USD/GPU\n");
    }

    @Test
    void whatTheDatabaseRefusesIsBadInput() {
        Result unknown = query("SELECT price_discuont FROM runs");
        assertThat(unknown.code).isEqualTo(2);
        assertThat(unknown.err).contains("Binder Error", "\"price_discount\"", "LINE 1");
        assertThat(unknown.out).isEmpty();
        assertThat(query("COPY runs TO 'x.csv'").code).isEqualTo(2);
        assertThat(Path.of("x.csv")).doesNotExist();
    }

    @Test
    void jsonAndSeveralLinesAndASemicolon() {
        assertThat(query("SELECT count(*) AS n -- runs; all of them\nFROM runs\n\nWHERE true;", "--format", "json").out)
                .isEqualTo("[\n{\"n\":3}\n]\n");
    }

    /** And asking leaves no trace in it. */
    @Test
    void aFolderThatCannotBeWrittenCanBeAsked() throws IOException {
        Path folder = copy("read-only");
        Set<String> before = names(folder);
        assertThat(folder.toFile().setWritable(false)).isTrue();
        try {
            Result result = firesale("query", folder, "SELECT count(*) AS n FROM sales WHERE run < 0", "--format", "csv");
            assertThat(result.code).as(result.err).isZero();
            assertThat(result.out).isEqualTo("n\n0\n");
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
        assertThat(names(folder)).isEqualTo(before);
    }

    @Test
    void anIncompleteFolderIsAskedAsItWasMergedLast() throws IOException {
        Path folder = copy("incomplete");
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"complete\" : true", "\"complete\" : false"));
        Files.writeString(folder.resolve("runs.parquet"), "older than the table");
        Result result = firesale("query", folder, "--format", "csv");
        assertThat(result.out).contains("\nruns,3," + columns("runs.csv") + ",runs.csv\n");
        assertThat(result.err).contains("is not complete");
        assertThat(firesale("query", folder, "FROM runs", "--format", "csv").out).isEqualTo(Files.readString(folder.resolve("runs.csv")));
    }

    @Test
    void foldersWithoutTablesAreExplained() throws IOException {
        Path folder = copy("unmerged");
        Result none = firesale("query", temp.resolve("nowhere"));
        assertThat(none.code).isEqualTo(2);
        assertThat(none.err).contains("there is no such folder");
        for (String table : List.of("runs", "sales")) {
            Files.delete(folder.resolve(table + ".csv"));
            Files.delete(folder.resolve(table + ".parquet"));
        }
        assertThat(firesale("query", folder).out).as("the table that is left").contains("summary").doesNotContain("runs.");
        Files.delete(folder.resolve("summary.csv"));
        Files.delete(folder.resolve("quantiles.csv"));
        assertThat(firesale("query", folder).err).contains("has no tables any more: firesale merge " + folder);
        Files.delete(folder.resolve("schema.json"));
        assertThat(firesale("query", folder).err).contains("has no merged tables yet");
        Files.delete(folder.resolve("manifest.json"));
        assertThat(firesale("query", folder).err).contains("holds no results");
    }

    @Test
    void anAnswerCanBeWrittenToAFile() throws IOException {
        Path file = temp.resolve("answer.csv");
        assertThat(query("FROM runs", "--format", "csv", "--out", file).out).isEmpty();
        assertThat(file).hasSameTextualContentAs(results().resolve("runs.csv"));
        assertThat(query("FROM nothing", "--format", "csv", "--out", file).code).isEqualTo(2);
        assertThat(file).as("kept when the next answer fails").hasSameTextualContentAs(results().resolve("runs.csv"));
        assertThat(temp.resolve("answer.csv.part")).doesNotExist();
    }

    @Test
    void neitherAnswerNorReportOverwritesResults() throws IOException {
        Path other = copy("guarded");
        Files.createDirectories(other.resolve("charts"));
        Path link = Files.createSymbolicLink(temp.resolve("link"), other);
        String before = Files.readString(other.resolve("runs.csv"));
        Set<String> names = names(other);
        for (Path bad : List.of(other.resolve("runs.csv"), other.resolve("new.csv"), other.resolve("charts/x.csv"), link.resolve("runs.csv"),
                link.resolve("charts/../runs.csv"))) {
            for (Result refused : List.of(query("FROM runs", "--out", bad), firesale("report", results(), "--out", bad))) {
                assertThat(refused.code).as(bad + refused.err).isEqualTo(2);
                assertThat(refused.err).contains("lies in the result folder " + other.toRealPath());
            }
        }
        // another folder's page is a file of a result folder as well
        assertThat(firesale("report", results(), "--out", other.resolve("report.html")).code).isEqualTo(2);
        assertThat(query("FROM runs", "--out", other.resolve("report.html")).code).isEqualTo(2);
        Files.delete(other.resolve("manifest.json"));
        assertThat(query("FROM runs", "--out", other.resolve("runs.csv")).err).as("by its lock").contains("it has .lock");
        assertThat(Files.readString(other.resolve("runs.csv"))).isEqualTo(before);
        names.remove("manifest.json");
        assertThat(names(other)).isEqualTo(names);
        assertThat(firesale("report", results(), "--out", results().resolve("charts/../report.html")).code).isZero();
    }

    @Test
    void whereAnAnswerCannotBeWrittenIsSaid() throws IOException {
        Path places = Files.createDirectories(temp.resolve("places"));
        Files.writeString(places.resolve("file"), "mine");
        Files.writeString(places.resolve("x.csv.part"), "mine");
        assertThat(query("FROM runs", "--out", places.resolve("no/x.csv")).err)
                .isEqualTo(places.resolve("no") + " does not exist: make it first, or choose another file with --out\n");
        assertThat(query("FROM runs", "--out", places).err).startsWith(places + " is a folder:");
        assertThat(query("FROM runs", "--out", "").err).startsWith("--out: was empty");
        assertThat(query("FROM runs", "--out", places.resolve("file/x.csv")).err).startsWith(places.resolve("file") + " is no folder");
        for (Object bad : List.of(places.resolve("no/x.csv"), places, "", places.resolve("file/x.csv"), places.resolve("x".repeat(300)))) {
            Result refused = query("FROM runs", "--out", bad);
            assertThat(refused.code).as(refused.err).isEqualTo(2);
            assertThat(refused.err).doesNotContain("internal error").contains("--out");
        }
        assertThat(query("FROM runs", "--out", places.resolve("x.csv")).code).isZero();
        assertThat(places.resolve("x.csv.part")).hasContent("mine");
        assertThat(names(places)).containsExactlyInAnyOrder("", "file", "x.csv.part", "x.csv");
    }

    @Test
    void pivotIsRefusedWithTheFormThatWorks() {
        Result refused = query("SELECT * FROM (PIVOT sales ON buyer_type USING sum(gpus) GROUP BY run)");
        assertThat(refused.code).isEqualTo(2);
        assertThat(refused.err).contains("PIVOT must stand in brackets and name its values");
        String form = refused.err.replaceAll("(?s).*such as (SELECT .*)\\n", "$1");
        assertThat(query(form, "--format", "csv").out).startsWith("run,scrap,broker\n");
    }

    @Test
    void examplesOfTheHelpFitALine() {
        Result help = firesale("query", "--help");
        assertThat(help.out.lines()).allMatch(line -> line.length() <= 80)
                .filteredOn(line -> line.startsWith("  firesale query")).hasSize(4)
                .allMatch(line -> line.chars().filter(c -> c == '"').count() % 2 == 0);
    }

    @Test
    void aReportOfABrokenTableNamesNoJavaClass() throws IOException {
        Path folder = copy("broken");
        Files.writeString(folder.resolve("runs.csv"), "nonsense\n1\n");
        Result refused = firesale("report", folder);
        assertThat(refused.code).isEqualTo(2);
        assertThat(refused.err).isEqualTo("cannot make the report of " + folder + ": runs.csv has no column run\n");
    }

    /** As by Ctrl-C, which ends in an interrupt of this thread. */
    @Test
    void anInterruptedQuerySaysSo() throws IOException {
        Path file = temp.resolve("interrupted.csv");
        Thread.currentThread().interrupt();
        Result result = query("FROM runs", "--format", "csv", "--out", file);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(result.code).isEqualTo(130);
        assertThat(result.err).isEqualTo("Interrupted.\n");
        assertThat(file).doesNotExist();
    }

    /** On a terminal of 60 characters. */
    @Test
    void wideTablesAreCutToTheTerminal() {
        System.setProperty("firesale.columns", "60");
        try {
            Result result = query("FROM runs");
            assertThat(result.out.lines()).hasSize(4).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60).endsWith("  ..."));
            assertThat(result.err).containsPattern("\\d of \\d+ columns fit here");
        } finally {
            System.clearProperty("firesale.columns");
        }
    }

    @Test
    void mergingAFolderNeedsNothingButTheFolder() throws IOException {
        Path folder = temp.resolve("merged");
        firesale("run", "experiments/baseline.yaml", "--replications", 2, "--seed", 7, "--set", "repo.capacityUsd=1e9", "--record", "none",
                "--out", folder);
        byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));
        byte[] yaml = Files.readAllBytes(folder.resolve("experiment.yaml"));
        byte[] parquet = Files.readAllBytes(folder.resolve("runs.parquet"));
        assertThat(firesale("merge", folder).err).contains("is merged already");
        Files.delete(folder.resolve("runs.parquet"));
        Result again = firesale("merge", folder);
        assertThat(again.code).as(again.err).isZero();
        assertThat(folder.resolve("manifest.json")).hasBinaryContent(manifest);
        assertThat(folder.resolve("experiment.yaml")).hasBinaryContent(yaml);
        assertThat(folder.resolve("runs.parquet")).hasBinaryContent(parquet);
        assertThat(firesale("merge", temp).err).contains("has no experiment.yaml");
    }
}
