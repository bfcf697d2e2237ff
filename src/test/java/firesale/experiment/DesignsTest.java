package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.experiment.store.PlanChange;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Settings;
import firesale.model.ModelParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points that an experiment file makes of lists, ranges and tables. */
class DesignsTest {

    private static final String HEAD = "schemaVersion: 1\nname: x\nquestion: Why?\n";
    private static final String RANGES = "ranges: {buyers.rackScale: [0.1, 10, log], credit.loan.spread: [0.02, 0.1], "
            + "time.weeks: [10, 13], auction.format: [english, dutch], repo.frozenSeizures: [true, false], "
            + "frictions: [[rack-power, repo], []]}";

    /** Kept, since it reads all classes to tell which they are. */
    private static final SimulatedModel<?> MODEL = SimulatedModel.fireSale();

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private ExperimentFile read(String analysis) throws IOException {
        return ExperimentFile.read(write("x.yaml", HEAD + "analysis: {" + analysis + "}"));
    }

    private String failure(String analysis) throws IOException {
        try {
            read(analysis);
        } catch (InputException e) {
            return e.getMessage().replace(folder + "/", "");
        }
        throw new AssertionError("accepted: " + analysis);
    }

    private static List<String> ids(ExperimentFile experiment) {
        return experiment.points().stream().map(Point::id).toList();
    }

    @Test
    void oneAtATimeBeginsWithTheModelAsItIs() throws IOException {
        ExperimentFile alone = read("kind: sweep, design: one-at-a-time, grid: {time.weeks: [52, 156], time.runOffWeeks: [10, 20]}");
        assertThat(ids(alone)).as("156 weeks are the default: the base point")
                .containsExactly("base", "time.weeks=52", "time.runOffWeeks=10", "time.runOffWeeks=20");
        assertThat(alone.points().get(1).varied()).isEqualTo(Map.of("time.weeks", "52", "time.runOffWeeks", "104"));
        assertThat(alone.points().get(3).parameters().time()).isEqualTo(new ModelParameters.Time(156, 20));
        assertThat(alone.baselines()).containsOnly(0);
        ExperimentFile crossed = read("kind: sweep, design: one-at-a-time, variants: {a: {twins: true}, b: }, grid: {time.weeks: [5]}");
        assertThat(ids(crossed)).containsExactly("a", "a/time.weeks=5", "b", "b/time.weeks=5");
        assertThat(crossed.baselines()).as("each with its own variant").containsExactly(0, 0, 0, 2);
        ExperimentFile set = read("kind: sweep, design: one-at-a-time, grid: {time.weeks: [52, 156]}").withSettings(List.of("twins=true"));
        assertThat(ids(set)).containsExactly("base", "time.weeks=52");
    }

