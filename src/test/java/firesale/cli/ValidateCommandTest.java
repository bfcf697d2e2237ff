package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firesale.validation.Check;
import firesale.validation.Theory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

class ValidateCommandTest {

    private record Result(int code, String out, String err) {
    }

    private static Result run(IFactory commands, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(commands, new PrintWriter(out), new PrintWriter(err), arguments);
        return new Result(code, out.toString(), err.toString());
    }

    private static Result run(String... arguments) {
        return run(CommandLine.defaultFactory(), arguments);
    }

    /** The command with these checks for theory. */
    private static IFactory with(List<Check> theory) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == ValidateCommand.class ? type.cast(new ValidateCommand(() -> theory))
                        : CommandLine.defaultFactory().create(type);
            }
        };
    }

    @Test
    void everythingInLinesThatCanBeRead() {
        Result result = run("validate", "--draws", "200");
        List<String> lines = result.out.lines().toList();
        int checks = Theory.checks().size();
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(130));
        assertThat(lines.get(0)).matches("CHECK +CONDITIONS +EXPECTED +SIMULATED +SE +Z +VERDICT");
        assertThat(lines).contains("one unit", "reserve").filteredOn(line -> line.matches("  .*  (holds|FAILS)")).hasSize(checks);
        assertThat(lines.get(lines.size() - 1)).matches(checks + " checks, \\d+ hold");
        assertThat(result.err).isEmpty();
    }

    @Test
    void onlySelects() {
        Result all = run("validate", "--draws", "300", "--only", "RESERVE", "--format", "csv");
        Result some = run("validate", "--draws", "300", "--only", "vickrey*r=0.25", "--format", "csv");
        assertThat(all.code).isEqualTo(ExitCode.FINE);
        assertThat(all.out.lines().count()).isGreaterThan(40);
        assertThat(some.out.lines().toList()).hasSize(3).allSatisfy(line -> assertThat(all.out.lines()).contains(line));
        assertThat(run("validate", "--only", "nash bargain").out).endsWith("1 check, 1 holds\n");
    }

    @Test
    void aFailureHasAnExitCodeOfItsOwn() {
        List<Check> theory = new ArrayList<>(Theory.checks().subList(0, 2));
        Check right = theory.get(0);
        theory.add(new Check(right.topic(), "wrong", right.conditions(), right.source(), right.expected() + 0.1, right.method()));
        Result result = run(with(theory), "validate", "--draws", "2000");
        assertThat(result.code).isEqualTo(ExitCode.CHECKS_FAILED).isEqualTo(4);
        assertThat(result.out).containsPattern("  wrong .* FAILS\n").endsWith("3 checks, 2 hold\n");
        assertThat(run(with(theory), "validate", "--draws", "2000", "--format", "json").code).isEqualTo(4);
        assertThat(run(with(theory), "validate", "--draws", "2000", "--only", "revenue").code).isEqualTo(ExitCode.FINE);
    }

    @Test
    void otherFormatsSayTheSame() throws IOException {
        String[] command = {"validate", "--draws", "300", "--seed", "5", "--only", "seller and buyer", "--format"};
        String[] csv = {command[0], command[1], command[2], command[3], command[4], command[5], command[6], command[7], "csv"};
        String[] json = csv.clone();
        json[8] = "json";
        List<String> lines = run(csv).out.lines().toList();
        JsonNode rows = new ObjectMapper().readTree(run(json).out);
        assertThat(lines.get(0)).isEqualTo("topic,name,conditions,source,expected,tolerance,simulated,standard_error,z,verdict");
        assertThat(rows).hasSize(lines.size() - 1).allSatisfy(row -> {
            assertThat(row.size()).isEqualTo(10);
            assertThat(row.get("expected").isNumber()).isTrue();
            assertThat(row.get("simulated").isNumber()).isTrue();
            assertThat(row.get("z").isNull()).isEqualTo(row.get("standard_error").asDouble() == 0);
            assertThat(row.get("verdict").asText()).isIn("holds", "FAILS");
        });
        assertThat(lines).anyMatch(line -> line.endsWith(",0.0,,holds") || line.endsWith(",0,,holds"));
    }

    @Test
    void theSameInEveryLocaleAndEveryTime() {
        Locale before = Locale.getDefault();
        String[] command = {"validate", "--draws", "300", "--only", "one unit"};
        String plain = run(command).out;
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(run(command).out).isEqualTo(plain).contains("0.333333");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(run("validate", "--draws", "300", "--only", "one unit", "--seed", "2").out).isNotEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --only qqqq   | firesale validate: no check contains "qqqq"
            --draws 1     | --draws: expected a whole number of at least 2, but found 1
            --draws -5    | --draws: expected a whole number of at least 2, but found -5
            --draws many  | firesale: Invalid value for option '--draws': 'many' is not an int
            --draws 1e9   | firesale: Invalid value for option '--draws': '1e9' is not an int
            --seed x      | firesale: Invalid value for option '--seed': 'x' is not a long
            --format xml  | firesale: Invalid value for option '--format': expected one of [text, csv, json]
            reserve       | firesale: one argument too many: reserve
            """)
    void wrongInput(String options, String message) {
        Result result = run(("validate " + options.strip()).split(" +"));
        assertThat(result.code).isEqualTo(ExitCode.INPUT);
        assertThat(result.out).isEmpty();
        assertThat(result.err).contains(message).doesNotContain("\tat ");
    }
}
