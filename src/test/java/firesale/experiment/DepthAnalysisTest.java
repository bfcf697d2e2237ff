package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.buyers.Friction;
import firesale.kernel.parameters.InputException;
import firesale.kernel.table.CsvLine;
import firesale.kernel.table.RatioMeasure;
import firesale.model.ModelParameters;
import firesale.policy.StandbyParameters;
import firesale.report.Charts;
import firesale.repo.HaircutParameters;
import firesale.repo.RepoParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Missing depth of markets whose discount is known in closed form. */
class DepthAnalysisTest {

    private static final List<RatioMeasure> RATIOS =
            List.of(new RatioMeasure("price_discount", "share", "Discount", "sale_discount_usd", "sale_fmv_usd"));
    private static final List<String> COLUMNS = List.of("sale_discount_usd", "sale_fmv_usd", "defaults", "repo_margin_calls",
            "standby_spent_usd");
    private static final double SUPPLY = 1e9;
    private static final DepthDesign DESIGN = new DepthDesign(List.of(0.5, 0.45, 0.1), 1e6, 1e10, 25, List.of());

    @TempDir
    Path temp;

    private final ModelParameters defaults = ExperimentFile.modelSchema().defaults();

    /**
     * Cash in the market with repo: identical price takers with W dollars bid for machines worth SUPPLY; price over value is
     * min(1, min(W/h, W + C)/SUPPLY), and racks take only a part of them at any price above half.
     */
    private static double discount(ModelParameters parameters, double own) {
        double haircut = parameters.repo().haircut().base();
        double funds = Math.min(own / haircut, own + parameters.repo().capacityUsd());
        double budget = parameters.policy().standby().budgetUsd();
        if (!parameters.frictions().contains(Friction.FUNDING)) {
            funds = Double.POSITIVE_INFINITY;
        }
        double price = Math.min(1, funds / SUPPLY);
        double standby = 1 - parameters.policy().standby().discount();
        return 1 - (price >= standby ? price : Math.min(standby, price + budget / SUPPLY));
    }

