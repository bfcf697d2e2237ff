package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped own book through the command line, and what happens when its files change. */
class OwnBookCommandTest {

    private static final Path SHIPPED = Path.of("experiments");

    @TempDir
    Path folder;

    private Path out;

    private record Result(int code, String out, String err) {
    }

    private Result run(String... more) {
        StringWriter results = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = {"run", folder.resolve("own-book.yaml").toString(), "--replications", "3", "--record", "none", "--out",
            out.toString()};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        int code = Main.run(new PrintWriter(results), new PrintWriter(err), all);
        return new Result(code, results.toString(), err.toString());
    }

    private Path book(String file) {
        return folder.resolve("data/own-book").resolve(file);
    }

    private void change(String file, String from, String to) throws IOException {
        String content = Files.readString(book(file));
        assertThat(content).contains(from);
        Files.writeString(book(file), content.replace(from, to));
    }

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectories(folder.resolve("data/own-book"));
        for (String file : new String[] {"own-book.yaml", "baseline.yaml", "data/own-book/borrowers.csv", "data/own-book/loans.csv",
            "data/own-book/lenders.csv"}) {
            Files.copy(SHIPPED.resolve(file), folder.resolve(file));
        }
        out = folder.resolve("out");
    }

    /** Results of the old book stay as they are, whatever becomes of the files. */
    @Test
    void aChangedFileIsAnotherPlanAndABrokenOneLosesNothing() throws IOException {
        assertThat(run().code).isEqualTo(ExitCode.FINE);
        String runs = Files.readString(out.resolve("runs.csv"));
        assertThat(runs.lines().count()).isEqualTo(4);
        assertThat(run().code).as("the same plan").isEqualTo(ExitCode.FINE);

        change("lenders.csv", "bank-a,bank,0.05", "bank-a,bank,0.06");
        Result changed = run();
        assertThat(changed.code).isEqualTo(ExitCode.INPUT);
        assertThat(changed.err).contains("results of another plan", "credit.book.lenders (content): was ", "--force");
        assertThat(Files.readString(out.resolve("runs.csv"))).isEqualTo(runs);

        change("loans.csv", "6000,31500", "6001,31500");
        Result broken = run("--force");
        assertThat(broken.code).isEqualTo(ExitCode.INPUT);
        assertThat(broken.err).contains("loans.csv:2: gpus: expected whole nodes of 8 GPUs", "write 6000 or 6008");
        assertThat(broken.out).isEmpty();
        assertThat(Files.readString(out.resolve("runs.csv"))).isEqualTo(runs);

        Files.delete(book("borrowers.csv"));
        assertThat(run("--force").err).contains("own-book.yaml:11:16: credit.book.borrowers", "there is no file");
        assertThat(Files.readString(out.resolve("runs.csv"))).isEqualTo(runs);
    }

    /** The effective experiment names the files so that it runs from the result folder, to the same numbers. */
    @Test
    void theEffectiveExperimentRunsAgain() throws IOException {
        assertThat(run().code).isEqualTo(ExitCode.FINE);
        StringWriter err = new StringWriter();
        Path again = folder.resolve("again");
        int code = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "run", out.resolve("experiment.yaml").toString(), "--out",
                again.toString());
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.FINE);
        assertThat(Files.readString(again.resolve("runs.csv"))).isEqualTo(Files.readString(out.resolve("runs.csv")));
    }
}
