package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.analysis.Estimate;
import firesale.analysis.Estimate.Method;
import firesale.experiment.Summary.Cell;
import firesale.experiment.store.Shard;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several measures of all points together. */
class FrontierTest {

    private static final List<Measure> MEASURES = List.of(new Measure("discount", "share", "", 0, true, 0, 1),
            new Measure("loss_usd", "USD", "", 1, true, 2, -1), new Measure("ltv", "ratio", "", -1, false, 3, 4));
    private static final List<String> BOTH = List.of("loss_usd", "discount");

    @TempDir
    Path folder;

    private static Cell cell(double value, double half) {
        return new Cell(new Estimate(value, value - half, value + half, 10, 0, Method.STUDENT_T), Optional.empty());
    }

    /** Points called a, b, c and so on, each with its discount, loss and LTV; the intervals are a tenth to either side. */
    private static Summary summary(double[]... points) {
        return summary(MEASURES, points);
    }

    private static Summary summary(List<Measure> measures, double[]... points) {
        List<String> ids = new ArrayList<>();
        List<Integer> baselines = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (double[] values : points) {
            ids.add(Character.toString('a' + ids.size()));
            baselines.add(0);
            List<Cell> row = new ArrayList<>();
            for (int m = 0; m < measures.size(); m++) {
                row.add(cell(values[m % values.length], values[m % values.length] / 10));
            }
            cells.add(row);
        }
        return new Summary("sweep", "Which?", 7, 10, 0, "", ids, baselines, measures, cells);
    }

    private static List<Boolean> undominated(Summary summary, List<String> names) {
        Frontier frontier = Frontier.of(summary, names).orElseThrow();
        return frontier.points().stream().map(point -> frontier.isUndominated(frontier.points().indexOf(point))).toList();
    }

    private static double[] point(double discount, double loss) {
        return new double[] {discount, loss, 0.7};
    }

    @Test
    void aPointIsDominatedByOneThatIsAsLowInBothAndLowerInOne() {
        Summary summary = summary(point(0.4, 0), point(0.3, 5), point(0.3, 6), point(0.2, 9), point(0.5, 0), point(0.45, 7));
        assertThat(undominated(summary, BOTH)).containsExactly(true, true, false, true, false, false);
        assertThat(undominated(summary, List.of("discount", "loss_usd", "ltv"))).as("in any order, whatever else is shown")
                .containsExactly(true, true, false, true, false, false);
    }

    @Test
    void equalPointsDoNotDominateEachOther() {
        assertThat(undominated(summary(point(0.3, 5), point(0.3, 5), point(0.4, 5)), BOTH)).containsExactly(true, true, false);
    }

    /** It could be anywhere: it is neither marked nor does it unmark others. */
    @Test
    void aPointWithoutAValueIsNotMarked() {
        assertThat(undominated(summary(point(Double.NaN, 0), point(0.3, 5), point(0.2, Double.NaN)), BOTH))
                .containsExactly(false, true, false);
    }

    @Test
    void onlyTheFirstTwoMeasuresDecide() {
        Summary summary = summary(new double[] {0.3, 5, 0.9}, new double[] {0.4, 6, 0.1});
        assertThat(undominated(summary, List.of("loss_usd", "discount", "ltv"))).containsExactly(true, false);
        assertThat(undominated(summary, List.of("loss_usd", "ltv", "discount"))).containsExactly(true, true);
    }

    @Test
    void textWithIntervalsBesideTheEstimates() {
        Summary summary = summary(new double[] {0.4, 0, 0.7}, new double[] {0.3, 5e6, 0.85}, new double[] {Double.NaN, 6e6, 0.8});
        assertThat(FrontierText.of(Frontier.of(summary, List.of("loss_usd", "discount", "ltv")).orElseThrow())).isEqualTo("""

                All points by loss_usd and discount, and what comes with them; 95 % intervals in brackets.
                > not dominated: of these two, where lower is better, no other point is as low in both and lower in one.
                These marks go by the estimates alone; points whose intervals overlap may not differ.

                                   loss_usd               discount *                   ltv *
                > a  $0.00 ($0.00 to $0.00)  40.0 % (36.0 to 44.0 %)  0.700 (0.630 to 0.770)
                > b  $5.0m ($4.5m to $5.5m)  30.0 % (27.0 to 33.0 %)  0.850 (0.765 to 0.935)
                  c  $6.0m ($5.4m to $6.6m)                        -  0.800 (0.720 to 0.880)
                """);
    }

