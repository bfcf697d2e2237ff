package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private static final String FILE = "schemaVersion: 1\nname: x\nquestion: Why?\n";

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

    @Test
    void helpIsAResult() {
        Result help = run("--help");
        assertThat(help.code).isEqualTo(ExitCode.FINE);
        assertThat(help.out).contains("Usage: firesale", "describe", "completion").doesNotContain("internal");
        assertThat(help.err).isEmpty();
        assertThat(run("run", "--help").out).contains("Usage: firesale run", "--replications");
    }

    @Test
    void noCommandPrintsTheUsageToStandardError() {
        Result nothing = run();
        assertThat(nothing.code).isEqualTo(ExitCode.INPUT);
        assertThat(nothing.out).isEmpty();
        assertThat(nothing.err).contains("Usage: firesale");
    }

    @Test
    void versionNamesJava() {
        assertThat(run("--version").out).startsWith("firesale ").contains("java " + System.getProperty("java.version"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            descibe           | firesale: there is no command descibe
            descibe           | Did you mean: firesale describe?
            run x.yaml --sed 3| firesale: there is no option --sed
            run x.yaml --sed 3| Possible solutions: --seed, --set
            run x.yaml y.yaml | firesale: one argument too many: y.yaml
            run               | firesale: Missing required parameter: 'FILE'
            run x --seed q    | firesale: Invalid value for option '--seed': 'q' is not a long
            describe thing    | firesale: Invalid value for positional parameter at index 0 (SUBJECT): expected one of [parameters, measures, schema, lot]
            describe parameters qqqq | firesale describe: no parameter contains "qqqq"
            describe --format xml    | firesale: Invalid value for option '--format': expected one of [text, csv, json, md]
            run no-such.yaml  | no-such.yaml: there is no such file
            completion fish   | firesale: Invalid value for positional parameter at index 0 (SHELL): expected one of [bash, zsh]
            """)
    void wrongInput(String line, String message) {
        Result result = run(line.strip().split(" +"));
        assertThat(result.code).isEqualTo(ExitCode.INPUT);
        assertThat(result.out).isEmpty();
        assertThat(result.err).contains(message).doesNotContain("\tat ");
    }

    @Test
    void parametersInEveryFormat() throws IOException {
        assertThat(run("describe").out).startsWith("PATH ").contains("time.weeks");
        assertThat(run("describe", "parameters", "time.w").out).contains("time.weeks").doesNotContain("runOff");
        assertThat(run("describe", "parameters", "time.*weeks", "--format", "csv").out)
                .startsWith("path,type,unit,range,default,meaning,source\n").contains("time.weeks,whole number,weeks,1..1040,156,");
        assertThat(run("describe", "parameters", "--format", "md").out).startsWith("| path | type |").contains("\n|---|---|");
        JsonNode json = new ObjectMapper().readTree(run("describe", "parameters", "time.weeks", "--format", "json").out);
        assertThat(json.get(0).get("default").asText()).isEqualTo("156");
    }

    @Test
    void measuresAndSchema() throws IOException {
        assertThat(run("describe", "measures").out).contains("price_discount", "price_usd", "clearing_price_usd", "believed_decline");
        JsonNode schema = new ObjectMapper().readTree(run("describe", "schema").out);
        assertThat(schema.at("/properties/model/properties/time/properties/weeks/maximum").asInt()).isEqualTo(1040);
        assertThat(schema.at("/properties/model/properties/base/type").asText()).isEqualTo("string");
        assertThat(schema.at("/properties/analysis/properties/kind/enum/1").asText()).isEqualTo("sweep");
        assertThat(schema.at("/properties/analysis/properties/variants/additionalProperties/$ref").asText()).isEqualTo("#/$defs/model");
    }

    @Test
    void completionIsAScript() {
        assertThat(run("completion", "bash").out).startsWith("#!/usr/bin/env bash").contains("complete -F");
        assertThat(run("completion", "zsh").out).contains("bashcompinit");
    }

    @Test
    void runAppliesItsOptions() throws IOException {
        String file = Files.writeString(folder.resolve("x.yaml"), FILE).toString();
        Path out = folder.resolve("out");
        Result fine = run("run", file, "--seed", "3", "--set", "time.weeks=3", "--replications", "2", "--record", "sales,weeks",
                "--out", out.toString());
        assertThat(fine.code).isEqualTo(ExitCode.FINE);
        assertThat(fine.out).contains("2 replications, seed 3");
        assertThat(Files.readAllLines(out.resolve("runs.csv"))).hasSize(3);
        assertThat(out.resolve("weeks.csv")).exists();
        assertThat(out.resolve("auctions.csv")).doesNotExist();
        assertThat(run("run", file, "--replications", "0").err).startsWith("--replications: expected a whole number of at least 1");
        assertThat(run("run", file, "--record", "sale").err).startsWith("--record: expected any of sales, auctions, schedules, weeks, events, depth, repo, fleets, or none");
        assertThat(run("run", file, "--threads", "0").err).startsWith("--threads: expected a whole number of at least 1");
        assertThat(run("run", file, "--set", "time.weeks=0").err)
                .startsWith("--set time.weeks=0: time.weeks: expected a whole number from 1 to 1040 (weeks), but found \"0\"");
    }

    @Test
    void debugAddsTheStackTrace() {
        assertThat(run("run", "no-such.yaml", "--debug").err).contains("\tat ", "no-such.yaml: there is no such file");
        assertThat(run("--debug", "run", "no-such.yaml").err).contains("\tat ");
    }

    @Test
    void internalErrorsAreOneLine() {
        StringWriter err = new StringWriter();
        assertThat(Main.failed(new IllegalStateException("odd\nstate"), false, new PrintWriter(err))).isEqualTo(ExitCode.INTERNAL);
        assertThat(Main.failed(new OutOfMemoryError(), false, new PrintWriter(err))).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString().lines()).containsExactly(
                "firesale: internal error: IllegalStateException: odd; run again with --debug for the stack trace",
                "firesale: out of memory; give it more, for example: FIRESALE_JAVA_OPTS=-Xmx1g firesale ...");
    }
}
