package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.buyers.Friction;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.table.CsvLine;
import firesale.kernel.table.RatioMeasure;
import firesale.model.Anatomy;
import firesale.model.ModelParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrictionAttributionTest {

    private static final Attribution FRICTIONS = new Attribution(Players.FRICTIONS, List.of("price_discount"));
    /** Of each cause in order: what its step takes off FMV, and its Shapley value. Both sum up to 0.30. */
    private static final double[] STEPS = {0.08, 0.04, 0.02, 0.01, 0.05, 0.06, 0, 0, 0.03, 0.01};
    private static final double[] SHARES = {0.05, 0.03, 0.02, 0.02, 0.06, 0.07, 0, 0, 0.04, 0.01};
    private static final Map<String, Double> VALUES = Map.of("book_over_fmv", 1.4, "first_best_over_fmv", 1.1, "olv_over_fmv", 0.85,
            "flv_over_fmv", 0.7, "nolv_over_fmv", 0.8);

    @TempDir
    Path temp;

    private static List<String> needed() {
        List<String> names = new ArrayList<>(List.of("price_discount"));
        names.addAll(Waterfall.measures());
        Arrays.stream(Cause.values()).map(Cause::share).forEach(names::add);
        return names;
    }

    /**
     * Each measure is a ratio to FMV; values are exact shares but for crowding and hurry, which trade places from run to run. 0.636 is u's
     * mean weighted by FMV.
     */
    private static Map<String, Double> run(ModelParameters parameters, double u) {
        Map<String, Double> run = new HashMap<>();
        double fmv = 100 + 900 * u;
        run.put("sale_fmv_usd", fmv);
        run.put("price_discount_usd", 0.3 * fmv);
        if (parameters.anatomy() != Anatomy.ATTRIBUTION) {
            return run;
        }
        VALUES.forEach((name, value) -> run.put(name + "_usd", value * fmv));
        for (Cause cause : Cause.values()) {
            double trade = cause == Cause.CROWDING ? 1 : cause == Cause.HURRY ? -1 : 0;
            run.put(cause.step() + "_usd", STEPS[cause.ordinal()] * fmv);
            run.put(cause.share() + "_usd", (SHARES[cause.ordinal()] + trade * 0.3 * (u - 0.636)) * fmv);
        }
        return run;
    }

    private static Pretended pretended(List<Point> points, Pretended.Run run) {
        List<String> columns = new ArrayList<>(List.of("sale_fmv_usd"));
        List<RatioMeasure> ratios = new ArrayList<>();
        for (String name : needed()) {
            columns.add(name + "_usd");
            ratios.add(new RatioMeasure(name, "share", name, name + "_usd", "sale_fmv_usd"));
        }
        return new Pretended(FRICTIONS, points, columns, ratios, run);
    }

    private static double value(List<String> row) {
        return Double.parseDouble(row.get(6));
    }

    private static double width(List<String> row) {
        return Double.parseDouble(row.get(8)) - Double.parseDouble(row.get(7));
    }

    @Test
    void causesAreTheFrictionsInOrderAndTheFormat() {
        List<String> frictions = new ArrayList<>(Arrays.stream(Friction.values()).map(Scalars::kebab).toList());
        frictions.add("format");
        assertThat(Arrays.stream(Cause.values()).map(cause -> cause.player().name())).containsExactlyElementsOf(frictions);
        assertThat(Arrays.stream(Cause.values()).map(Cause::step)).startsWith("step_rack_power", "step_other_use").endsWith("step_hurry", "step_format");
    }

    @Test
    void everyPointIsExplained() {
        List<Point> points = new FrictionAttribution().points(Pretended.points("a", "b"));
        assertThat(points).extracting(Point::id).containsExactly("a", "b");
        assertThat(points).allMatch(point -> point.parameters().anatomy() == Anatomy.ATTRIBUTION);
        Point varied = new Point(0, "a", Map.of("anatomy", "none"), ExperimentFile.modelSchema().defaults());
        assertThatThrownBy(() -> new FrictionAttribution().points(List.of(varied))).isInstanceOf(InputException.class)
                .hasMessageStartingWith("anatomy: cannot be varied");
    }

    @Test
    void waterfallAndSharesInTheTable() throws IOException {
        Pretended pretended = pretended(Pretended.points("base"), FrictionAttributionTest::run);
        assertThat(pretended.run(temp)).as(pretended.err.toString()).isZero();
        Map<String, List<String>> rows = FeedbackAttributionTest.rows(temp);
        double level = 1;
        for (Cause cause : Cause.values()) {
            level -= STEPS[cause.ordinal()];
            String name = cause.player().name();
            assertThat(value(rows.get("base value_over_fmv level " + name))).isCloseTo(level, within(1e-12));
            assertThat(value(rows.get("base value_over_fmv step " + name))).isCloseTo(STEPS[cause.ordinal()], within(1e-12));
        }
        assertThat(level).isCloseTo(0.7, within(1e-12));
        assertThat(value(rows.get("base value_over_fmv step first-best"))).isCloseTo(0.3, within(1e-12));
        assertThat(value(rows.get("base value_over_fmv step fmv"))).isCloseTo(0.1, within(1e-12));
        assertThat(value(rows.get("base value_over_fmv level nolv"))).isCloseTo(0.8, within(1e-12));
        List<String> funding = rows.get("base price_discount shapley fundingmoney");
        assertThat(value(funding)).isCloseTo(0.06, within(1e-12));
        assertThat(Double.parseDouble(funding.get(10))).isCloseTo(0.2, within(1e-12));
        assertThat(value(rows.get("base price_discount group physics"))).isCloseTo(0.1, within(1e-12));
        assertThat(value(rows.get("base price_discount total"))).isCloseTo(0.3, within(1e-12));
        // crowding and hurry vary against each other, so that their group does not
        assertThat(width(rows.get("base price_discount shapley crowdingstrategy and market"))).isGreaterThan(0.01);
        assertThat(width(rows.get("base price_discount group strategy and market"))).isLessThan(1e-9);
        assertThat(rows.get("base price_discount group strategy and market").subList(11, 13)).containsExactly("40", "0");
    }

    /** The same estimate and interval as in the summary, which has the same measure. */
    @Test
    void agreesWithTheSummary() throws IOException {
        pretended(Pretended.points("base"), FrictionAttributionTest::run).run(temp);
        List<String> here = FeedbackAttributionTest.rows(temp).get("base price_discount shapley crowdingstrategy and market");
        List<String> there = Files.readAllLines(temp.resolve("summary.csv")).stream().map(CsvLine::split)
                .filter(fields -> fields.get(1).equals("share_crowding")).findFirst().orElseThrow();
        assertThat(here.subList(6, 9)).isEqualTo(there.subList(3, 6));
    }

    @Test
    void oneScenarioInFull() {
        Pretended pretended = pretended(Pretended.points("base"), FrictionAttributionTest::run);
        pretended.run(temp);
        assertThat(pretended.out.toString()).startsWith("pretended\nWho did it?\n40 replications, seed 42\n\nbase: seized GPUs sold for "
                        + "30.0 % (30.0 to 30.0 %) less than their fair market value (FMV) in 40 runs with sales, 0\nwithout. Largest: ")
                .contains("""
                        waterfall, of FMV *    value     95 % interval  step down      95 % interval
                        book                 140.0 %  140.0 to 140.0 %
                        first best           110.0 %  110.0 to 110.0 %   +30.0 pp  +30.0 to +30.0 pp
                        FMV                  100.0 %                     +10.0 pp  +10.0 to +10.0 pp
                        rack power            92.0 %    92.0 to 92.0 %    +8.0 pp    +8.0 to +8.0 pp
                        """)
                .contains("format = price        70.0 %", "beside: FLV           70.0 %")
                .containsPattern("\nwaiting +0.0 % +0.0 to 0.0 % +0.0 % +-\n")
                .containsPattern("\nprice discount +30.0 % +30.0 to 30.0 % +100.0 %\n");
        assertThat(pretended.out.toString().replace('\n', ' ')).contains("By kind: ", "physics 10.0 % (10.0 to 10.0 %) or 33.3 % of the discount", "belief 2.0 % (2.0 to 2.0 %) or 6.7 % of the discount");
        assertThat(pretended.out.toString().lines().filter(line -> !line.startsWith("Results in"))).allMatch(line -> line.length() <= 120);
    }

    /** Crowding and hurry are 7 and 4 % on average and trade places by up to 15: no order is claimed between these two. */
    @Test
    void whatIsNotToldApartIsSaid() {
        Pretended pretended = pretended(Pretended.points("base"), FrictionAttributionTest::run);
        pretended.replications = 12;
        pretended.run(temp);
        String answer = pretended.out.toString().replace('\n', ' ');
        assertThat(answer).containsPattern("not told apart in size: [^.]*(crowding from [^.;]*hurry|hurry from [^.;]*crowding)")
                .containsPattern("Small \\(interval within 5 % of all that is moved up or down\\): [^.]*waiting");
    }

    @Test
    void scenariosSideBySideWithinTheWidth() throws IOException {
        Pretended pretended = pretended(Pretended.points("one", "two", "three", "four", "five", "six"), FrictionAttributionTest::run);
        pretended.run(temp);
        List<String> lines = pretended.out.toString().lines().filter(line -> !line.startsWith("Results in")).toList();
        assertThat(lines).allMatch(line -> line.length() <= 120);
        assertThat(lines.stream().filter(line -> line.startsWith("Shapley value, of FMV *"))).hasSize(2);
        assertThat(lines.stream().filter(line -> line.startsWith("price discount ") && line.contains("30.0 % (30.0 to 30.0 %)"))).hasSize(2);
        assertThat(lines).anyMatch(line -> line.startsWith("funding") && line.contains("20.0 % (2)"));
        assertThat(FeedbackAttributionTest.rows(temp)).containsKeys("six value_over_fmv level olv", "one price_discount group money");
    }

    @Test
    void withoutSalesThereIsNothingToAttribute() {
        Pretended pretended = pretended(Pretended.points("base"), (parameters, u) -> {
            Map<String, Double> run = new HashMap<>(run(parameters, u));
            run.replaceAll((name, value) -> 0.0);
            return run;
        });
        assertThat(pretended.run(temp)).isZero();
        assertThat(pretended.out.toString()).contains("base: nothing was seized and sold in any run, so there is no discount to attribute.");
    }

    @Test
    void salesThatAreNotExplainedAreReported() {
        Pretended pretended = pretended(Pretended.points("base"), (parameters, u) -> {
            Map<String, Double> run = new HashMap<>(run(parameters, u));
            run.put("price_discount_usd", 0.32 * run.get("sale_fmv_usd"));
            return run;
        });
        pretended.run(temp);
        assertThat(pretended.out.toString()).contains("base: the parts sum up to 30.0 %, not to the price discount of 32.0 %");
    }

    @Test
    void aModelThatDoesNotExplainPricesIsRefused() {
        Pretended pretended = new Pretended(FRICTIONS, Pretended.points("base"), List.of("lost_usd", "fmv_usd"),
                List.of(new RatioMeasure("price_discount", "share", "", "lost_usd", "fmv_usd")), FrictionAttributionTest::run);
        assertThat(pretended.run(temp)).isEqualTo(2);
        assertThat(pretended.err.toString()).contains("analysis.kind: attribution: there is no measure book_over_fmv");
    }
}