    /** Six measures have no room with intervals beside them, nor has a long name. */
    @Test
    void textWithIntervalsBelowTheEstimates() {
        List<Measure> measures = new ArrayList<>();
        for (String name : List.of("one_usd", "two_usd", "three_usd", "four_usd", "five_usd", "six_usd")) {
            measures.add(new Measure(name, "USD", "", -1, false, measures.size(), -1));
        }
        Summary summary = summary(measures, new double[] {5e6}, new double[] {6e6});
        String text = FrontierText.of(Frontier.of(summary, measures.stream().map(Measure::name).toList()).orElseThrow());
        assertThat(text).contains("95 % intervals below the estimates");
        assertThat(text.lines().skip(5)).containsExactly(
                "            one_usd         two_usd       three_usd        four_usd        five_usd         six_usd",
                "> a           $5.0m           $5.0m           $5.0m           $5.0m           $5.0m           $5.0m",
                "     $4.5m to $5.5m  $4.5m to $5.5m  $4.5m to $5.5m  $4.5m to $5.5m  $4.5m to $5.5m  $4.5m to $5.5m",
                "  b           $6.0m           $6.0m           $6.0m           $6.0m           $6.0m           $6.0m",
                "     $5.4m to $6.6m  $5.4m to $6.6m  $5.4m to $6.6m  $5.4m to $6.6m  $5.4m to $6.6m  $5.4m to $6.6m");
    }

    @Test
    void theTableStandsBeforeThoseOfSingleMeasures() {
        Summary summary = summary(point(0.4, 0), point(0.3, 5));
        String frontier = FrontierText.of(Frontier.of(summary, BOTH).orElseThrow());
        String with = SummaryText.sweep(summary, "Much.", frontier);
        assertThat(with).contains("Much.\n\nAll points by loss_usd and discount; 95 %");
        assertThat(with.replace(frontier, "")).isEqualTo(SummaryText.sweep(summary, "Much.", ""));
        assertThat(with.indexOf("All points")).isLessThan(with.indexOf("difference"));
    }

    @Test
    void csvHasTheMeasuresInTheirOrder() {
        Summary summary = summary(new double[] {0.5, 0, 0.7}, new double[] {0.5, 8, 0.7});
        assertThat(FrontierCsv.of(Frontier.of(summary, BOTH).orElseThrow())).isEqualTo("""
                point_id,measure,unit,mean,low,high,n,baseline,undominated
                a,loss_usd,USD,0.0,0.0,0.0,10,true,true
                a,discount,share,0.5,0.45,0.55,10,true,true
                b,loss_usd,USD,8.0,7.2,8.8,10,false,false
                b,discount,share,0.5,0.45,0.55,10,false,false
                """);
    }

    @Test
    void namesAndNumbersOfMeasuresAreChecked() {
        Summary summary = summary(point(0.4, 0));
        assertThat(Frontier.of(summary, List.of())).isEmpty();
        assertThatThrownBy(() -> Frontier.of(summary, List.of("loss_usd"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Frontier.of(summary, List.of("loss_usd", "discont"))).isInstanceOf(InputException.class)
                .hasMessageContaining("there is no measure discont; did you mean discount?");
    }

    /** What is shown together is no part of a shard's identity, as with what is shown; plans without a frontier stay what they were. */
    @Test
    void aSweepWritesItsFrontier() throws IOException {
        Fake fake = new Fake(0, 1, -1);
        fake.frontier = List.of("sold", "price", "hot");
        Path out = folder.resolve("out");
        assertThat(fake.run(out)).as("some runs of the fake fail").isEqualTo(3);
        assertThat(fake.out.toString()).contains("All points by sold and price, and what comes with them");
        assertThat(Files.readString(out.resolve("frontier.csv"))).startsWith("point_id,measure,unit,mean")
                .contains("p2,sold,count,", "p2,price,USD,", "p2,hot,share,").doesNotContain("price_of_sold");
        assertThat(Files.readString(out.resolve("schema.json"))).contains("undominated");
        assertThat(Files.readString(out.resolve("manifest.json"))).contains("frontier.csv", "sold price hot");
        Fake without = new Fake(0, 1, -1);
        assertThat(without.plan().identity()).doesNotContainKey("frontier");
        assertThat(without.plan().shards()).extracting(Shard::id).isEqualTo(fake.plan().shards().stream().map(Shard::id).toList());
        assertThat(without.run(folder.resolve("without"))).isEqualTo(3);
        assertThat(folder.resolve("without/frontier.csv")).doesNotExist();
    }
}
