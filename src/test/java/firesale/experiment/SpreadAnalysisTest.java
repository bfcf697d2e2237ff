package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.parameters.InputException;
import firesale.kernel.table.CsvLine;
import firesale.kernel.table.RatioMeasure;
import firesale.model.ModelParameters;
import firesale.model.SpreadFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spreads of a pretended model whose answers are known. */
class SpreadAnalysisTest {

    @TempDir
    Path temp;

    /** Fair spread of hosts 4 % plus half of the charge, so that they meet at 8 %; exposure 100 in every run. */
    private static Map<String, Double> run(ModelParameters parameters, double u) {
        Map<String, Double> run = new HashMap<>();
        double charge = parameters.credit().loan().spread();
        put(run, "host_loans", 100 * (0.04 + charge / 2 + 0.02 * (u - 0.5)), charge);
        put(run, "convertible_notes", 6, -0.03);
        put(run, SpreadFigures.PORTFOLIO, 7, charge);
        return parameters.credit().measureSpreads() ? run : Map.of();
    }

    private static void put(Map<String, Double> run, String name, double loss, double charge) {
        run.put("discounted_losses_" + name + "_usd", loss);
        run.put("exposure_" + name + "_usd_years", 100.0);
        run.put("spread_" + name + "_usd", 100 * charge);
    }

    private static Pretended pretended(List<Point> points, Pretended.Run run, Double... tried) {
        List<String> columns = new ArrayList<>();
        List<RatioMeasure> ratios = new ArrayList<>();
        for (String name : SpreadFigures.names()) {
            String exposure = "exposure_" + name + "_usd_years";
            columns.addAll(List.of("discounted_losses_" + name + "_usd", exposure, "spread_" + name + "_usd"));
            ratios.add(new RatioMeasure("fair_spread_" + name, "1/a", "", "discounted_losses_" + name + "_usd", exposure));
            ratios.add(new RatioMeasure("charged_spread_" + name, "1/a", "", "spread_" + name + "_usd", exposure));
        }
        Pretended pretended = new Pretended(new Attribution(Players.FRICTIONS, List.of()), points, columns, ratios, run);
        pretended.kind = "spread";
        pretended.replications = 200;
        pretended.spread = new SpreadDesign(List.of(tried), 0.1);
        return pretended;
    }

    /** Rows by point, class and what. */
    private Map<String, List<String>> rows() throws IOException {
        return Files.readAllLines(temp.resolve("spread.csv")).stream().skip(1).map(CsvLine::split).collect(Collectors.toMap(
                fields -> fields.get(0) + " " + fields.get(3) + " " + fields.get(4), fields -> fields, (a, b) -> a, LinkedHashMap::new));
    }

    private static double value(List<String> row) {
        return Double.parseDouble(row.get(5));
    }

    private static String flat(Pretended pretended) {
        return pretended.out.toString().replace('\n', ' ');
    }

    @Test
    void pointsAreTheDeclaredOnesAndThoseAtOtherCharges() {
        SpreadAnalysis analysis = new SpreadAnalysis(new SpreadDesign(List.of(0.08, 0.02, 0.055), 0.1));
        List<Point> points = analysis.points(Pretended.points("a", "b"));
        assertThat(points).extracting(Point::id).containsExactly("a", "b", "a/credit.loan.spread=0.02", "a/credit.loan.spread=0.08",
                "b/credit.loan.spread=0.02", "b/credit.loan.spread=0.08");
        assertThat(points).extracting(Point::index).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(points).allMatch(point -> point.parameters().credit().measureSpreads());
        assertThat(points).extracting(SpreadPoints::spread).containsExactly(0.055, 0.055, 0.02, 0.08, 0.02, 0.08);
        assertThat(points).extracting(point -> point.varied().get("credit.loan.spread"))
                .containsExactly("0.055", "0.055", "0.02", "0.08", "0.02", "0.08");
        assertThat(analysis.baselines(Pretended.points("a", "b"), List.of(1, 1))).containsExactly(1, 1, 0, 0, 1, 1);
        assertThat(SpreadPoints.of(Pretended.points("a"), List.of(0.08, 0.02)).curves().get(0).at()).containsExactly(1, 0, 2);
    }