    private static Map<String, Double> sold(double discount, double fmv) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("sale_discount_usd", discount * fmv);
        values.put("sale_fmv_usd", fmv);
        values.put("defaults", 3.0);
        return values;
    }

    private Pretended pretended(DepthDesign design, Pretended.Run run, Point... declared) {
        Pretended pretended = new Pretended(new Attribution(Players.FRICTIONS, List.of()),
                declared.length == 0 ? Pretended.points("base") : List.of(declared), COLUMNS, RATIOS, run);
        pretended.kind = "depth";
        pretended.depth = design;
        pretended.runsPerShard = 5_000;
        return pretended;
    }

    private Map<String, List<String>> run(Pretended pretended) throws IOException {
        assertThat(pretended.run(temp)).as(pretended.err.toString()).isZero();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(temp.resolve("missing-depth.csv"))) {
            List<String> fields = CsvLine.split(line);
            String key = String.join(" ", List.of(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4)));
            assertThat(rows.put(key.replaceAll(" +", " ").strip(), fields)).as(key).isNull();
        }
        return rows;
    }

    private static double value(List<String> row) {
        return number(row.get(7));
    }

    private static double low(List<String> row) {
        return number(row.get(8));
    }

    private static double high(List<String> row) {
        return number(row.get(9));
    }

    private static double error(List<String> row) {
        return number(row.get(10));
    }

    private static double exists(List<String> row) {
        return number(row.get(12));
    }

    private static String flag(List<String> row) {
        return row.get(14);
    }

    private static double number(String field) {
        return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    }

    private static Pretended.Run fixedFunds(double own) {
        return (parameters, u) -> sold(discount(parameters, own), SUPPLY);
    }

    private ModelParameters haircut(double base) {
        return defaults.withRepo(defaults.repo().withHaircut(defaults.repo().haircut().withBase(base)));
    }

    private Point base(ModelParameters parameters) {
        return new Point(0, "base", Map.of(), parameters);
    }

    /** M = max(0, (1 - delta) VQ - W) where that is at most W/h - W, else a floor of 1 - W/(hVQ); section 11 of the model. */
    @Test
    void cashInTheMarketWithRepoInClosedForm() throws IOException {
        Map<String, List<String>> rows = run(pretended(new DepthDesign(List.of(0.7, 0.5, 0.45, 0.1), 1e7, 1e10, 100, List.of(0.25)),
                fixedFunds(0.3e9), base(haircut(0.5))));
        assertThat(value(rows.get("base M_dyn 0.5 0.5"))).isCloseTo(0.2e9, within(0.002e9));
        assertThat(value(rows.get("base M_dyn 0.45 0.5"))).isCloseTo(0.25e9, within(0.002e9));
        assertThat(value(rows.get("base M_dyn 0.7 0.5"))).as("held without repo").isZero();
        assertThat(value(rows.get("base M_dyn 0.1 0.5"))).isNaN();
        assertThat(flag(rows.get("base M_dyn 0.1 0.5"))).isEqualTo("none;low-none;high-none");
        assertThat(exists(rows.get("base M_dyn 0.1 0.5"))).isZero();
        assertThat(exists(rows.get("base M_dyn 0.5 0.5"))).isEqualTo(1);
        assertThat(value(rows.get("base floor 0.5"))).isCloseTo(0.4, within(1e-12));
        assertThat(value(rows.get("base M_dyn 0.1 0.25"))).as("at half the haircut twice the funds").isCloseTo(0.6e9, within(0.004e9));
        assertThat(value(rows.get("base floor 0.25"))).isZero();
        assertThat(number(rows.get("base M_dyn 0.5 0.5").get(15))).as("C / (1 - h)").isCloseTo(0.4e9, within(0.004e9));
        assertThat(number(rows.get("base M_dyn 0.1 0.25").get(15))).isCloseTo(0.8e9, within(0.006e9));
        for (String what : List.of("M_fix", "first_crossing")) {
            assertThat(value(rows.get("base " + what + " 0.5 0.5"))).as(what).isEqualTo(value(rows.get("base M_dyn 0.5 0.5")));
        }
        assertThat(value(rows.get("base M95 0.5 0.5"))).as("all runs are alike; a step of the grid is a factor of 1.07")
                .isBetween(0.2e9, 0.2e9 * 1.08);
    }

    /**
     * Standby money that bids at (1 - delta) FMV must fill what funds leave: B = (1 - delta) VQ - W, also where no repo does. Since
     * it never holds more than the target, the first budget tried that does is taken: a step of the coarse grid is a factor of 1.15.
     */
    @Test
    void standbyMoneyHoldsWhereNoRepoDoes() throws IOException {
        Pretended pretended = pretended(new DepthDesign(List.of(0.1), 1e7, 1e10, 100, List.of()),
                (parameters, u) -> {
                    StandbyParameters standby = parameters.policy().standby();
                    double discount = discount(parameters, 0.3e9);
                    Map<String, Double> values = sold(discount, SUPPLY);
                    values.put("standby_spent_usd", standby.budgetUsd() == 0 ? 0 : Math.min(standby.budgetUsd(), 0.6e9));
                    return values;
                }, base(haircut(0.5)));
        Map<String, List<String>> rows = run(pretended);
        assertThat(value(rows.get("base B 0.1"))).isBetween(0.6e9, 0.6e9 * 1.16);
        assertThat(exists(rows.get("base B 0.1"))).isEqualTo(1);
        assertThat(value(rows.get("base B_spent 0.1"))).isCloseTo(0.6e9, within(1.0));
        assertThat(pretended.out.toString().replaceAll("\\s+", " ")).contains("No amount of repo holds it under 10 %: without limit, at a "
                + "haircut of 50 %, it still leaves 40.0 % (40.0 to 40.0 %). What binds most: funding. Without that limit it would be "
                + "0.0 % (0.0 to 0.0 %), -40.0 pp (-40.0 to -40.0 pp), enough for 10 %. Outright standby money would hold it: $6")
                .contains("bidding 10 % below FMV ($600.0m of it spent in a run).");
    }

    /** A haircut of h = 0.2 + 0.5 (1 - x) is 0.3 where prices are 20 % down, unless dealers see them at FMV. */
    @Test
    void collateralBehindACapacityHasTheHaircutOfThePrice() {
        HaircutParameters rule = new HaircutParameters(HaircutParameters.Rule.PROCYCLICAL, 0.2, 0.5, 2, 0.3, 4);
        ModelParameters procyclical = defaults.withRepo(defaults.repo().withHaircut(rule));
        assertThat(collateralUsd(procyclical)).isCloseTo(100, within(1e-9));
        assertThat(collateralUsd(procyclical.withFeedbacks(List.of()))).isCloseTo(87.5, within(1e-9));
        assertThat(collateralUsd(haircut(1))).isNaN();
    }

    private double collateralUsd(ModelParameters parameters) {
        DepthPoints points = DepthPoints.of(List.of(base(parameters)), DESIGN).get(0);
        return new MissingDepth(points, 0.2, 0, null, null, List.of(), List.of(), List.of(), null, Optional.empty(), List.of())
                .collateralUsd(70, parameters.repo().haircut().base(), 0.2);
    }

    /** The share of runs that miss a target of 1/2 is that of w below 1/2 - c: 5 % of runs at c = 0.45. */
    @Test
    void nearlyAllRunsNeedMore() throws IOException {
        Pretended pretended = pretended(new DepthDesign(List.of(0.5), 1e8, 1e9, 30, List.of()),
                (parameters, u) -> u < 0.25 ? sold(0, 0) : sold(discount(parameters, SUPPLY * (u - 0.25) / 0.75), SUPPLY),
                base(haircut(0.001)));
        pretended.replications = 1000;
        Map<String, List<String>> rows = run(pretended);
        assertThat(value(rows.get("base M_dyn 0.5 0.001"))).as("the mean of w is 1/2 already").isLessThan(0.03e9);
        assertThat(value(rows.get("base M95 0.5 0.001"))).isCloseTo(0.45e9, within(0.03e9));
        assertThat(Long.parseLong(rows.get("base M95 0.5 0.001").get(13))).as("runs with sales only").isBetween(650L, 850L);
    }

    /** Seizures respond: supply is larger by half the capacity, so that C in the market is worth half as much. */
    @Test
    void frozenSeizuresNeedLess() throws IOException {
        Pretended.Run leverage = (parameters, u) -> {
            RepoParameters repo = parameters.repo();
            double capacity = Math.min(repo.capacityUsd(), 1e9);
            double supply = SUPPLY + (repo.frozenSeizures() ? 0 : 0.5 * capacity);
            return sold(1 - Math.min(1, (0.3e9 + capacity) / supply), supply);
        };
        Map<String, List<String>> rows = run(pretended(new DepthDesign(List.of(0.5), 1e7, 1e10, 100, List.of()), leverage));
        assertThat(value(rows.get("base M_fix 0.5 0.25"))).isCloseTo(0.2e9, within(0.002e9));
        assertThat(value(rows.get("base M_dyn 0.5 0.25"))).as("0.3 + c = 0.5 (1 + c/2)").isCloseTo(0.2e9 / 0.75, within(0.003e9));
    }

    /** Held at half a billion, lost again beyond one, held without limit. */
    private static double humped(double capacity) {
        return capacity < 0.4e9 ? 0.3 : capacity < 1e9 ? 0.05 : capacity < 3e9 ? 0.25 : 0.02;
    }

    private Pretended humped(DoubleUnaryOperator noise) {
        return pretended(new DepthDesign(List.of(0.1), 1e7, 1e10, 25, List.of()), (parameters, u) -> {
            double capacity = parameters.repo().capacityUsd();
            Map<String, Double> values = sold(humped(capacity) + noise.applyAsDouble(u), 1e6);
            values.put("repo_margin_calls", capacity >= 1e9 && capacity < 3e9 ? 5 + u : 1.0);
            return values;
        });
    }

    @Test
    void whereMoreRepoIsWorseItIsSaid() throws IOException {
        Pretended pretended = humped(u -> 0.01 * (u - 0.5));
        Map<String, List<String>> rows = run(pretended);
        List<String> rise = rows.get("base rise 0.25");
        assertThat(value(rise)).isCloseTo(0.2, within(1e-9));
        assertThat(number(rise.get(5))).isBetween(0.4e9, 1e9);
        assertThat(number(rise.get(6))).isBetween(1e9, 3e9);
        assertThat(flag(rows.get("base M_dyn 0.1 0.25"))).isEqualTo("non-monotone");
        assertThat(value(rows.get("base M_dyn 0.1 0.25"))).as("all larger capacities hold it").isBetween(2e9, 3.3e9);
        assertThat(value(rows.get("base first_crossing 0.1 0.25"))).isBetween(0.3e9, 0.5e9);
        assertThat(pretended.out.toString().replaceAll("\\s+", " ")).contains("More repo is not always better: from $", "by +20.0 pp",
                "with it change repo_margin_calls by +4.", "10 % is held at $3", "but not at all larger capacities");
    }

    /** A hump at another haircut than the model's is flagged there alone. */
    @Test
    void otherHaircutsHaveHumpsOfTheirOwn() throws IOException {
        Map<String, List<String>> rows = run(pretended(new DepthDesign(List.of(0.1), 1e7, 1e10, 25, List.of(0.6)), (parameters, u) ->
                sold(parameters.repo().haircut().base() > 0.5 || !parameters.repo().isOpen() ? humped(parameters.repo().capacityUsd()) : 0.05, 1e6)));
        assertThat(flag(rows.get("base M_dyn 0.1 0.6"))).isEqualTo("non-monotone");
        assertThat(value(rows.get("base rise 0.6"))).isCloseTo(0.2, within(1e-9));
        assertThat(flag(rows.get("base M_dyn 0.1 0.25"))).isEmpty();
        assertThat(rows).doesNotContainKey("base rise 0.25");
    }

    @Test
    void moreThanTheLargestCapacity() throws IOException {
        Pretended pretended = pretended(new DepthDesign(List.of(0.1), 1e6, 1e8, 9, List.of()), fixedFunds(0.6e9),
                base(haircut(0.1)));
        Map<String, List<String>> rows = run(pretended);
        assertThat(value(rows.get("base M_dyn 0.1 0.1"))).isNaN();
        assertThat(flag(rows.get("base M_dyn 0.1 0.1"))).isEqualTo("above-grid;low-above-grid;high-above-grid");
        assertThat(exists(rows.get("base M_dyn 0.1 0.1"))).isEqualTo(1);
        assertThat(pretended.out.toString().replaceAll("\\s+", " ")).contains("Under 10 % the discount is held by unlimited repo, but not yet by "
                + "$100.0m, the largest capacity tried.");
    }

    @Test
    void noSalesAndTargetsThatHoldAnyway() throws IOException {
        Pretended nothing = pretended(DESIGN, (parameters, u) -> sold(0, 0));
        Map<String, List<String>> rows = run(nothing);
        assertThat(flag(rows.get("base M_dyn 0.1 0.25"))).isEqualTo("no-sales");
        assertThat(nothing.out.toString()).contains("base: nothing was seized and sold in any run, so there is no discount to hold.");
        temp = Files.createTempDirectory(temp, "held");
        Pretended held = pretended(DESIGN, (parameters, u) -> sold(0.02 * u, 1e6));
        run(held);
        assertThat(held.out.toString().replaceAll("\\s+", " ")).contains("A discount of 10 %, 45 % and 50 % is held without any repo market.")
                .doesNotContain("binds", "standby money holds");
    }

    @Test
    void oneReplicationHasNoInterval() throws IOException {
        Pretended one = pretended(DESIGN, fixedFunds(0.3e9), base(haircut(0.5)));
        one.replications = 1;
        Map<String, List<String>> rows = run(one);
        assertThat(low(rows.get("base M_dyn 0.5 0.5"))).isNaN();
        assertThat(value(rows.get("base M_dyn 0.5 0.5"))).isPositive();
        assertThat(one.out.toString().replaceAll("\\s+", " ")).contains("1 run with sales", "One run gives no interval.",
                "Without intervals nothing is said about what binds.", "Under 50 % it takes $197.7m; without a response $197.7m, for 95 % of");
    }

    /** A replication that fails anywhere is missing everywhere. */
    @Test
    void failedReplicationsAreLeftOut() throws IOException {
        Pretended some = pretended(DESIGN, (parameters, u) -> {
            if (u < 0.2 && parameters.repo().capacityUsd() > 5e9) {
                throw new IllegalStateException("no");
            }
            return sold(u < 0.2 ? 1 : discount(parameters, 0.3e9), SUPPLY);
        }, base(haircut(0.5)));
        assertThat(some.run(temp)).isEqualTo(3);
        assertThat(some.out.toString().replaceAll("\\s+", " ")).contains("replications are left out, since runs of them failed.")
                .contains("70.0 % (70.0 to 70.0 %)");
    }

    /** Two constraints that bind at once: neither alone helps, both together do. */
    @Test
    void constraintsThatBindTogether() throws IOException {
        Pretended pretended = pretended(DESIGN, (parameters, u) -> {
            double racks = parameters.frictions().contains(Friction.RACK_POWER) ? 0.6 : 1;
            double funds = parameters.frictions().contains(Friction.FUNDING) ? 0.6 : 1;
            return sold(1 - Math.min(racks, funds) + 0.01 * u, 1e6);
        });
        Map<String, List<String>> rows = run(pretended);
        assertThat(value(rows.get("base relaxation 0.25 racks"))).isZero();
        assertThat(value(rows.get("base relaxation 0.25 racks+funding"))).isCloseTo(-0.4, within(1e-12));
        assertThat(value(rows.get("base relaxed 0.25 racks+funding"))).isLessThan(0.01);
        assertThat(pretended.out.toString().replaceAll("\\s+", " ")).contains("No constraint taken away alone lowers that by more than noise; "
                + "racks and funding together do, to 0.");
    }

    @Test
    void namesAndParametersOfPoints() {
        DepthDesign small = new DepthDesign(List.of(0.2, 0.1, 0.2), 1e6, 1e7, 4, List.of(0.25, 0.4));
        Point grid = new Point(1, "buyers.rackScale=2", Map.of("buyers.rackScale", "2"), defaults);
        List<Point> points = new DepthAnalysis(small).points(List.of(new Point(0, "base", Map.of("buyers.rackScale", "1"), defaults), grid));
        List<String> ids = points.stream().map(Point::id).toList();
        assertThat(ids).startsWith("base/C=0", "base/C=1e6", "base/C=2.15e6", "base/C=4.64e6", "base/C=1e7", "base/C=unlimited",
                "base/C=1e6/fix", "base/C=2.15e6/fix", "base/C=4.64e6/fix", "base/C=1e7/fix", "base/C=unlimited/fix", "base/h=0.4,C=1e6",
                "base/h=0.4,C=4.64e6", "base/h=0.4,C=1e7", "base/h=0.4,C=unlimited", "base/standby=0.1,B=1e6");
        assertThat(ids).contains("base/standby=0.2,B=unlimited", "base/without=rack-power", "base/without=hurry", "base/without=racks",
                "base/without=racks+funding", "buyers.rackScale=2,C=0").doesNotContain("base/without=repo").doesNotHaveDuplicates();
        assertThat(points).extracting(Point::index).containsExactlyElementsOf(IntStream.range(0, points.size()).boxed().toList());
        assertThat(points.stream().map(point -> List.copyOf(point.varied().keySet())).distinct()).as("the same keys at all points")
                .containsExactly(List.of("buyers.rackScale", "repo.capacityUsd", "repo.frozenSeizures", "repo.haircut.base",
                        "policy.standby.discount", "policy.standby.budgetUsd", "frictions"));
        Point frozen = points.get(ids.indexOf("base/C=4.64e6/fix"));
        assertThat(frozen.parameters().repo().capacityUsd()).isEqualTo(4.64e6);
        assertThat(frozen.parameters().repo().frozenSeizures()).isTrue();
        assertThat(frozen.varied()).containsEntry("repo.capacityUsd", "4640000").containsEntry("repo.frozenSeizures", "true");
        assertThat(points.get(ids.indexOf("base/C=unlimited")).parameters().repo().capacityUsd()).isEqualTo(RepoParameters.UNLIMITED_USD);
        assertThat(points.get(ids.indexOf("base/standby=0.1,B=1e6")).parameters().policy().standby()).isEqualTo(new StandbyParameters(0.1, 1e6));
        assertThat(points.get(ids.indexOf("base/standby=0.1,B=1e6")).parameters().repo().isOpen()).isFalse();
        Point racks = points.get(ids.indexOf("base/without=racks"));
        assertThat(racks.parameters().frictions()).contains(Friction.FUNDING, Friction.REPO)
                .doesNotContain(Friction.RACK_POWER, Friction.OTHER_USE_OF_POWER, Friction.COOLING);
        assertThat(racks.parameters().repo().capacityUsd()).isEqualTo(RepoParameters.UNLIMITED_USD);
        int half = points.size() / 2;
        assertThat(new DepthAnalysis(small).baselines(List.of(base(defaults), grid), List.of(0, 0)).subList(half - 1, half + 1))
                .containsExactly(0, half);
    }

    /** The shipped experiment, and a file without any key of the design. */
    @Test
    void designsOfFiles() throws IOException {
        ExperimentFile file = ExperimentFile.read(Path.of("experiments/missing-repo-depth.yaml"));
        List<DepthPoints> points = DepthPoints.of(file.points(), file.analysis().depth());
        assertThat(points.get(0).tried()).hasSize(27 + 26 + 3 * 14 + 3 * 14 + 10);
        assertThat(points.get(0).none().point().parameters()).isEqualTo(file.points().get(0).parameters());
        Path plain = Files.writeString(temp.resolve("plain.yaml"), "schemaVersion: 1\nname: plain\nquestion: q\nanalysis: {kind: depth}\n");
        assertThat(ExperimentFile.read(plain).analysis().depth()).isEqualTo(DepthDesign.USUAL);
    }

    @Test
    void amountsStayApartHoweverCloseTheyStand() {
        List<Double> amounts = new DepthDesign(List.of(0.1), 1e6, 1.01e6, 50, List.of()).amounts();
        assertThat(amounts).hasSize(51).doesNotHaveDuplicates().isSorted();
        assertThat(amounts.get(49)).isEqualTo(1.01e6);
        assertThat(List.of(DepthDesign.text(1), DepthDesign.text(10), DepthDesign.text(15e6), DepthDesign.text(1.205e12),
                DepthDesign.text(Double.POSITIVE_INFINITY))).containsExactly("1e0", "1e1", "1.5e7", "1.205e12", "unlimited");
    }

    @Test
    void whatTheAnalysisSetsIsRefused() {
        refused("repo.capacityUsd: was 5000000, but kind: depth sets it: leave it out", DESIGN,
                base(defaults.withRepo(defaults.repo().withCapacityUsd(5e6))));
        refused("repo.frozenSeizures: was true", DESIGN, base(defaults.withRepo(defaults.repo().withFrozenSeizures(true))));
        refused("policy.standby.budgetUsd: was 7", DESIGN, base(defaults.withPolicy(defaults.policy().withStandby(new StandbyParameters(0.1, 7)))));
        refused("repo.capacityUsd: cannot be varied", DESIGN, new Point(0, "base", Map.of("repo.capacityUsd", "0"), defaults));
        Point haircuts = new Point(0, "base", Map.of("repo.haircut.base", "0.25"), defaults);
        refused("repo.haircut.base: cannot be varied where analysis.haircuts", new DepthDesign(List.of(0.1), 1, 2, 2, List.of(0.5)), haircuts);
        assertThat(new DepthAnalysis(DESIGN).points(List.of(haircuts))).as("without haircuts it may").isNotEmpty();
        List<Friction> without = new ArrayList<>(defaults.frictions());
        without.remove(Friction.REPO);
        refused("frictions: without repo a repo market does nothing", DESIGN, base(defaults.withFrictions(without)));
        refused("analysis.targetDiscount: was 1.0, expected shares", new DepthDesign(List.of(1.0), 1, 2, 2, List.of()), base(defaults));
        refused("analysis.targetDiscount: is empty", new DepthDesign(List.of(), 1, 2, 2, List.of()), base(defaults));
        refused("analysis.haircuts: was 1.5", new DepthDesign(List.of(0.1), 1, 2, 2, List.of(1.5)), base(defaults));
    }

    private static void refused(String message, DepthDesign design, Point point) {
        assertThatThrownBy(() -> new DepthAnalysis(design).points(List.of(point))).isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    /** Nothing of the text is wider than a terminal, and several declared points stand side by side. */
    @Test
    void severalPointsInBearableWidth() throws IOException {
        Pretended pretended = pretended(new DepthDesign(List.of(0.1, 0.2, 0.4), 1e6, 1e10, 9, List.of(0.1, 0.9)),
                (parameters, u) -> sold(discount(parameters, 0.6e9 * u), SUPPLY), new Point(0, "calm", Map.of(), haircut(0.5)),
                new Point(1, "squeeze", Map.of(), haircut(0.7)));
        run(pretended);
        assertThat(pretended.out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(pretended.out.toString()).contains("calm: Without a repo market", "squeeze: Without a repo market", "\ncalm\n\nto hold",
                "\nsqueeze\n\nto hold");
        Path tables = Files.createDirectories(temp.resolve("tables"));
        for (String table : List.of("missing-depth.csv", "discount-curve.csv", "summary.csv")) {
            Files.copy(temp.resolve(table), tables.resolve(table));
        }
        assertThat(Charts.draw(tables, "pretended", "").files()).as("the tables are read as they are written")
                .extracting(file -> file.getFileName().toString()).contains("discount-curve.svg", "repo-frontier.svg", "repo-floor.svg")
                .noneMatch(name -> name.startsWith("discount-by-point"));
        assertThat(Files.readString(tables.resolve("charts/repo-frontier.svg"))).contains("Capacity that holds the discount");
    }
}
