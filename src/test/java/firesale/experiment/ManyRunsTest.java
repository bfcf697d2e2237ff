package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.table.RatioMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Summaries and quantiles of many points and many replications. */
class ManyRunsTest {

    @TempDir
    Path folder;

    private static Plan plan(int points, int replications, int measures) {
        Pretended pretended = pretended(points, measures);
        pretended.replications = replications;
        pretended.show = List.of("m0");
        Design design = pretended.design();
        return new Plan(design, design.points(), design.baselines(), pretended.model(), 250);
    }

    private static Pretended pretended(int points, int measures) {
        List<Point> declared = new ArrayList<>();
        var parameters = ExperimentFile.modelSchema().defaults();
        for (int p = 0; p < points; p++) {
            declared.add(new Point(p, "p" + p, Map.of(), parameters));
        }
        List<String> columns = IntStream.range(0, measures).mapToObj(m -> "m" + m).toList();
        return new Pretended(new Attribution(Players.FRICTIONS, List.of()), declared, columns,
                List.of(new RatioMeasure("ratio", "share", "m0 over m1", "m0", "m1")), (any, u) -> Map.of("m0", u, "m1", 1 + u));
    }

    private static List<Measure> measures(int measures) {
        return Measure.of(pretended(1, measures).model(), List.of("m0"));
    }

    @Test
    void allMeasuresAreEstimatedWhereTheyFit() {
        MeasureChoice choice = MeasureChoice.of(10, 100, List.of(), measures(20));
        assertThat(choice.measures()).hasSize(21);
        assertThat(choice.note()).isEmpty();
    }

    @Test
    void ofManyPointsOnlyWhatIsPrinted() {
        MeasureChoice choice = MeasureChoice.of(6_000, 2, List.of("m7"), measures(20));
        assertThat(choice.measures()).extracting(Measure::name).containsExactly("m0", "m7");
        assertThat(choice.note()).contains("Of 21 measures summary.csv has 2, those that are usually printed", "firesale query DIR");
    }

    /** Ratios keep sums by replication, so they fill the memory sooner. */
    @Test
    void replicationsOfRatiosCountToo() {
        assertThat(MeasureChoice.of(5_000, 10, List.of(), measures(2)).measures()).hasSize(3);
        assertThat(MeasureChoice.of(5_000, 2_000, List.of(), measures(2)).measures()).hasSize(1);
    }

    @Test
    void samplesKeepTheFirstReplicationsThatFit() {
        Plan plan = plan(3, 100, 2);
        List<Measure> measures = measures(2);
        RunSamples samples = new RunSamples(plan, measures, 3 * 3 * 7 + 5);
        assertThat(samples.kept()).isEqualTo(7);
        samples.accept(new RunRow(0, 1, 6, "", new double[] {3, 4}));
        samples.accept(new RunRow(0, 1, 7, "", new double[] {5, 6}));
        assertThat(samples.of(1, 0)[6]).isEqualTo(3);
        assertThat(samples.of(1, 2)[6]).isEqualTo(0.75);
        assertThat(samples.of(0, 0)).containsOnly(Double.NaN);
        assertThat(new RunSamples(plan, measures).kept()).isEqualTo(100);
        assertThat(new RunSamples(plan, measures, 8).kept()).isZero();
    }

    /** Against the runs themselves: 400 uniforms. */
    @Test
    void quantilesOfARunAreWrittenAndPrinted() throws IOException {
        Pretended pretended = pretended(1, 2);
        pretended.kind = "run";
        pretended.replications = 400;
        pretended.runsPerShard = 100;
        pretended.show = List.of("m0", "ratio");
        pretended.quantiles = List.of(0.95, 0.05, 0.5);
        assertThat(pretended.run(folder)).as(pretended.err.toString()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("quantiles.csv"));
        assertThat(lines).hasSize(1 + 2 * 5);
        assertThat(lines.get(0)).isEqualTo("point_id,measure,unit,kind,level,value,low,high,n,missing");
        double[] sorted = Files.readAllLines(folder.resolve("runs.csv")).stream().skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[7])).sorted().toArray();
        assertThat(sorted).hasSize(400);
        // type 7: 0.05 * 399 = 19.95; 5 % of 400 runs are 20 of them; ranks 12 and 30 hold the quantile with 95 %
        double low = sorted[19] + 0.95 * (sorted[20] - sorted[19]);
        String[] first = lines.get(1).split(",");
        assertThat(first[1]).isEqualTo("m0");
        assertThat(first[3]).isEqualTo("quantile");
        assertThat(Double.parseDouble(first[5])).isCloseTo(low, within(1e-12));
        assertThat(Double.parseDouble(first[6])).isEqualTo(sorted[11]);
        assertThat(Double.parseDouble(first[7])).isEqualTo(sorted[29]);
        String[] upper = lines.get(5).split(",");
        assertThat(List.of(upper[3], upper[4])).containsExactly("tail-mean", "0.95");
        double worst = IntStream.range(380, 400).mapToDouble(i -> sorted[i]).average().orElseThrow();
        assertThat(Double.parseDouble(upper[5])).isCloseTo(worst, within(1e-12));
        assertThat(Double.parseDouble(upper[6])).isLessThan(worst);
        assertThat(lines.get(6)).contains(",ratio,");
        assertThat(pretended.out.toString()).containsPattern("across runs +5 % +median +95 % +mean of lowest 5 % +mean of highest 5 % +n\n")
                .containsPattern("m0 .* 400\n");
        assertThat(Files.readString(folder.resolve("schema.json"))).contains("\"quantiles.csv\"");
    }

    @Test
    void tooFewRunsHaveNoIntervals() throws IOException {
        Pretended pretended = pretended(2, 2);
        pretended.kind = "sweep";
        pretended.replications = 5;
        pretended.show = List.of("m0");
        pretended.quantiles = List.of(0.05);
        assertThat(pretended.run(folder)).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("quantiles.csv"));
        assertThat(lines).hasSize(1 + 2 * 2);
        assertThat(lines.get(1)).endsWith(",,,5,0");
        assertThat(lines.get(2)).contains("tail-mean").endsWith(",,,5,0");
        assertThat(pretended.out.toString()).doesNotContain("across runs");
    }
}