    @Test
    void withoutOtherChargesNothingVaries() {
        List<Point> points = new SpreadAnalysis(new SpreadDesign(List.of(), 0.1)).points(Pretended.points("a", "b"));
        assertThat(points).hasSize(2).allMatch(point -> point.varied().isEmpty());
    }

    @Test
    void whatTheAnalysisSetsCannotBeVaried() {
        Point charge = new Point(0, "a", Map.of("credit.loan.spread", "0.07"), ExperimentFile.modelSchema().defaults());
        SpreadAnalysis trying = new SpreadAnalysis(new SpreadDesign(List.of(0.08), 0.1));
        assertThatThrownBy(() -> trying.points(List.of(charge))).isInstanceOf(InputException.class)
                .hasMessageStartingWith("credit.loan.spread: cannot be varied");
        assertThat(new SpreadAnalysis(new SpreadDesign(List.of(), 0.1)).points(List.of(charge))).hasSize(1);
        Point measuring = new Point(0, "a", Map.of("credit.measureSpreads", "false"), ExperimentFile.modelSchema().defaults());
        assertThatThrownBy(() -> trying.points(List.of(measuring))).hasMessageStartingWith("credit.measureSpreads: cannot be varied");
    }

    @Test
    void spreadsAndTailsInTheTable() throws IOException {
        Pretended pretended = pretended(Pretended.points("base"), SpreadAnalysisTest::run);
        assertThat(pretended.run(temp)).as(pretended.err.toString()).isZero();
        Map<String, List<String>> rows = rows();
        double fair = value(rows.get("base host_loans fair"));
        assertThat(fair).isCloseTo(0.04 + 0.055 / 2, within(0.001));
        assertThat(value(rows.get("base host_loans charged"))).isCloseTo(0.055, within(1e-12));
        List<String> mispricing = rows.get("base host_loans mispricing");
        assertThat(value(mispricing)).isCloseTo(0.055 - fair, within(1e-12));
        assertThat(Double.parseDouble(mispricing.get(6))).isCloseTo(0.055 - Double.parseDouble(rows.get("base host_loans fair").get(7)),
                within(1e-12));
        // the two worst of 200 runs
        List<Double> losses = new ArrayList<>();
        for (String line : Files.readAllLines(temp.resolve("runs.csv")).subList(1, 201)) {
            losses.add(Double.parseDouble(CsvLine.split(line).get(7)));
        }
        losses.sort(null);
        double worst = (losses.get(199) + losses.get(198)) / 2;
        assertThat(value(rows.get("base host_loans es99"))).isCloseTo(worst, within(1e-9));
        assertThat(rows.get("base host_loans es99").get(9)).isEqualTo("2");
        assertThat(value(rows.get("base host_loans expected_loss"))).isCloseTo(100 * fair, within(1e-9));
        assertThat(value(rows.get("base host_loans required"))).isCloseTo(fair + 0.1 * (worst - 100 * fair) / 100, within(1e-12));
        assertThat(rows).doesNotContainKeys("base vehicle_loans fair", "base host_loans fixed_point");
        assertThat(flat(pretended)).contains("term loans of hosts charge 550 bp over the risk-free rate; 6", "bp) too cheap.",
                "(mean of 2 runs)", "Convertible notes pay a coupon 300 bp below the risk-free rate", "base: no fleet is recorded");
    }

    /** 4 % + c / 2 = c at 8 %, whatever the grid; noise is that of the mean of u, 0.02 sd(u) / sqrt(200), twice since the slope is half. */
    @Test
    void theChargeThatPaysForItself() throws IOException {
        Pretended pretended = pretended(Pretended.points("base", "other"), SpreadAnalysisTest::run, 0.02, 0.07, 0.12);
        assertThat(pretended.run(temp)).as(pretended.err.toString()).isZero();
        List<String> row = rows().get("base host_loans fixed_point");
        double meanU = 2 * (value(rows().get("base host_loans fair")) - 0.0675);
        assertThat(value(row)).isCloseTo(0.08 + meanU, within(1e-12));
        double standardError = 2 * 0.02 * Math.sqrt(1 / 12.0) / Math.sqrt(200);
        assertThat(Double.parseDouble(row.get(7)) - Double.parseDouble(row.get(6))).isBetween(3.2 * standardError, 4.6 * standardError);
        assertThat(value(rows().get("other host_loans fixed_point_found"))).isEqualTo(1);
        assertThat(flat(pretended)).contains("From a charge of 200 bp to one of 1,200 bp the fair spread rises from 5")
                .containsPattern("A charge of (79|80|81)\\d bp");
        assertThat(pretended.out.toString().lines().filter(line -> line.startsWith("fair, bp, at a charge of"))).hasSize(1);
        assertThat(pretended.out.toString().lines().filter(line -> !line.startsWith("Results in"))).allMatch(line -> line.length() <= 120);
    }

