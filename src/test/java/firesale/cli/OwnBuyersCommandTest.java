package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped own buyers through the command line, and what happens when their file changes. */
class OwnBuyersCommandTest {

    @TempDir
    Path folder;

    private Path csv;

    private record Result(int code, String out, String err) {
    }

    private Result run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", folder.resolve("own-buyers.yaml").toString(), "--replications", "3",
                "--record", "sales", "--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        StringWriter results = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(results), new PrintWriter(err), arguments.toArray(new String[0]));
        return new Result(code, results.toString(), err.toString());
    }

    private void change(String from, String to) throws IOException {
        String content = Files.readString(csv);
        assertThat(content).contains(from);
        Files.writeString(csv, content.replace(from, to));
    }

    @BeforeEach
    void copy() throws IOException {
        csv = folder.resolve("data/own-buyers/buyers.csv");
        Files.createDirectories(csv.getParent());
        for (String file : new String[] {"own-buyers.yaml", "baseline.yaml", "data/own-buyers/buyers.csv"}) {
            Files.copy(Path.of("experiments").resolve(file), folder.resolve(file));
        }
    }

    /** Only buyers of the file buy; a changed file is another plan; a broken one is refused and loses nothing. */
    @Test
    void theFileIsPartOfThePlan() throws IOException {
        Result first = run();
        assertThat(first.code).as(first.err).isEqualTo(ExitCode.FINE);
        Path sales = folder.resolve("out/sales.csv");
        String kept = Files.readString(sales);
        List<String> header = List.of(kept.lines().findFirst().orElseThrow().split(","));
        int buyer = header.indexOf("buyer");
        assertThat(kept.lines().skip(1).mapToInt(line -> Integer.parseInt(line.split(",")[buyer])).max().orElse(-1)).isBetween(3, 10);

        change("cloud-a,neocloud,6,44", "cloud-a,neocloud,7,44");
        Result changed = run();
        assertThat(changed.code).isEqualTo(ExitCode.INPUT);
        assertThat(changed.err).contains("results of another plan", "buyers.file (content): was ", "--force");

        change("broker-a,broker", "broker-a,brokers");
        Result broken = run("--force");
        assertThat(broken.code).isEqualTo(ExitCode.INPUT);
        assertThat(broken.err).contains("buyers.csv:12: kind: expected one of ", "but found \"brokers\"; did you mean broker?");
        assertThat(broken.out).isEmpty();
        assertThat(Files.readString(sales)).isEqualTo(kept);

        Files.delete(csv);
        assertThat(run("--force").err).contains("own-buyers.yaml:10:16: buyers.file", "there is no file");
    }

    /** The effective experiment names the file so that it runs from the result folder, to the same numbers. */
    @Test
    void theEffectiveExperimentRunsAgain() throws IOException {
        assertThat(run("--set", "buyers.addToDrawn=true").code).isEqualTo(ExitCode.FINE);
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "run",
                folder.resolve("out/experiment.yaml").toString(), "--out", folder.resolve("again").toString());
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.FINE);
        assertThat(Files.readString(folder.resolve("again/runs.csv"))).isEqualTo(Files.readString(folder.resolve("out/runs.csv")));
    }
}
