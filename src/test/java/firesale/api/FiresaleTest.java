package firesale.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.cli.Main;
import firesale.kernel.table.CsvLine;
import firesale.model.Measures;
import firesale.model.RunOutcome;
import firesale.world.Feedback;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The black box against the command line, and how it treats its caller. */
class FiresaleTest {

    private static final Map<String, Object> SHORT = Map.of("time.weeks", 60, "time.runOffWeeks", 20);

    @TempDir
    Path folder;

    /** Every number of every row of {@code runs.csv}, to the last bit; what is missing there is NaN here. */
    @ParameterizedTest
    @CsvSource({"baseline, 12, ''", "thesis, 12, credit.loan.ltvHigh=0.8", "replay, 6, time.weeks=70"})
    void equalsTheCommandLineRowForRow(String base, int replications, String setting) throws IOException {
        Path file = folder.resolve("x.yaml");
        Files.writeString(file, "schemaVersion: 1\nname: x\nquestion: Same?\nmodel: {base: " + Path.of("experiments/" + base + ".yaml")
                .toAbsolutePath() + "}\nanalysis: {kind: run, record: [], replications: " + replications + "}\n");
        List<String> command = new ArrayList<>(List.of("run", file.toString(), "--out", folder.resolve("out").toString()));
        Map<String, Object> parameters = new HashMap<>(Map.of("base", base));
        if (!setting.isEmpty()) {
            command.addAll(List.of("--set", setting));
            parameters.put(setting.split("=")[0], setting.split("=")[1]);
        }
        StringWriter err = new StringWriter();
        assertThat(Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), command.toArray(String[]::new))).as(err.toString())
                .isZero();

        List<String> lines = Files.readAllLines(folder.resolve("out/runs.csv"));
        List<String> header = CsvLine.split(lines.get(0));
        PreparedModel model = Firesale.prepare(parameters);
        int compared = 0;
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = CsvLine.split(line);
            Map<String, Double> measures = model.run(Long.parseLong(row.get(header.indexOf("seed"))));
            for (int column = header.indexOf("reason") + 1; column < header.size(); column++) {
                String name = header.get(column);
                assertThat(measures).containsKey(name);
                assertThat(measures.get(name)).as(name).isEqualTo(Double.valueOf(number(row.get(column))));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(replications * RunOutcome.columns().size());
    }

    private static double number(String field) {
        return field.isEmpty() ? Double.NaN : field.equals("true") ? 1 : field.equals("false") ? 0 : Double.parseDouble(field);
    }

    @Test
    void ratiosThatAreNoColumnFollowAndAreTakenWithinTheRun() {
        Map<String, Double> measures = Firesale.run(Map.of("twins", true), 5);
        List<String> names = List.copyOf(measures.keySet());
        List<String> columns = RunOutcome.columns().stream().map(column -> column.name()).toList();
        assertThat(names.subList(0, columns.size())).isEqualTo(columns);
        assertThat(names).containsAll(Measures.ratios().stream().map(ratio -> ratio.name()).toList()).hasSizeGreaterThan(columns.size());
        double amplification = measures.get("lender_losses_before_guarantee_usd") / measures.get("losses_warehouse_usd");
        assertThat(columns).doesNotContain("amplification");
        assertThat(measures.get("amplification")).isEqualTo(amplification).isPositive();
        assertThat(Firesale.run(SHORT, 5).get("amplification")).as("no twins").isNaN();
        assertThat(Firesale.units().keySet()).containsExactlyElementsOf(names);
        assertThat(Firesale.meanings().keySet()).containsExactlyElementsOf(names);
        assertThat(Firesale.units().get("lender_losses_usd")).isEqualTo("USD");
        assertThat(Firesale.meanings().values()).noneMatch(String::isBlank);
    }

    /** One prepared model in four threads, in any order, gives what it gives alone. */
    @Test
    void threadsMayShareAPreparedModel() throws ExecutionException, InterruptedException {
        PreparedModel model = Firesale.prepare(SHORT);
        List<Map<String, Double>> alone = new ArrayList<>();
        for (long seed = 0; seed < 24; seed++) {
            alone.add(model.run(seed));
        }
        assertThat(alone).doesNotHaveDuplicates();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Map<String, Double>>> together = new ArrayList<>();
            for (long seed = 0; seed < 24; seed++) {
                long own = seed;
                together.add(pool.submit(() -> model.run(own)));
            }
            for (int seed = 0; seed < 24; seed++) {
                assertThat(together.get(seed).get()).isEqualTo(alone.get(seed));
            }
        } finally {
            pool.shutdown();
        }
    }

    /** Tools hand over what their language has: doubles for whole numbers, texts for everything, arrays for lists. */
    @Test
    void valuesInAnyUsualForm() {
        Map<String, Double> plain = Firesale.run(Map.of("time.weeks", 60, "twins", false, "auction.format", "pay-as-bid",
                "feedbacks", List.of("losses-spread", "haircuts")), 3);
        assertThat(Firesale.run(Map.of("time.weeks", 60.0, "twins", "false", "auction.format", "pay-as-bid",
                "feedbacks", new Feedback[] {Feedback.LOSSES_SPREAD, Feedback.HAIRCUTS}), 3)).isEqualTo(plain);
        assertThat(Firesale.run(Map.of("time.weeks", "60", "auction.format", "pay-as-bid", "feedbacks", "[losses-spread, haircuts]"), 3))
                .isEqualTo(plain);
        assertThat(Firesale.prepare(Map.of("time.weeks", 60L)).parameters()).containsEntry("time.weeks", "60")
                .containsEntry("time.runOffWeeks", "104");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            time.weks          | 52    | time.weks = 52: time.weks: unknown key; did you mean time.weeks?
            time.weeks         | 0     | time.weeks = 0: time.weeks: expected a whole number from 1 to 1040 (weeks), but found "0"
            time.weeks         | 10.5  | time.weeks = 10.5: time.weeks: expected a whole number from 1 to 1040 (weeks), but found "10.5"; it must be whole
            time.weeks         | NaN   | expected a whole number from 1 to 1040
            credit.loan.ltvLow | x     | credit.loan.ltvLow: expected a number
            base               | basline | base: expected one of baseline, thesis, replay, but found "basline"; did you mean baseline?
            """)
    void badInputIsAnIllegalArgumentWithTheUsualMessage(String key, String value, String message) {
        assertThatThrownBy(() -> Firesale.run(Map.of(key, value), 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatNoParameterIsIsRefused() {
        assertThatThrownBy(() -> Firesale.run(Collections.singletonMap("time.weeks", null), 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessage(
                        "time.weeks: expected a number, true or false, a text, or a list of these, but found null");
        assertThatThrownBy(() -> Firesale.run(Map.of("time.weeks", new Object()), 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("but found java.lang.Object");
        assertThatThrownBy(() -> Firesale.run(Map.of("time.weeks", Double.POSITIVE_INFINITY), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Firesale.run(Map.of(" ", 1), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "thesis", "replay"})
    void everyBaseCaseShips(String name) throws IOException {
        assertThat(Firesale.baseCases()).contains(name);
        assertThat(Path.of("target/classes/experiments/" + name + ".yaml"))
                .hasSameTextualContentAs(Path.of("experiments/" + name + ".yaml"));
        boolean isPlain = Firesale.prepare(Map.of("base", name)).parameters().equals(Firesale.prepare(Map.of()).parameters());
        assertThat(isPlain).isEqualTo(name.equals("baseline"));
    }

    /** Defaults, handed back as texts, are the defaults; ranges are those that hold. */
    @Test
    void parametersDescribeThemselves() {
        Map<String, String> defaults = Firesale.prepare(Map.of()).parameters();
        Map<String, String> given = new HashMap<>();
        for (ParameterInfo parameter : Firesale.parameters()) {
            assertThat(parameter.meaning()).as(parameter.name()).isNotBlank();
            if (defaults.containsKey(parameter.name())) {
                given.put(parameter.name(), parameter.def());
            }
        }
        assertThat(given).hasSizeGreaterThan(400);
        assertThat(Firesale.prepare(given).parameters()).isEqualTo(defaults);
        ParameterInfo weeks = Firesale.parameters().stream().filter(p -> p.name().equals("time.weeks")).findFirst().orElseThrow();
        assertThat(weeks).extracting(ParameterInfo::type, ParameterInfo::unit, ParameterInfo::least, ParameterInfo::most,
                ParameterInfo::def).containsExactly("whole number", "weeks", 1.0, 1040.0, "156");
    }
}
