package firesale.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firesale.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that have nowhere to go: quick faults. */
class OutputFaultsTest {

    private static final String TINY = "schemaVersion: 1\nname: tiny\nquestion: Where to?\nmodel: {time.weeks: 4, time.runOffWeeks: 1}\n"
            + "analysis: {kind: run, record: [], replications: 3}\n";

    @TempDir
    Path folder;

    private Program program;
    private String file;

    @BeforeEach
    void write() throws IOException {
        program = new Program(folder);
        file = program.file("tiny.yaml", TINY);
    }

    private void assertRefused(String out, String message) {
        StringWriter results = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(results), new PrintWriter(err), "run", file, "--out", out);
        assertThat(code).as(err.toString()).isEqualTo(2);
        assertThat(results.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1).allMatch(line -> line.startsWith(message) && line.endsWith("with --out"));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");
        assertRefused(taken.toString(), taken + " is a file; results need a folder");
        assertRefused(taken + "/below/it", "cannot make the folder " + taken + "/below/it: " + taken + " is a file");
        assertThat(taken).hasContent("mine");
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs /proc");
        assertRefused("/proc/results", "cannot make the folder /proc/results: /proc/results: there is no such file or folder");
    }

    @Test
    void aFullStandardOutputIsAnErrorButTheResultsAreSafe() throws IOException, InterruptedException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full");
        Path results = folder.resolve("r");
        Program.Result result = program.start(List.of(), full, "run", file, "--out", results.toString()).end();
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("firesale: standard output cannot be written: No space left on device");
        assertThat(results.resolve("manifest.json")).content().contains("\"complete\" : true");
        Program.Result again = program.run("run", file, "--out", results.toString());
        assertThat(again.code()).isZero();
        assertThat(again.out()).startsWith("tiny\nWhere to?\n3 replications").contains("Results in " + results);
    }

    /** As after {@code >&-}, and as when a pager has been left: the run goes on to its end. */
    @Test
    @Tag("faults")
    void aClosedStandardOutputStopsNothing() throws IOException, InterruptedException {
        Path results = folder.resolve("closed");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (String end : List.of(">&-", "| true")) {
            Path err = folder.resolve("err.txt");
            int code = new ProcessBuilder("bash", "-c", "set -o pipefail; \"$0\" -cp \"$1\" firesale.cli.Main run \"$2\" --force --out \"$3\" "
                    + end, java, System.getProperty("java.class.path"), file, results.toString()).redirectError(err.toFile()).start().waitFor();
            assertThat(results.resolve("manifest.json")).content().contains("\"complete\" : true");
            if (end.equals(">&-")) {
                assertThat(code).isEqualTo(1);
                assertThat(err).content().contains("firesale: standard output cannot be written");
            } else {
                assertThat(code).as(Files.readString(err)).isZero();
            }
        }
    }
}