    @Test
    void aListGoesSideBySide() throws IOException {
        ExperimentFile list = read("kind: sweep, design: list, variants: {a: , b: {twins: true}}, "
                + "grid: {time.weeks: [5, 6, 5], time.runOffWeeks: [1, 2, 3]}");
        assertThat(ids(list)).containsExactly("a/time.weeks=5,time.runOffWeeks=1", "a/time.weeks=6,time.runOffWeeks=2",
                "a/time.weeks=5,time.runOffWeeks=3", "b/time.weeks=5,time.runOffWeeks=1", "b/time.weeks=6,time.runOffWeeks=2",
                "b/time.weeks=5,time.runOffWeeks=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"latin-hypercube", "sobol"})
    void rangesAreFilledEvenlyWithShortNumbers(String design) throws IOException {
        ExperimentFile drawn = read("kind: sweep, design: " + design + ", samples: 64, " + RANGES);
        assertThat(ids(drawn)).hasSize(64).startsWith("s0001", "s0002").endsWith("s0064");
        assertThat(drawn.points().get(0).varied().keySet()).containsExactly("buyers.rackScale", "credit.loan.spread", "time.weeks",
                "auction.format", "repo.frozenSeizures", "frictions");
        List<ModelParameters> all = drawn.points().stream().map(Point::parameters).toList();
        for (int decade = 0; decade < 2; decade++) {
            double low = decade == 0 ? 0.1 : 1;
            assertThat(all.stream().filter(p -> p.buyers().rackScale() >= low && p.buyers().rackScale() < 10 * low))
                    .as("half of the points in each half of the logs").hasSize(32);
        }
        for (int weeks = 10; weeks <= 13; weeks++) {
            int number = weeks;
            assertThat(all.stream().filter(p -> p.time().weeks() == number)).as("a quarter each, both ends included").hasSize(16);
        }
        assertThat(all.stream().filter(p -> p.frictions().isEmpty())).hasSize(32);
        assertThat(drawn.points()).allSatisfy(point -> {
            assertThat(point.varied().get("credit.loan.spread")).matches("0\\.\\d{1,7}");
            assertThat(point.parameters().credit().loan().spread()).isEqualTo(Double.parseDouble(point.varied().get("credit.loan.spread")))
                    .isBetween(0.02, 0.1);
        });
        assertThat(drawn.points()).as("the same file gives the same points")
                .isEqualTo(read("kind: sweep, design: " + design + ", samples: 64, " + RANGES).points());
        assertThat(drawn.withSeed(2).points()).as("--seed draws others").isNotEqualTo(drawn.points())
                .isEqualTo(read("kind: sweep, seed: 2, design: " + design + ", samples: 64, " + RANGES).points());
        assertThat(drawn.withSeed(2).withSeed(1).points()).isEqualTo(drawn.points());
        assertThat(drawn.withSettings(List.of("twins=true")).withSeed(2).points().get(0).parameters().twins()).isTrue();
    }

    /** Six digits of the number or of the width, whichever are finer, also where the width is 1, 2 or 10. */
    @ParameterizedTest
    @CsvSource({"1000, 1001, 1000.33333", "100000, 100002, 100000.66667", "0, 1, 0.333333", "0, 10, 3.33333",
            "-1000000, 2000000, 0",
        "1000000, 4000000, 2000000", "0.25, 4, 1.5"})
    void numbersHaveSixDigits(double low, double high, String third) {
        assertThat(new ValueRange.Numbers("x", null, false, low, high, false).valueText(1.0 / 3)).isEqualTo(third);
    }

    @Test
    void moreSobolSamplesKeepTheEarlierPoints() throws IOException {
        List<Point> few = read("kind: sweep, design: sobol, samples: 10, " + RANGES).points();
        List<Point> many = read("kind: sweep, design: sobol, samples: 33, " + RANGES).points();
        assertThat(many.subList(0, 10)).isEqualTo(few);
    }

    @Test
    void samplesAreCrossedWithVariants() throws IOException {
        ExperimentFile drawn = read("kind: sweep, design: sobol, samples: 2, baseline: a, variants: {a: , b: {twins: true}}, "
                + "ranges: {time.weeks: [5, 500]}");
        assertThat(ids(drawn)).containsExactly("a/s0001", "a/s0002", "b/s0001", "b/s0002");
        assertThat(drawn.points().get(2).parameters().time()).isEqualTo(drawn.points().get(0).parameters().time());
        assertThat(drawn.baselines()).containsExactly(0, 1, 0, 1);
    }

    @Test
    void wholeNumbersInLogs() throws IOException {
        ExperimentFile drawn = read("kind: sweep, design: sobol, samples: 1024, ranges: {time.weeks: [1, 3, log]}");
        long ones = drawn.points().stream().filter(point -> point.parameters().time().weeks() == 1).count();
        assertThat(ones).as("from 1 to 2 of 1 to 4, in logs the half").isEqualTo(512);
        assertThat(drawn.points()).allMatch(point -> point.parameters().time().weeks() <= 3);
    }

    @Test
    void aTableKeepsOrderAndIds() throws IOException {
        write("sub/p.csv", "\uFEFFtime.weeks,id,question.x,frictions\r\n".replace("question.x", "auction.format")
                + "\"7\",late,english,rack-power;repo\r\n5,early,dutch,\"[repo, rack-power]\"\r\n\r\n");
        ExperimentFile table = read("kind: sweep, design: csv, points: sub/p.csv, baseline: early");
        assertThat(ids(table)).containsExactly("late", "early");
        assertThat(table.points().get(0).varied()).isEqualTo(
                Map.of("time.weeks", "7", "auction.format", "english", "frictions", "[rack-power, repo]"));
        assertThat(table.baselines()).containsExactly(1, 1);
        write("q.csv", "time.weeks\n3\n4\n");
        assertThat(ids(read("kind: sweep, design: csv, points: q.csv"))).containsExactly("p0001", "p0002");
        assertThatThrownBy(() -> table.withSettings(List.of("time.weeks=9")))
                .hasMessage("--set time.weeks=9: time.weeks: varied by the table at " + folder.resolve("sub/p.csv") + ":1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id,time.wekes;a,3 | p.csv:1: time.wekes: unknown key; did you mean time.weeks?
            id;a | p.csv:1: a: unknown key
            id,time.weeks;a,3;a,4 | p.csv:3: id: there are two points named a
            id,time.weeks;a b,3 | p.csv:2: id: expected a name of at most 100 characters without spaces, commas, slashes, equals signs and quotes, but found "a b"
            id,time.weeks;a,x | p.csv:2: time.weeks: expected a whole number from 1 to 1040 (weeks), but found "x"
            id,time.weeks;a, | p.csv:2: time.weeks: expected text, but the field is empty
            id,time.weeks;a,3,4 | p.csv:2: expected 2 fields as in the header, but found 3
            time.weeks,time.weeks;3,4 | p.csv:1: column "time.weeks" stands twice in the header
            time.weeks | p.csv: expected a header and at least one row, a row a point
            """)
    void wrongTables(String lines, String message) throws IOException {
        write("p.csv", lines.replace("id;a", "id,a;b,1").replace(";", "\n"));
        assertThat(failure("kind: sweep, design: csv, points: p.csv")).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: run, ranges: {time.weeks: [1, 2]} | x.yaml:4:32: analysis.ranges.time.weeks: has no meaning for kind: run; write kind: sweep
            kind: run, design: sobol | x.yaml:4:23: analysis.design: has no meaning for kind: run; write kind: sweep
            kind: sweep, ranges: {time.weeks: [1, 2]} | x.yaml:4:34: analysis.ranges.time.weeks: has no meaning for design: grid; write design: latin-hypercube or design: sobol
            kind: sweep, samples: 9 | x.yaml:4:25: analysis.samples: has no meaning for design: grid; write design: latin-hypercube or design: sobol
            kind: sweep, levels: 6 | x.yaml:4:25: analysis.levels: has no meaning for kind: sweep; write kind: sensitivity
            kind: sweep, method: morris | x.yaml:4:25: analysis.method: has no meaning for kind: sweep; write kind: sensitivity
            kind: sweep, design: sobol | x.yaml:4:33: analysis.design: design: sobol draws points from analysis.ranges: list keys there, each with [low, high]
            kind: sweep, design: list | x.yaml:4:33: analysis.design: design: list combines the lists of analysis.grid: list keys there, each with [a, b]
            kind: sweep, design: csv | x.yaml:4:33: analysis.design: design: csv needs analysis.points, the name of the table
            kind: sweep, design: csv, points: p.csv | x.yaml:4:46: analysis.points: expected a file name or none, but found "p.csv"; there is no file p.csv
            kind: sweep, design: list, grid: {time.weeks: [1, 2], time.runOffWeeks: [3]} | x.yaml:4:66: analysis.grid.time.runOffWeeks: has 1 values, but time.weeks has 2; with design: list all lists are as long as each other
            kind: sweep, design: sobol, ranges: {time.weeks: [2, 1]} | x.yaml:4:61: analysis.ranges.time.weeks: expected the lower end first, but found 2 and 1
            kind: sweep, design: sobol, ranges: {time.weeks: [0, 1]} | x.yaml:4:62: time.weeks: expected a whole number from 1 to 1040 (weeks), but found "0"
            kind: sweep, design: sobol, ranges: {time.weeks: 3} | x.yaml:4:61: analysis.ranges.time.weeks: expected [low, high] or [low, high, log], each a whole number from 1 to 1040 (weeks)
            kind: sweep, design: sobol, ranges: {time.weeks: [1, 2, lin]} | x.yaml:4:61: analysis.ranges.time.weeks: expected [low, high] or [low, high, log], each a whole number from 1 to 1040 (weeks)
            kind: sweep, design: sobol, ranges: {credit.loan.spread: [0, 1, log]} | x.yaml:4:69: analysis.ranges.credit.loan.spread: expected a lower end above 0, since it is evenly in logs, but found 0
            kind: sweep, design: sobol, ranges: {time.wekes: [1, 2]} | x.yaml:4:49: analysis.ranges.time.wekes: unknown key; did you mean time.weeks?
            kind: sweep, design: sobol, ranges: {auction.format: [english]} | x.yaml:4:65: analysis.ranges.auction.format: expected a list of choices, such as [a, b], each one of english, dutch, first-price, vickrey, uniform-price, pay-as-bid, ausubel-clock, multi-unit-vickrey, search
            kind: sweep, design: sobol, ranges: {auction.format: [english, dutsh]} | x.yaml:4:75: auction.format: expected one of english, dutch, first-price, vickrey, uniform-price, pay-as-bid, ausubel-clock, multi-unit-vickrey, search, but found "dutsh"; did you mean dutch?
            kind: sweep, design: sobol, samples: 60000, variants: {a: , b: {twins: true}}, ranges: {time.weeks: [1, 2]} | x.yaml:4:49: analysis.samples: 120000 points in all, expected at most 100000
            kind: sweep, design: sobol, variants: {a: {time.weeks: 3}}, ranges: {time.weeks: [1, 2]} | x.yaml:4:81: time.weeks: set by the variant a and varied by the ranges
            kind: sensitivity | x.yaml:4:18: analysis.kind: sensitivity needs analysis.ranges: list keys there, each with [low, high]
            kind: sensitivity, design: sobol, ranges: {time.weeks: [1, 2]} | x.yaml:4:31: analysis.design: has no meaning for kind: sensitivity, whose method makes the points
            kind: sensitivity, samples: 99999, ranges: {time.weeks: [1, 2]} | x.yaml:4:40: analysis.samples: 299997 points in all, expected at most 100000
            kind: sensitivity, method: morris, levels: 5, ranges: {time.weeks: [1, 2]} | x.yaml:4:55: analysis.levels: expected an even number, but found 5
            kind: sensitivity, method: morris, ranges: {auction.format: [english, dutch, search]} | x.yaml:4:56: analysis.ranges.auction.format: 3 choices do not stand evenly at 4 levels; write analysis.levels: 6
            kind: sensitivity, method: morris, levels: 8, ranges: {auction.format: [english, dutch, search], twins: [true, false]} | x.yaml:4:67: analysis.ranges.auction.format: 3 choices do not stand evenly at 8 levels; write analysis.levels: 12
            kind: sensitivity, method: morris, levels: 100, ranges: {time.weeks: [10, 11, log]} | x.yaml:4:69: analysis.ranges.time.weeks: a step of Morris screening on 100 levels would leave it at 10; write fewer analysis.levels or a wider range
            kind: sensitivity, grid: {time.weeks: [1, 2]}, ranges: {time.runOffWeeks: [1, 2]} | x.yaml:4:38: analysis.grid.time.weeks: has no meaning for kind: sensitivity; put the keys into analysis.ranges
            """)
    void refusals(String analysis, String message) throws IOException {
        assertThat(failure(analysis).replace("no file " + folder + "/", "no file ")).isEqualTo(message);
    }

    @Test
    void variantsHaveNoIndices() throws IOException {
        assertThat(failure("kind: sensitivity, variants: {a: {twins: true}}, ranges: {time.weeks: [1, 2]}"))
                .startsWith("x.yaml:4:46: analysis.variants.a.twins: has no meaning for kind: sensitivity, whose indices are of one model");
        assertThat(failure("kind: sweep, design: sobol, grid: {time.weeks: [3]}, ranges: {time.weeks: [1, 2]}"))
                .startsWith("x.yaml:4:47: analysis.grid.time.weeks: has no meaning for design: sobol");
    }

    @Test
    void settingsOfRangesAreRefused() throws IOException {
        ExperimentFile drawn = read("kind: sweep, design: sobol, samples: 2, ranges: {time.weeks: [1, 2]}");
        assertThatThrownBy(() -> drawn.withSettings(List.of("time.weeks=9")))
                .hasMessage("--set time.weeks=9: time.weeks: varied by the ranges at " + folder.resolve("x.yaml") + ":4:61");
    }

    /** With the same texts a point is bound to the same record, whether it shares parts or is bound alone. */
    @Test
    void sharedPartsChangeNothing() throws IOException {
        ExperimentFile drawn = read("kind: sweep, design: latin-hypercube, samples: 5, " + RANGES);
        for (Point point : drawn.points()) {
            List<String> settings = point.varied().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
            assertThat(ExperimentFile.modelSchema().bind(Settings.ofArguments(settings)))
                    .isEqualTo(point.parameters());
            assertThat(point.parameters().hardware()).isSameAs(drawn.points().get(0).parameters().hardware());
        }
    }

    static Stream<String> designs() {
        return Stream.of("kind: run", "kind: sweep, variants: {a: {twins: true}, b: }, grid: {time.weeks: [1, +2]}",
                "kind: sweep, design: one-at-a-time, grid: {time.weeks: [1, 156], auction.format: [english, dutch]}",
                "kind: sweep, design: list, grid: {time.weeks: [1, 2, 1], time.runOffWeeks: [1, 2, 3]}",
                "kind: sweep, seed: 3, design: latin-hypercube, samples: 20, variants: {a: , b: {twins: true}}, " + RANGES,
                "kind: sweep, design: sobol, samples: 600, " + RANGES,
                "kind: depth, capacities: 3, design: sobol, samples: 3, ranges: {credit.loan.spread: [0.02, 0.1]}",
                "kind: sweep, design: csv, points: ../points.csv");
    }

    /** Of every design, and of every file in experiments: what lies beside the results is the same plan. */
    @ParameterizedTest
    @MethodSource("designs")
    void theFileBesideTheResultsIsTheSamePlan(String analysis) throws IOException {
        write("points.csv", "id,time.weeks,frictions\na,3,repo\nb,4,\"[repo, hurry]\"\n");
        Path file = write("deep/x.yaml", HEAD + "model.twins: false\nanalysis: {" + analysis + "}");
        requireSamePlan(ExperimentFile.read(file).withReplications(7));
        requireSamePlan(ExperimentFile.read(file).withSeed(11).withSettings(List.of("credit.measureSpreads=true")));
    }

    @Test
    void filesThatVaryAreNamedTheSameEverywhere() throws IOException {
        String rest = "kind: sweep, grid: {market.replay.btc.file: [one/x.csv, two/x.csv]}}\nmodel.market.replay.btc: {file: two/x.csv, column: p, "
                + "tier: marketplace";
        write("deep/one/x.csv", "date,p\n2026-01-05,3\n");
        write("deep/two/x.csv", "date,p\n2026-01-05,4\n");
        ExperimentFile files = ExperimentFile.read(write("deep/x.yaml", HEAD + "analysis: {" + rest + "}"));
        assertThat(ids(files)).containsExactly("market.replay.btc.file=one/x.csv", "market.replay.btc.file=two/x.csv");
        requireSamePlan(files);
    }

    @Test
    void everyExperimentIsTheSamePlanFromItsResults() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("experiments"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                requireSamePlan(ExperimentFile.read(file));
            }
        }
    }

    private void requireSamePlan(ExperimentFile experiment) throws IOException {
        Path results = folder.resolve("results/" + experiment.name());
        Path copy = write("results/" + experiment.name() + "/experiment.yaml", experiment.effectiveYaml(results));
        ExperimentFile again = ExperimentFile.read(copy);
        assertThat(again.points()).extracting(Point::id).isEqualTo(ids(experiment));
        assertThat(again.effectiveYaml(results)).isEqualTo(Files.readString(copy));
        Plan plan = plan(experiment);
        Plan other = plan(again);
        assertThat(other.identity()).as(experiment.name()).isEqualTo(plan.identity());
        assertThat(other.shards()).isEqualTo(plan.shards());
        assertThat(other.points()).extracting(Point::varied).isEqualTo(plan.points().stream().map(Point::varied).toList());
    }

    private Plan plan(ExperimentFile experiment) {
        Design design = experiment.design(folder);
        Analysis analysis = Analyses.of(design);
        return new Plan(design, analysis.points(design.points()), analysis.baselines(design.points(), design.baselines()),
                MODEL, Plan.RUNS_PER_SHARD);
    }

    @Test
    void anIdentityOfManyPointsIsShortAndNamesTheKey() throws IOException {
        String sweep = "kind: sweep, design: sobol, samples: 2000, ranges: {credit.loan.spread: [0.02, 0.1], time.weeks: ";
        Plan plan = plan(read(sweep + "[10, 20]}"));
        Set<String> ofPoints = plan.identity().keySet().stream().filter(key -> key.endsWith(" at points")).collect(Collectors.toSet());
        assertThat(ofPoints).containsExactlyInAnyOrder("credit.loan.spread varied at points", "time.weeks varied at points",
                "credit.loan.spread at points", "time.weeks at points");
        assertThat(plan.identity().get("points")).startsWith("2000: s0001, s0002, s0003, ... (hash ");
        assertThat(plan.identity().values()).allMatch(value -> value.length() < 700);
        assertThat(PlanChange.between(plan.identity(), plan(read(sweep + "[10, 20]}")).identity())).isEqualTo(new PlanChange.None());
        assertThat(PlanChange.between(plan.identity(), plan(read(sweep + "[10, 21]}")).identity()))
                .isInstanceOfSatisfying(PlanChange.Other.class, other -> assertThat(other.first()).startsWith("time.weeks"));
        write("a.csv", table(1500));
        write("b.csv", table(1200));
        assertThat(PlanChange.between(plan(read("kind: sweep, design: csv, points: a.csv")).identity(),
                plan(read("kind: sweep, design: csv, points: b.csv")).identity()))
                .as("one value of one point in the middle").isInstanceOfSatisfying(PlanChange.Other.class,
                        other -> assertThat(other.first()).startsWith("credit.loan.spread varied at points: was 0.05, 0.05, 0.05, "));
    }

    private static String table(int special) {
        StringBuilder text = new StringBuilder("credit.loan.spread\n");
        for (int i = 0; i < 2000; i++) {
            text.append(i == special ? "0.06\n" : "0.05\n");
        }
        return text.toString();
    }

    /** What a plan of many points weighs: counted in shared and own parts, not in time. */
    @Test
    void manyPointsAreLean() throws IOException {
        ExperimentFile drawn = read("kind: sweep, design: latin-hypercube, samples: 12288, ranges: {credit.loan.spread: [0.02, 0.1], "
                + "buyers.rackScale: [0.1, 10, log], time.weeks: [10, 200]}");
        ModelParameters first = drawn.points().get(0).parameters();
        assertThat(drawn.points()).hasSize(12288).allMatch(point -> point.parameters().market() == first.market()
                && point.parameters().hardware() == first.hardware() && point.parameters().buyers().types() == first.buyers().types());
        assertThat(drawn.effectiveYaml(folder)).hasSizeLessThan(100_000);
    }
}
