package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firesale.kernel.table.CsvLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code firesale appraise} through the command line. */
class AppraiseCommandTest {

    private static final String EXAMPLE = "experiments/data/lots/ten-thousand-h100.yaml";
    private static final Path GOLDEN = Path.of("src/test/resources/firesale/cli/appraise.txt");
    private static final Path GUIDE = Path.of("src/site/markdown/appraise.md");
    private static final String LEAST = "schemaVersion: 1\nlot: {machine: H100-SXM-HGX-air, gpus: 800, ageYears: 1.5}\n";

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

    private static String fine(String command) {
        Result result = run(command.split(" +"));
        assertThat(result.err).isEmpty();
        assertThat(result.code).isEqualTo(ExitCode.FINE);
        assertThat(result.out).doesNotContain("NaN", "Infinity", "$-", "-0.0");
        return result.out;
    }

    private Path lot(String content) throws IOException {
        return Files.writeString(folder.resolve("lot.yaml"), content);
    }

    /** Rewritten by {@code mvn verify -Dtest=AppraiseCommandTest -Dfiresale.golden=write}. */
    @Test
    void theExampleGivesTheKeptText() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String options : List.of("", " --set replications=20 --set hurryWeeks=13 --set week=30", " --set replications=20 --format csv",
                " --set replications=20 --format json", " --set replications=5 --set buyers.file=experiments/data/own-buyers/buyers.csv")) {
            all.append("> appraise ").append(EXAMPLE).append(options).append("\n\n").append(fine("appraise " + EXAMPLE + options)).append('\n');
        }
        if ("write".equals(System.getProperty("firesale.golden"))) {
            Files.writeString(GOLDEN, all);
        }
        assertThat(all).hasToString(Files.readString(GOLDEN));
    }

    /** Each command in the guide is followed by what it prints, and the file stands there as it is. */
    @Test
    void theGuideShowsWhatIsPrinted() throws IOException {
        String page = Files.readString(GUIDE);
        Matcher command = Pattern.compile("(?m)^    \\./firesale (appraise .*)\n\n((?:    .*\n|\n(?=    ))+)").matcher(page);
        int commands = 0;
        while (command.find()) {
            assertThat(command.group(2).replaceAll("(?m)^    ", "")).as(command.group(1)).isEqualTo(fine(command.group(1)));
            commands++;
        }
        assertThat(commands).isPositive();
        assertThat(page).contains(Files.readString(Path.of(EXAMPLE)).lines().map(line -> "    " + line + "\n").reduce("", String::concat));
    }

    /** The same figures in all forms. */
    @Test
    void formsAgree() throws IOException {
        String base = "appraise " + EXAMPLE + " --set replications=20 --format ";
        JsonNode json = new ObjectMapper().readTree(fine(base + "json"));
        List<String> csv = fine(base + "csv").lines().toList();
        String text = fine(base + "text");
        for (String name : List.of("first_best", "fmv", "olv", "flv", "nolv", "book")) {
            String row = csv.stream().filter(line -> line.startsWith("value," + name + ",value,")).findFirst().orElseThrow();
            JsonNode value = json.at("/values/" + name);
            assertThat(CsvLine.split(row).get(4)).isEqualTo(value.get("usdPerGpu").decimalValue().setScale(4).toPlainString());
            assertThat(text).contains(String.format(Locale.ROOT, "$%,.0f", value.get("usdPerGpu").asDouble()));
            assertThat(value.get("low").asDouble()).isLessThanOrEqualTo(value.get("usdPerGpu").asDouble());
            assertThat(value.get("totalMusd").asDouble()).isCloseTo(value.get("usdPerGpu").asDouble() / 100, org.assertj.core.api.Assertions.within(1e-3));
        }
        assertThat(json.get("sold")).hasSize(4);
        assertThat(json.at("/sold/1/usdPerGpu")).isEqualTo(json.at("/values/flv/usdPerGpu"));
        assertThat(json.get("buyers")).hasSize(9);
        for (JsonNode kind : json.get("buyers")) {
            double sum = kind.get("canBid").asDouble();
            for (JsonNode each : kind.get("cannotBid")) {
                sum += each.asDouble();
            }
            assertThat(sum).isCloseTo(kind.get("buyers").asDouble(), org.assertj.core.api.Assertions.within(1e-3));
        }
        assertThat(csv.get(0)).isEqualTo("about,name,figure,unit,mean,low,high,q05,median,q95");
        assertThat(csv).allMatch(line -> CsvLine.split(line).size() == 10);
    }

    /** The least file, its defaults, and settings over it; one world gives no interval. */
    @Test
    void theLeastFile() throws IOException {
        Path file = lot(LEAST);
        String text = fine("appraise " + file + " --set replications=2");
        assertThat(text).startsWith("800 H100-SXM-HGX-air, 1.5 years old, are worth $").contains("the model's defaults, at the start; 2 replications");
        assertThat(fine("appraise " + file + " --set replications=2 --set model.time.weeks=200")).isEqualTo(text);
        assertThat(fine("appraise " + file + " --set replications=2 --set hardware.installationUsdPerGpu=0")).isNotEqualTo(text);
        assertThat(fine("appraise " + file + " --set replications=2 --set seed=2")).isNotEqualTo(text);
        assertThat(fine("appraise " + lot(LEAST + "model:\n  hardware.installationUsdPerGpu: 0\n") + " --set replications=2"))
                .isEqualTo(fine("appraise " + lot(LEAST) + " --set replications=2 --set hardware.installationUsdPerGpu=0"));
        assertThat(fine("appraise " + file + " --set replications=1")).contains("1 replication, seed 1", "         -  ");
        assertThat(fine("appraise " + file + " --set replications=2 --set lot.costUsdPerGpu=20000")).contains("book        $15,000  $12.0m");
        assertThat(fine("appraise " + file + " --set replications=2 --set hurryWeeks=1")).contains("must be sold within 1 week they");
    }

    /** An experiment's model is the world, its own files included, and the lot's file lies over it. */
    @Test
    void theExperimentIsTheWorld() throws IOException {
        Path experiment = Files.writeString(folder.resolve("world.yaml"), """
                schemaVersion: 1
                name: world
                question: What if moving cost nothing?
                model: {hardware.installationUsdPerGpu: 0, time.weeks: 12}
                analysis: {kind: run, replications: 3}
                """);
        String free = fine("appraise " + lot(LEAST) + " --set replications=2 --set hardware.installationUsdPerGpu=0");
        String there = fine("appraise " + lot(LEAST + "experiment: world.yaml\n") + " --set replications=2");
        assertThat(there.replace("the model of " + experiment, "the model's defaults")).isEqualTo(free);
        assertThat(fine("appraise " + lot(LEAST + "experiment: world.yaml\nmodel: {hardware.installationUsdPerGpu: 500}\n")
                + " --set replications=2").replace("the model of " + experiment, "the model's defaults"))
                .isEqualTo(fine("appraise " + lot(LEAST) + " --set replications=2"));
        assertThat(run("appraise", lot(LEAST + "experiment: world.yaml\nweek: 13\n").toString()).err)
                .isEqualTo(folder.resolve("lot.yaml") + ":4:7: week: expected at most time.weeks, 12, but found 13\n");
        Files.writeString(experiment, "schemaVersion: 1\nname: world\nquestion: Q?\nmodel: {time.week: 3}\n");
        assertThat(run("appraise", lot(LEAST + "experiment: world.yaml\n").toString()).err)
                .isEqualTo(experiment + ":4:9: time.week: unknown key; did you mean time.weeks?\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "lot.gpus=-8 | lot.gpus: expected a whole number from 1 to 10000000 (GPUs), but found \"-8\"",
        "lot.gpus=801 | lot.gpus: expected whole nodes of 8 GPUs, but found 801; write 800 or 808",
        "lot.gpus=7 | lot.gpus: expected whole nodes of 8 GPUs, but found 7; write 8",
        "lot.machine=H100-SXM-HGX-aire | lot.machine: expected one of A100-SXM-HGX-air, H100-PCIe-air, H100-SXM-HGX-air, H100-SXM-HGX-liquid, H200-SXM-HGX-air, B200-SXM-HGX-air, GB200-NVL72-liquid, but found \"H100-SXM-HGX-aire\"; did you mean H100-SXM-HGX-air?",
        "lot.ageYears=7 | lot.ageYears: expected less than the machine's life of 7 years, but found 7",
        "lot.ageYears=-1 | lot.ageYears: expected a number from 0 to 11 (a), but found \"-1\"",
        "lot.condition=1.1 | lot.condition: expected a number from 0 to 1 (share), but found \"1.1\"",
        "lots.gpus=8 | lots.gpus: unknown key; did you mean lot.gpus?",
        "hurryWeek=8 | hurryWeek: unknown key; did you mean hurryWeeks?",
        "time.week=8 | time.week: unknown key; did you mean time.weeks?",
        "week=157 | week: expected at most time.weeks, 156, but found 157",
        "hurryWeeks=27 | hurryWeeks: expected at most orderlyWeeks, 26, but found 27",
        "replications=0 | replications: expected a whole number from 1 to 10000 (count), but found \"0\"",
        "model=3 | model: expected keys with values",
        "lot=3 | lot: expected a group of keys, but found a value",
        "experiment=shipped:data/buyers.csv | experiment: expected the path of an experiment file, but found shipped:data/buyers.csv",
        "experiment=nix.yaml | experiment: expected a file name or none, but found \"nix.yaml\"; there is no file nix.yaml",
        "buyers.types.neocloud.pue=0 | buyers.types.neocloud.pue: expected a number from 1 to 5 (ratio), but found \"0\"",
    })
    void badSettings(String setting, String message) throws IOException {
        Result result = run("appraise", lot(LEAST).toString(), "--set", setting);
        assertThat(result.code).isEqualTo(ExitCode.INPUT);
        assertThat(result.out).isEmpty();
        assertThat(result.err).isEqualTo("--set " + setting + ": " + message + "\n");
    }

    @Test
    void badFiles() throws IOException {
        Path file = lot(LEAST + "zap: 1\nmodel:\n  foo: 3\n  time.weeks: x\n");
        assertThat(run("appraise", file.toString()).err).isEqualTo(file + ":3:1: zap: unknown key\n" + file + ":5:3: foo: unknown key\n"
                + file + ":6:15: time.weeks: expected a whole number from 1 to 1040 (weeks), but found \"x\"\n");
        for (String content : List.of("", "schemaVersion: 1\n", "schemaVersion: 1\nlot: {}\n", "lot.gpus: 8\n", LEAST.replace("1\n", "2\n"), "- 1\n", "lot: [1\n", LEAST + "lot.gpus: 8\n",
                LEAST.replace("800", "800.5"), LEAST + "model: 3\n")) {
            Result result = run("appraise", lot(content).toString());
            assertThat(result.code).as(content).isEqualTo(ExitCode.INPUT);
            assertThat(result.out).isEmpty();
            assertThat(result.err).startsWith(file.toString()).doesNotContain("Exception");
        }
        assertThat(run("appraise", folder.toString()).err).isEqualTo(folder + ": expected a YAML file, but this is a folder\n");
        assertThat(run("appraise", folder.resolve("none.yaml").toString()).err).isEqualTo(folder.resolve("none.yaml") + ": there is no such file\n");
        assertThat(run("appraise").code).isEqualTo(ExitCode.INPUT);
        assertThat(run("appraise", EXAMPLE, "--format", "xml").code).isEqualTo(ExitCode.INPUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
    void theLocaleDoesNotMatter(String tag) {
        Locale before = Locale.getDefault();
        List<String> commands = new ArrayList<>();
        Arrays.asList("text", "csv", "json").forEach(form -> commands.add("appraise " + EXAMPLE + " --set replications=3 --format " + form));
        List<String> expected = commands.stream().map(AppraiseCommandTest::fine).toList();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(commands.stream().map(AppraiseCommandTest::fine).toList()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void helpCompletionAndSchemaKnowTheCommand() throws IOException {
        assertThat(run("appraise", "--help").out).contains("Usage: firesale appraise", "Example:  firesale appraise experiments/data/lots/");
        assertThat(run("--help").out).contains("appraise");
        assertThat(run("completion").out).contains("_picocli_firesale_appraise");
        JsonNode schema = new ObjectMapper().readTree(run("describe", "lot").out);
        assertThat(schema.at("/properties/lot/properties/gpus/minimum").asInt()).isEqualTo(1);
        assertThat(schema.at("/properties/hurryWeeks/default").asInt()).isEqualTo(4);
        assertThat(schema.at("/properties/model/properties/time/properties/weeks/default").asInt()).isEqualTo(156);
        assertThat(schema.at("/properties/model/properties/buyers.addToDrawn/default").asBoolean(true)).isFalse();
        assertThat(schema.get("required")).hasSize(2);
    }
}