    @Test
    void withoutACrossingNoneIsClaimed() throws IOException {
        Pretended none = pretended(Pretended.points("base"), SpreadAnalysisTest::run, 0.02, 0.06);
        none.run(temp);
        assertThat(flat(none)).contains("No charge within the range tried, 200 to 600 bp, pays for the losses that it goes with.");
        assertThat(rows().get("base host_loans fixed_point").subList(5, 8)).containsExactly("", "", "");
        assertThat(value(rows().get("base host_loans fixed_point_found"))).isZero();
        Pretended all = pretended(Pretended.points("base"), (parameters, u) -> {
            Map<String, Double> run = new HashMap<>(run(parameters, u));
            run.computeIfPresent("discounted_losses_host_loans_usd", (name, loss) -> loss / 100);
            return run;
        }, 0.02, 0.06);
        all.run(temp.resolve("all"));
        assertThat(flat(all)).contains("Every charge within the range tried, 200 to 600 bp, pays");
    }

    /** What is required moves to a table of its own where names are long. */
    @Test
    void tablesStayWithinTheWidth() {
        Pretended pretended = pretended(Pretended.points("calm/credit.loan.ltvLow=0.6,credit.loan.ltvHigh=0.65", "other"),
                SpreadAnalysisTest::run);
        pretended.run(temp);
        List<String> lines = pretended.out.toString().lines().filter(line -> !line.startsWith("Results in")).toList();
        assertThat(lines).allMatch(line -> line.length() <= 120);
        assertThat(lines.stream().filter(line -> line.startsWith("term loans of hosts, bp"))).hasSize(2);
    }

    @Test
    void chargesHaveNoMeaningForOtherKinds() throws IOException {
        Path file = Files.writeString(temp.resolve("x.yaml"), "schemaVersion: 1\nname: x\nquestion: q\nmodel: {}\nanalysis:\n"
                + "  kind: sweep\n  chargedSpreads: [0.02]\n");
        assertThatThrownBy(() -> ExperimentFile.read(file)).hasMessageContaining("analysis.chargedSpreads: has no meaning for kind: sweep");
        Files.writeString(file, "schemaVersion: 1\nname: x\nquestion: q\nmodel: {}\nanalysis:\n  kind: spread\n"
                + "  chargedSpreads: [1.2]\n");
        assertThatThrownBy(() -> ExperimentFile.read(file)).isInstanceOf(InputException.class).hasMessageContaining("between 0 and 1");
    }

    /** Whatever is wrong with keys of an analysis is refused at its line. */
    @Test
    void whatIsRefusedStandsAtItsLine() throws IOException {
        refused("  kind: run\n  costOfCapital: 0.2\n", ":7:3: analysis.costOfCapital: has no meaning for kind: run");
        refused("  kind: spread\n  chargedSpreads: [0.1]\n  grid: {credit.loan.spread: [0.05, 0.1]}\n",
                ":8:10: credit.loan.spread: cannot be varied where analysis.chargedSpreads sets it");
        refused("  kind: spread\n  variants:\n    a: {}\n    b: {credit.measureSpreads: false}\n",
                ":9:9: credit.measureSpreads: cannot be varied where kind: spread sets it");
        refused("  kind: depth\n  targetDiscount: [0.1, 1.5]\n", ":7:19: analysis.targetDiscount: was 1.5, expected shares");
        refused("  kind: depth\n  targetDiscount: []\n", ":7:19: analysis.targetDiscount: is empty");
        refused("  kind: depth\n  haircuts: [0.2, -0.1]\n", ":7:13: analysis.haircuts: was -0.1, expected shares");
        refused("  kind: depth\n  grid: {repo.capacityUsd: [1e6, 1e7]}\n", ":7:10: ");
        refused("  kind: depth\n  grid: {repo.capacityUsd: [1e6, 1e7]}\n", "repo.capacityUsd: cannot be varied where kind: depth");
    }

