package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.analysis.sampling.MorrisDesign;
import firesale.analysis.sampling.SaltelliDesign;
import firesale.kernel.table.RatioMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From runs to the files and the text, with models whose indices are known. */
class SensitivityAnalysisTest {

    private static final List<String> KEYS = List.of("a.first", "a.second", "b.third");

    @TempDir
    Path folder;

    /** What a run yields at a point of the unit cube. */
    @FunctionalInterface
    private interface Run {
        Map<String, Double> of(double[] unit, double u);
    }

    private static Pretended pretended(SensitivityMethod method, int samples, List<String> measures, Run run) {
        double[][] unit = method == SensitivityMethod.SOBOL ? SaltelliDesign.of(samples, KEYS.size(), 3)
                : MorrisDesign.of(samples, KEYS.size(), 4, 3);
        Map<Object, double[]> places = new IdentityHashMap<>();
        List<Point> points = new ArrayList<>();
        for (double[] place : unit) {
            Map<String, String> varied = new LinkedHashMap<>();
            for (int k = 0; k < KEYS.size(); k++) {
                varied.put(KEYS.get(k), Double.toString(10 * place[k]));
            }
            Point point = new Point(points.size(), "p" + points.size(), varied, ExperimentFile.modelSchema().defaults());
            places.put(point.parameters(), place);
            points.add(point);
        }
        Pretended pretended = new Pretended(new Attribution(Players.FRICTIONS, List.of()), points, List.of("loss_usd", "weight", "flat"),
                List.of(new RatioMeasure("loss_rate", "share", "Loss over weight", "loss_usd", "weight")),
                (parameters, u) -> run.of(places.get(parameters), u));
        pretended.kind = "sensitivity";
        pretended.replications = 2;
        pretended.runsPerShard = 500;
        pretended.sensitivity = new SensitivityDesign(method, KEYS,
                Collections.nCopies(KEYS.size(), new SensitivityDesign.Span(0, 10, false)), samples, 4, measures);
        return pretended;
    }

    /** What was printed, on one line. */
    private static String words(Pretended pretended) {
        return pretended.out.toString().replaceAll("\\s+", " ");
    }

    private Map<String, double[]> rows() throws IOException {
        return rows(folder);
    }

