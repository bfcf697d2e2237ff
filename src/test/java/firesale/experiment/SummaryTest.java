package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.experiment.Summary.Cell;
import firesale.analysis.Difference;
import firesale.analysis.Estimate;
import firesale.analysis.Estimate.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    private static final List<Measure> MEASURES = List.of(
            new Measure("discount", "share", "Price below FMV", 1, true, 0, 1),
            new Measure("losses_usd", "USD", "Lost", 0, true, 2, -1),
            new Measure("not_printed", "", "", -1, true, 3, -1),
            new Measure("time_to_sale", "weeks", "Time", 2, true, 4, -1));

    @TempDir
    Path temp;

    private static Estimate ratio(double value, double half, long n, long missing) {
        return new Estimate(value, value - half, value + half, n, missing, Method.BOOTSTRAP);
    }

    private static Estimate mean(double value, double half, long n) {
        return new Estimate(value, value - half, value + half, n, 0, Method.STUDENT_T);
    }

    private static List<Cell> cells(boolean baseline) {
        Optional<Difference> share = baseline ? Optional.empty() : Optional.of(new Difference(ratio(-0.031, 0.002, 85, 15), 0.04));
        Optional<Difference> dollars = baseline ? Optional.empty() : Optional.of(new Difference(mean(2.5e6, 1e5, 100), 0.97));
        return List.of(new Cell(ratio(0.1234, 0.01, 88, 12), share), new Cell(mean(1.5e9, 2e8, 100), dollars),
                new Cell(mean(1, 0, 100), Optional.empty()),
                new Cell(new Estimate(Double.NaN, Double.NaN, Double.NaN, 0, 100, Method.STUDENT_T),
                        baseline ? Optional.empty() : Optional.of(new Difference(
                                new Estimate(Double.NaN, Double.NaN, Double.NaN, 0, 100, Method.STUDENT_T), Double.NaN))));
    }

    /** What no run has a value of, here the time to sale, is left out of the text. */
    @Test
    void textOfARun() {
        Summary summary = new Summary("baseline", "Who buys?", 7, 100, 0, "", List.of("base"), List.of(0), MEASURES, List.of(cells(true)));
        assertThat(SummaryText.run(summary, "")).isEqualTo("""
                baseline
                Who buys?
                100 replications, seed 7

                measure        mean       95 % interval    n  meaning
                losses_usd  $1.50bn  $1.30bn to $1.70bn  100  Lost
                discount *   12.3 %      11.3 to 13.3 %   88  Price below FMV

                Intervals over runs: Student's t for means; * ratio of sums over runs, bootstrap percentiles.
                n counts runs with a value; where nothing was sold there is none (summary.csv counts those).
                """);
    }

    @Test
    void textOfASweep() {
        Summary summary = new Summary("sweep", "", 7, 100, 2, "Oops: no", List.of("base", "more-repo"), List.of(0, 0), MEASURES,
                List.of(cells(true), cells(false)));
        assertThat(SummaryText.sweep(summary, "Much.", "")).isEqualTo("""
                sweep
                2 points, 100 replications, seed 7

                Much.

                losses_usd     mean       95 % interval    n  difference     95 % interval  higher in
                base        $1.50bn  $1.30bn to $1.70bn  100    baseline
                more-repo   $1.50bn  $1.30bn to $1.70bn  100      +$2.5m  +$2.4m to +$2.6m     97.0 %

                discount *    mean   95 % interval   n  difference    95 % interval  higher in
                base        12.3 %  11.3 to 13.3 %  88    baseline
                more-repo   12.3 %  11.3 to 13.3 %  88     -3.1 pp  -3.3 to -2.9 pp      4.0 %

                Intervals over runs: Student's t for means; * ratio of sums over runs, bootstrap percentiles.
                Differences: each run minus the run of base with the same seed; for * the two ratios over
                the same resampled replications.
                n counts runs with a value; where nothing was sold there is none (summary.csv counts those).
                2 of 200 runs failed and are left out; the first: Oops: no
                """);
    }

    /** What is asked for is printed after the usual measures, in the order asked for; what is printed anyhow stays where it is. */
    @Test
    void measuresThatAreAskedFor() {
        List<Measure> measures = Measure.of(new Fake(0).model(), List.of("hot", "price", "sold"));
        assertThat(measures).extracting(Measure::name).containsExactly("price", "sold", "hot", "price_of_sold");
        assertThat(measures).extracting(Measure::rank).containsExactly(0, 4, 2, 1);
        assertThat(measures).allMatch(Measure::headline);
        assertThat(Measure.of(new Fake(0).model(), List.of())).extracting(Measure::rank).containsExactly(0, -1, -1, 1);
    }

    @Test
    void csvHasEveryMeasure() {
        Summary summary = new Summary("sweep", "", 7, 100, 0, "", List.of("base", "more"), List.of(0, 0), MEASURES.subList(1, 3),
                List.of(cells(true).subList(1, 3), cells(false).subList(1, 3)));
        assertThat(SummaryCsv.of(summary)).isEqualTo("""
                point_id,measure,unit,mean,low,high,n,missing,method,difference,difference_low,difference_high,pairs,share_higher
                base,losses_usd,USD,1.5E9,1.3E9,1.7E9,100,0,student_t,,,,,
                base,not_printed,,1.0,1.0,1.0,100,0,student_t,,,,,
                more,losses_usd,USD,1.5E9,1.3E9,1.7E9,100,0,student_t,2500000.0,2400000.0,2600000.0,100,0.97
                more,not_printed,,1.0,1.0,1.0,100,0,student_t,,,,,
                """);
    }

    @Test
    void unitsReadWell() {
        assertThat(UnitText.of(-0.0001, "share")).isEqualTo("0.0 %");
        assertThat(UnitText.difference(6.89e-18, "count")).isEqualTo("0.0");
        assertThat(UnitText.of(2.1, "USD/h")).isEqualTo("$2.10/h");
        assertThat(UnitText.of(-45_678, "USD")).isEqualTo("-$45,678");
        assertThat(UnitText.of(12_345.6, "count")).isEqualTo("12,346");
        assertThat(UnitText.of(0.00012, "")).isEqualTo("1.20e-04");
        assertThat(UnitText.difference(0.00001, "share")).isEqualTo("0.0 pp");
        assertThat(UnitText.difference(3.25, "weeks")).isEqualTo("+3.250 weeks");
    }

    /** Point 1 is point 0 plus 1, 2 and 3; the fourth pair lacks a value. */
    @Test
    void pairedDifferencesOfConstructedData() throws IOException {
        Path file = temp.resolve("runs.csv");
        Files.writeString(file, """
                run,point,point_id,replication,seed,fake.shift,status,reason,price,sold,hot,note
                0,0,p0,0,11,0.0,ok,,10,2,true,
                1,1,p1,0,11,1.0,ok,,11,2,true,
                2,0,p0,1,12,0.0,ok,,20,2,true,"a, b"
                3,1,p1,1,12,1.0,ok,,22,2,false,
                4,0,p0,2,13,0.0,ok,,30,2,true,
                5,1,p1,2,13,1.0,ok,,33,2,false,
                6,0,p0,3,14,0.0,ok,,40,2,true,
                7,1,p1,3,14,1.0,failed,why,,,,
                """);
        Fake fake = new Fake(0, 1);
        fake.replications = 4;
        List<Measure> measures = Measure.of(fake.model(), List.of());
        Summary summary = SummaryEstimator.estimate(fake.plan(), measures, new RunRows(file, new RunFormat<>(fake.plan(), fake.model()).tables(), 8));
        assertThat(measures).extracting(Measure::name).containsExactly("price", "sold", "hot", "price_of_sold");
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.firstFailure()).isEqualTo("why");
        assertThat(summary.cell(0, 0).estimate().value()).isEqualTo(25);
        assertThat(summary.cell(0, 0).difference()).isEmpty();
        Difference price = summary.cell(1, 0).difference().orElseThrow();
        assertThat(price.estimate().value()).isCloseTo(2, within(1e-12));
        // t(0.975, 2) = 4.302653, s = 1
        assertThat(price.estimate().high()).isCloseTo(2 + 4.30265273 / StrictMath.sqrt(3), within(1e-7));
        assertThat(price.estimate().n()).isEqualTo(3);
        assertThat(price.estimate().missing()).isEqualTo(1);
        assertThat(price.shareHigher()).isEqualTo(1);
        assertThat(summary.cell(1, 2).estimate().value()).isCloseTo(1.0 / 3, within(1e-12));
        Difference ratio = summary.cell(1, 3).difference().orElseThrow();
        assertThat(ratio.estimate().value()).isCloseTo(66.0 / 6 - 100.0 / 8, within(1e-12));
        assertThat(ratio.estimate().method()).isEqualTo(Method.BOOTSTRAP);
    }
}