    private void refused(String analysis, String message) throws IOException {
        Path file = Files.writeString(temp.resolve("x.yaml"), "schemaVersion: 1\nname: x\nquestion: q\nmodel: {}\nanalysis:\n"
                + analysis);
        assertThatThrownBy(() -> ExperimentFile.read(file)).isInstanceOf(InputException.class).hasMessageContaining(message)
                .hasMessageStartingWith(file.toString());
    }

    /** Loans of an own book have rates of their own: other charges say nothing. */
    @Test
    void ratesThatDoNotFollowAreNoticed() throws IOException {
        Pretended pretended = pretended(Pretended.points("base"), (parameters, u) -> {
            Map<String, Double> run = new HashMap<>(run(parameters, u));
            run.computeIfPresent("spread_host_loans_usd", (name, earned) -> 7.0);
            return run;
        }, 0.02, 0.06);
        pretended.run(temp);
        assertThat(flat(pretended)).contains("Their rates do not follow credit.loan.spread");
        assertThat(Files.readString(temp.resolve("spread.csv"))).as("no crossing of noise").doesNotContain("fixed_point");
    }

    /** Where nothing was lent at some charge it is that which is said, not that rates do not follow. */
    @Test
    void aChargeAtWhichNothingWasLentIsSaid() {
        Pretended pretended = pretended(Pretended.points("base"), (parameters, u) -> {
            Map<String, Double> run = new HashMap<>(run(parameters, u));
            if (parameters.credit().loan().spread() > 0.5) {
                put(run, "host_loans", 0, 0);
                run.put("exposure_host_loans_usd_years", 0.0);
            }
            return run;
        }, 0.02, 0.9);
        pretended.run(temp);
        assertThat(flat(pretended)).doesNotContain("do not follow").contains("At some charge nothing was lent");
    }

    /** Capital is paid once for a whole run: who reads a rate of return should not take it for a yearly one. */
    @Test
    void theCostOfCapitalIsThatOfARun() {
        Pretended pretended = pretended(Pretended.points("base"), SpreadAnalysisTest::run);
        pretended.run(temp);
        assertThat(flat(pretended)).contains("With 10.0 % over the whole run, not a year, on capital");
    }

    /** Another cost of capital is another plan, though no run changes. */
    @Test
    void resultsOfAnotherCostOfCapitalAreNotTaken() {
        Pretended first = pretended(Pretended.points("base"), SpreadAnalysisTest::run);
        first.replications = 5;
        assertThat(first.run(temp)).isZero();
        Pretended dearer = pretended(Pretended.points("base"), SpreadAnalysisTest::run);
        dearer.replications = 5;
        dearer.spread = new SpreadDesign(List.of(), 0.2);
        assertThat(dearer.run(temp)).isEqualTo(2);
        assertThat(dearer.err.toString()).contains("cost of capital: was 0.1, now 0.2");
    }

    @Test
    void nothingLentNothingClaimed() {
        Pretended pretended = pretended(Pretended.points("base"), (parameters, u) -> Map.of());
        assertThat(pretended.run(temp)).isZero();
        assertThat(flat(pretended)).contains("base: no host has a term loan that was served");
    }

    @Test
    void aModelThatMeasuresNoSpreadsIsRefused() {
        Pretended pretended = new Pretended(new Attribution(Players.FRICTIONS, List.of()), Pretended.points("base"), List.of("a_usd"),
                List.of(), SpreadAnalysisTest::run);
        pretended.kind = "spread";
        assertThat(pretended.run(temp)).isEqualTo(2);
        assertThat(pretended.err.toString()).contains("analysis.kind: spread: there is no measure fair_spread_host_loans");
    }
}