    private static Map<String, double[]> rows(Path results) throws IOException {
        Map<String, double[]> rows = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(results.resolve("sensitivity.csv"));
        assertThat(lines.get(0)).isEqualTo("method,measure,key,index,value,low,high,n,missing,unit");
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            rows.put(fields[1] + " " + fields[2] + " " + fields[3], Arrays.stream(fields, 4, 9)
                    .mapToDouble(field -> field.isEmpty() ? Double.NaN : Double.parseDouble(field)).toArray());
        }
        return rows;
    }

    /** Loss 3 x + y of uniforms has variances 9 and 1: nine tenths and one tenth; as a ratio over a constant weight too. */
    @Test
    void additiveSharesAddUp() throws IOException {
        Pretended pretended = pretended(SensitivityMethod.SOBOL, 256, List.of("loss_usd", "loss_rate"), (unit, u) ->
                Map.of("loss_usd", 3 * unit[0] + unit[1] + 5 * u, "weight", 2.0));
        assertThat(pretended.run(folder)).as(pretended.err.toString()).isZero();
        Map<String, double[]> rows = rows();
        for (String measure : List.of("loss_usd", "loss_rate")) {
            assertThat(rows.get(measure + " a.first total-order")[0]).isCloseTo(0.9, within(0.01));
            assertThat(rows.get(measure + " a.second first-order")[0]).isCloseTo(0.1, within(0.01));
            assertThat(rows.get(measure + " b.third total-order")[0]).isCloseTo(0, within(1e-12));
            assertThat(rows.get(measure + "  sum-of-first-orders")[0]).isCloseTo(1, within(0.01));
            // the same at all points of a replication: no noise across points
            assertThat(rows.get(measure + "  noise-share")[0]).isCloseTo(0, within(1e-9));
            assertThat(rows.get(measure + " a.first total-order")[3]).isEqualTo(256);
        }
        String text = words(pretended);
        assertThat(text).contains("3 parameters, 256 base samples", "loss_usd is driven most by a.first",
                "Does not matter (total order at most 0.01): b.third.", "Next comes a.second.")
                .doesNotContain("p17");
        assertThat(Files.readString(folder.resolve("schema.json"))).contains("\"sensitivity.csv\"");
        assertThat(Files.readString(folder.resolve("answer.md"))).contains("driven most by a.first");
    }

    /** What depends on the seed in each point's own way is noise, and looks like an effect of all parameters together. */
    @Test
    void pointsAreMeansOverReplicationsAndNoiseIsTold() throws IOException {
        Pretended pretended = pretended(SensitivityMethod.SOBOL, 256, List.of("loss_usd"), (unit, u) ->
                Map.of("loss_usd", unit[0] + StrictMath.sin(1e4 * (1 + u) * (unit[0] + unit[1] + unit[2]))));
        assertThat(pretended.run(folder)).isZero();
        // variance of x 1/12, of the noise of a run 1/2, of two 1/4
        assertThat(rows().get("loss_usd  noise-share")[0]).isCloseTo(0.75, within(0.05));
        assertThat(rows().get("loss_usd b.third total-order")[0]).isGreaterThan(0.6);
        assertThat(words(pretended))
                .contains("is noise of replications: where it is rough in the parameters it raises total orders",
                "rough since there are two replications").doesNotContain("None of them can be left out");
    }

    @Test
    void oneReplicationSaysThatNoiseCannotBeTold() throws IOException {
        Pretended pretended = pretended(SensitivityMethod.SOBOL, 64, List.of("loss_usd", "flat"), (unit, u) ->
                Map.of("loss_usd", unit[0], "flat", 4.0));
        pretended.replications = 1;
        assertThat(pretended.run(folder)).isZero();
        assertThat(rows().get("loss_usd  noise-share")[0]).isNaN();
        assertThat(words(pretended)).contains("cannot be told from one of them",
                "flat: it is the same at all points");
    }

    @Test
    void blocksWithoutAValueAreLeftOutAndCounted() throws IOException {
        Pretended pretended = pretended(SensitivityMethod.SOBOL, 256, List.of("loss_usd"), (unit, u) ->
                unit[0] > 0.9 && unit[1] > 0.9 ? Map.of() : Map.of("loss_usd", unit[2]));
        assertThat(pretended.run(folder)).isZero();
        double[] total = rows().get("loss_usd b.third total-order");
        assertThat(total[0]).isCloseTo(1, within(0.1));
        assertThat(total[3] + total[4]).isEqualTo(256);
        assertThat(total[4]).isBetween(2.0, 20.0);
        assertThat(words(pretended)).contains("9 of 256 blocks lack a value (so do 0.9 % of points) ", "and are left out")
                .doesNotContain("no shares of variance")
                .contains("of the variance is interaction");
    }

    /** Above 5 % of blocks: of the blocks that stay parameters are not independent, so first orders are no parts of a whole. */
    @Test
    void manyBlocksWithoutAValueSpoilShares() throws IOException {
        Pretended pretended = pretended(SensitivityMethod.SOBOL, 256, List.of("loss_usd"), (unit, u) ->
                unit[0] + unit[1] > 1.5 ? Map.of() : Map.of("loss_usd", unit[0] + unit[1] + unit[2]));
        assertThat(pretended.run(folder)).isZero();
        assertThat(rows().get("loss_usd b.third total-order")[4]).isGreaterThan(0.05 * 256);
        assertThat(words(pretended)).contains("blocks lack a value (so do 12.",
                "depend on each other, so that indices are no shares of "
                + "variance: explain a measure that has a value everywhere.", "First orders add up to ")
                        .doesNotContain("is interaction");
    }

    /**
     * With a slope of 1 + u for the first, the mean u of a point's seeds decides: T = A^2 / (A^2 + 1). The error over
     * replications is the jackknife of that closed form; from 1,024 base samples of an additive function it is met within 5 %.
     */
    @Test
    void theErrorOverReplicationsIsThatOfTheClosedForm() throws IOException {
        Set<Double> drawn = new LinkedHashSet<>();
        Pretended pretended = pretended(SensitivityMethod.SOBOL, 1024, List.of("loss_usd"), (unit, u) -> {
            drawn.add(u);
            return Map.of("loss_usd", 4 * u * unit[0] + unit[1]);
        });
        pretended.replications = 3;
        assertThat(pretended.run(folder)).isZero();
        double[] u = drawn.stream().mapToDouble(each -> each).toArray();
        assertThat(u).hasSize(3);
        double[] without = new double[3];
        for (int r = 0; r < 3; r++) {
            double slope = 4 * (u[(r + 1) % 3] + u[(r + 2) % 3]) / 2;
            without[r] = slope * slope / (slope * slope + 1);
        }
        double mean = Arrays.stream(without).sum() / 3;
        double expected = Math.sqrt(2.0 / 3 * Arrays.stream(without).map(each -> (each - mean) * (each - mean)).sum());
        assertThat(expected).isGreaterThan(0.02);
        assertThat(rows().get("loss_usd a.first replication-error-of-total-order")[0]).isCloseTo(expected, within(0.05 * expected));
        assertThat(rows().get("loss_usd b.third replication-error-of-total-order")[0]).isCloseTo(0, within(1e-12));
        String moves = String.format(Locale.ROOT, "%.2f", expected);
        assertThat(words(pretended)).contains("with other seeds total orders would move by about +- 0.",
                "(largest standard error).")
                .doesNotContain("rough since");
        assertThat(words(pretended).contains("more replications would settle them")).as(moves).isEqualTo(2 * expected > 0.1);
    }

    /** Of one block there is no interval, and so nothing to say of the last. */
    @Test
    void oneBlockLeavesOpenWhatMatters() throws IOException {
        Pretended pretended = pretended(SensitivityMethod.MORRIS, 1, List.of("loss_usd"), (unit, u) ->
                Map.of("loss_usd", unit[0] + 2 * unit[1] + 3 * unit[2]));
        assertThat(pretended.run(folder)).isZero();
        assertThat(words(pretended)).contains("There is no interval: a single block.").doesNotContain("can be left out");
    }

    /**
     * A choice, a whole number whose levels are uneven (10, 11, 12, 12), and a log range: effects over the whole range,
     * exactly.
     */
    @Test
    void effectsAreOverTheChangesThatWereMade() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "schemaVersion: 1\nname: x\nquestion: Why?\nanalysis:\n"
                + "  kind: sensitivity\n  method: morris\n  samples: 20\n  measures: [lender_losses_usd]\n  ranges:\n"
                + "    twins: [false, true]\n    time.weeks: [10, 12]\n    buyers.rackScale: [0.1, 10, log]\n");
        Design design = ExperimentFile.read(file).design(folder);
        assertThat(design.points().stream().map(point -> point.varied().get("time.weeks")).distinct()).hasSize(3);
        Pretended pretended = new Pretended(new Attribution(Players.FRICTIONS, List.of()), design.points(), List.of("loss_usd"),
                List.of(),
                (parameters, u) -> Map.of("loss_usd", (parameters.twins() ? 50.0 : 0) - 30.0 * parameters.time().weeks()
                        + 10 * StrictMath.log10(parameters.buyers().rackScale())));
        pretended.kind = "sensitivity";
        pretended.replications = 1;
        pretended.runsPerShard = 500;
        SensitivityDesign asked = design.sensitivity();
        pretended.sensitivity = new SensitivityDesign(asked.method(), asked.keys(), asked.spans(), asked.samples(), asked.levels(),
                List.of("loss_usd"));
        assertThat(pretended.run(folder.resolve("results"))).as(pretended.err.toString()).isZero();
        Map<String, double[]> rows = rows(folder.resolve("results"));
        double[] expected = {50, -60, 20};
        for (int k = 0; k < 3; k++) {
            String key = "loss_usd " + asked.keys().get(k);
            assertThat(rows.get(key + " mu")[0]).as(key).isCloseTo(expected[k], within(1e-9));
            assertThat(rows.get(key + " mu-star")[0]).as(key).isCloseTo(Math.abs(expected[k]), within(1e-9));
            assertThat(rows.get(key + " sigma")[0]).as(key).isCloseTo(0, within(1e-9));
            assertThat(rows.get(key + " mu")[3]).isEqualTo(20);
        }
    }

    @Test
    void changesAreSharesOfTheSpan() {
        assertThat(new SensitivityDesign.Span(10, 14, false).change("11", "14")).isEqualTo(0.75);
        assertThat(new SensitivityDesign.Span(10, 14, false).change("14", "11")).isEqualTo(-0.75);
        assertThat(new SensitivityDesign.Span(0.1, 10, true).change("0.1", "1")).isCloseTo(0.5, within(1e-12));
        assertThat(new SensitivityDesign.Span(0.1, 10, true).change("1", "1")).isZero();
        assertThat(SensitivityDesign.Span.CHOICES.change("false", "true")).isEqualTo(1);
        assertThat(SensitivityDesign.Span.CHOICES.change("2026-02-01", "2025-12-01")).isEqualTo(-1);
    }

    /** Slopes over the whole range, whatever the range is: it is 10 here. */
    @Test
    void morrisFindsSlopesAndDirections() throws IOException {
        Pretended pretended = pretended(SensitivityMethod.MORRIS, 12, List.of("loss_usd"), (unit, u) ->
                Map.of("loss_usd", 7e6 * unit[0] - 2e6 * unit[2] + 1e5 * u));
        assertThat(pretended.run(folder)).as(pretended.err.toString()).isZero();
        Map<String, double[]> rows = rows();
        assertThat(rows.get("loss_usd a.first mu")[0]).isCloseTo(7e6, within(1e-3));
        assertThat(rows.get("loss_usd b.third mu")[0]).isCloseTo(-2e6, within(1e-3));
        assertThat(rows.get("loss_usd b.third mu-star")[0]).isCloseTo(2e6, within(1e-3));
        assertThat(rows.get("loss_usd b.third sigma")[0]).isCloseTo(0, within(1e-3));
        assertThat(rows.get("loss_usd a.second mu-star")[0]).isCloseTo(0, within(1e-3));
        assertThat(rows.get("loss_usd a.first mu")[3]).isEqualTo(12);
        assertThat(words(pretended)).contains("12 trajectories, 4 levels", "moves most with a.first: on average by $7.0m",
                ", upwards.", "Had no effect at any of 12 places (may act in up to 25.0 % of them): a.second.");
    }

    @Test
    void germanLocaleWritesTheSame() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Pretended pretended = pretended(SensitivityMethod.SOBOL, 64, List.of("loss_usd"), (unit, u) ->
                    Map.of("loss_usd", unit[0] + 0.3 * unit[1]));
            assertThat(pretended.run(folder)).isZero();
            assertThat(words(pretended)).containsPattern("First orders add up to [01]\\.\\d{3}").doesNotContain("0,9");
        } finally {
            Locale.setDefault(before);
        }
    }
}
