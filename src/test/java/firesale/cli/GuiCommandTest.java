package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says before any window opens. */
class GuiCommandTest {

    private static final String NO_DISPLAY = "firesale gui needs a display, and there is none here; use firesale run FILE "
            + "for the numbers and firesale report DIR for a page with charts, "
            + "or come with ssh -X, or start Xvfb and set DISPLAY\n";

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

    /** In a JVM of its own, as the launcher would start it. */
    private Result start(Map<String, String> environment, List<String> options, String... arguments) throws IOException,
            InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "firesale.cli.Main", "gui"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command.toString()).isTrue();
        return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err,
                StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gui no-such.yaml                                 | no-such.yaml: there is no such file
            gui --point calm                                 | systemic-squeeze has no point "calm"; expected 0 or base
            gui --point 1                                    | systemic-squeeze has no point "1"; expected 0 or base
            gui experiments/frictions.yaml --point 9         | frictions has no point "9"; expected 0 to 8 or one of \
            all-frictions, power-unlimited
            gui --replication -1                             | --replication: expected a whole number of at least 0, but found -1
            gui --replication x                              | Invalid value for option '--replication': 'x' is not an int
            gui --set credit.loan.ltvHihg=1                  | credit.loan.ltvHihg
            gui --set credit.loan.ltvHigh=9                  | credit.loan.ltvHigh
            gui --model-seed 1 --replication 0               | --model-seed: takes the place of a replication's seed
            gui --runs results                               | --runs results: needs --run N, the number of the run
            gui --run 3                                      | --run 3: needs --runs PATH
            gui --runs no-such --run 3                       | no-such: there is no such file or folder
            gui --runs src --run 3                           | src: there is no runs.csv in it
            gui --runs x --run 3 --set a=b                   | --runs: a stored run has its own experiment
            gui --checkpoint pom.xml                         | pom.xml: not a checkpoint of this program, or damaged
            gui --checkpoint no-such                         | no-such: there is no such file
            gui --checkpoint pom.xml --point 1               | --checkpoint: a saved run has its own parameters
            gui a b                                          | one argument too many: b
            """)
    void wrongInput(String line, String message) {
        Result result = run(line.strip().split(" +"));
        assertThat(result.code).isEqualTo(ExitCode.INPUT);
        assertThat(result.out).isEmpty();
        assertThat(result.err).contains(message).doesNotContain("\tat ", "internal error");
    }

    @Test
    void withoutADisplayOneLineSaysWhatToUse() throws IOException, InterruptedException {
        assertThat(start(Map.of(), List.of())).isEqualTo(new Result(ExitCode.INPUT, "", NO_DISPLAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {":7653", "nowhere.invalid:0", "rubbish"})
    void aDisplayThatDoesNotAnswerIsNone(String display) throws IOException, InterruptedException {
        assertThat(start(Map.of("DISPLAY", display), List.of(), "--play")).isEqualTo(new Result(ExitCode.INPUT, "", NO_DISPLAY));
    }

    @Test
    void aHeadlessJavaHasNoDisplay() throws IOException, InterruptedException {
        assertThat(start(Map.of("DISPLAY", ":0"), List.of("-Djava.awt.headless=true")))
                .isEqualTo(new Result(ExitCode.INPUT, "", NO_DISPLAY));
    }
}
