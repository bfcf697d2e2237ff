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
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        pretended.sensitivity = new SensitivityDesign(method, KEYS, samples, 4, measures);
        return pretended;
    }

    /** What was printed, on one line. */
    private static String words(Pretended pretended) {
        return pretended.out.toString().replaceAll("\\s+", " ");
    }

    private Map<String, double[]> rows() throws IOException {
        Map<String, double[]> rows = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(folder.resolve("sensitivity.csv"));
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
        assertThat(words(pretended)).contains("is noise of replications: with other seeds indices would differ");
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
        assertThat(words(pretended)).contains("blocks lack a value and are left out");
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
                ", upwards.", "Does not matter (at most 1 % of the largest effect): a.second.");
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
