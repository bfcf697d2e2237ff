package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.parameters.InputException;
import firesale.kernel.table.CsvLine;
import firesale.kernel.table.RatioMeasure;
import firesale.model.ModelParameters;
import firesale.world.Feedback;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackAttributionTest {

    private static final List<RatioMeasure> RATIOS = List.of(new RatioMeasure("price_discount", "share", "Discount", "lost_usd", "fmv_usd"));
    private static final List<String> COLUMNS = List.of("lost_usd", "fmv_usd", "lender_losses_usd", "defaults");

    @TempDir
    Path temp;

    private final ModelParameters defaults = ExperimentFile.modelSchema().defaults();

    private Point point(int index, String id, Feedback... loops) {
        return new Point(index, id, Map.of("time.weeks", Integer.toString(index)),
                defaults.withFeedbacks(List.of(loops)));
    }

    private List<Point> twoLoops() {
        return List.of(point(0, "calm", Feedback.MARKS_COVENANTS, Feedback.LOSSES_CREDIT),
                point(1, "b/x=1", Feedback.LOSSES_CREDIT, Feedback.MARKS_COVENANTS, Feedback.COIN_SALES_BTC));
    }

    /**
     * Losses: noise of a replication, 10 by marks, 5 by credit and 4 by both together. The discount is 0.2 of value, by marks 0.3, of a
     * value that differs between runs; no run with u below 0.1 sells anything.
     */
    private static Map<String, Double> run(ModelParameters parameters, double u) {
        double marks = parameters.feedbacks().contains(Feedback.MARKS_COVENANTS) ? 1 : 0;
        double credit = parameters.feedbacks().contains(Feedback.LOSSES_CREDIT) ? 1 : 0;
        double fmv = u < 0.1 ? 0 : 100 + 900 * u;
        return Map.of("lost_usd", fmv * (0.2 + 0.1 * marks), "fmv_usd", fmv, "lender_losses_usd", 1_000 * u + 10 * marks + 5 * credit
                + 4 * marks * credit, "defaults", 3.0);
    }

    private static Pretended pretended(List<Point> points) {
        return new Pretended(new Attribution(Players.FEEDBACKS, Attribution.USUAL_MEASURES), points, COLUMNS, RATIOS,
                FeedbackAttributionTest::run);
    }

    /** The rows of {@code attribution.csv} by point, measure, what and player. */
    static Map<String, List<String>> rows(Path folder) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("attribution.csv"))) {
            List<String> fields = CsvLine.split(line);
            String key = fields.get(0) + " " + fields.get(2) + " " + fields.get(3) + " " + (fields.get(4) + fields.get(5)).strip();
            assertThat(rows.put(key.strip(), fields)).as(key).isNull();
        }
        return rows;
    }

    /** Value, low and high. */
    private static void assertTight(List<String> row, double expected) {
        assertThat(row.subList(6, 9)).allSatisfy(field -> assertThat(Double.parseDouble(field)).isCloseTo(expected, within(1e-9)));
    }

    @Test
    void everySubsetOfEachPointsLoops() {
        FeedbackAttribution analysis = new FeedbackAttribution(List.of());
        List<Point> points = analysis.points(twoLoops());
        assertThat(points).extracting(Point::id).containsExactly("calm/feedbacks=none", "calm/feedbacks=marks-covenants",
                "calm/feedbacks=losses-credit", "calm/feedbacks=marks-covenants+losses-credit", "b/x=1,feedbacks=none",
                "b/x=1,feedbacks=losses-credit", "b/x=1,feedbacks=marks-covenants", "b/x=1,feedbacks=losses-credit+marks-covenants",
                "b/x=1,feedbacks=coin-sales-btc", "b/x=1,feedbacks=losses-credit+coin-sales-btc",
                "b/x=1,feedbacks=marks-covenants+coin-sales-btc", "b/x=1,feedbacks=losses-credit+marks-covenants+coin-sales-btc");
        assertThat(points).extracting(Point::index).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(points.get(6).parameters().feedbacks()).containsExactly(Feedback.MARKS_COVENANTS);
        assertThat(points.get(7).varied()).containsExactly(Map.entry("time.weeks", "1"), Map.entry("feedbacks", "[losses-credit, marks-covenants]"));
        assertThat(ParameterText.of(points.get(7).parameters()).get("feedbacks")).isEqualTo("[losses-credit, marks-covenants]");
        assertThat(analysis.baselines(twoLoops(), List.of(0, 0))).containsExactly(0, 0, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4);
    }

    @Test
    void tooManyLoopsAndNoneAreRefused() {
        assertThatThrownBy(() -> FeedbackSubsets.of(twoLoops(), 2)).isInstanceOf(InputException.class)
                .hasMessage("b/x=1: feedbacks: 3 loops, expected 1 to 2 for players: feedbacks, which runs every subset of them (here 2^3)");
        assertThatThrownBy(() -> FeedbackSubsets.of(List.of(point(0, "base")))).isInstanceOf(InputException.class)
                .hasMessageStartingWith("base: feedbacks: 0 loops, expected 1 to 8");
        assertThat(FeedbackSubsets.of(List.of(point(0, "base", Feedback.LOSSES_CREDIT, Feedback.LOSSES_CREDIT))).get(0).count()).isEqualTo(2);
        List<Point> many = new ArrayList<>();
        for (int i = 0; i < 25_001; i++) {
            many.add(point(i, "p" + i, Feedback.LOSSES_CREDIT, Feedback.MARKS_COVENANTS));
        }
        assertThatThrownBy(() -> FeedbackSubsets.of(many)).isInstanceOf(InputException.class).hasMessageContaining("more than 100000 points");
    }

    @Test
    void effectsAreSharedOutOverAllOrders() throws IOException {
        Pretended pretended = pretended(twoLoops());
        assertThat(pretended.run(temp)).as(pretended.err.toString()).isZero();
        Map<String, List<String>> rows = rows(temp);
        assertTight(rows.get("calm lender_losses_usd shapley marks-covenants"), 12);
        assertTight(rows.get("calm lender_losses_usd shapley losses-credit"), 7);
        assertTight(rows.get("calm lender_losses_usd total"), 19);
        assertTight(rows.get("b/x=1 lender_losses_usd shapley coin-sales-btc"), 0);
        assertTight(rows.get("b/x=1 lender_losses_usd shapley marks-covenants"), 12);
        assertTight(rows.get("calm price_discount shapley marks-covenants"), 0.1);
        assertTight(rows.get("calm price_discount none"), 0.2);
        assertTight(rows.get("calm price_discount all"), 0.3);
        assertTight(rows.get("calm defaults total"), 0);
        assertThat(rows.get("calm lender_losses_usd shapley marks-covenants").subList(9, 13)).startsWith("USD").endsWith("40", "0");
        assertThat(Double.parseDouble(rows.get("calm lender_losses_usd shapley marks-covenants").get(10))).isCloseTo(12.0 / 19, within(1e-9));
        assertThat(rows.get("calm defaults shapley losses-credit").get(10)).as("a share of nothing").isEmpty();
        assertThat(rows.get("calm price_discount total").get(12)).as("replications that sell nothing").isNotEqualTo("0");
        // the game's value is the sweep's estimate, and its baseline is no loop
        assertThat(Files.readAllLines(temp.resolve("summary.csv"))).anySatisfy(line -> assertThat(line)
                .startsWith("calm/feedbacks=marks-covenants+losses-credit,lender_losses_usd,USD,").contains(",student_t,19.0"));
        assertThat(Files.readString(temp.resolve("schema.json"))).contains("\"attribution.csv\"", "share_of_total");
        assertThat(Files.readString(temp.resolve("manifest.json"))).contains("attribution.csv");
        assertThat(Files.readAllLines(temp.resolve("runs.csv")).get(0)).contains(",time.weeks,feedbacks,status");
    }

    @Test
    void wordsAndTables() throws IOException {
        Pretended pretended = pretended(twoLoops().subList(0, 1));
        pretended.show = List.of("lost_usd");
        pretended.run(temp);
        assertThat(pretended.out.toString().replace('\n', ' ')).contains("price_discount (37 replications, 3 without a value): 30.0 % with all feedback loops, 20.0 % with "
                + "none: together they change it by +10.0 pp (+10.0 to +10.0 pp). Largest: marks-covenants +10.0 pp (+10.0 to +10.0 pp). "
                + "Small (interval within 5 % of all that is moved up or down): losses-credit. calm, lender_losses_usd (40 replications): ")
                .contains("Largest: marks-covenants +$12.00 (+$12.00 to +$12.00), losses-credit")
                .contains("calm, defaults (40 replications): 3.000 with all feedback loops, 3.000 with none", "None of them changes it: marks-covenants, losses-credit.");
        assertThat(pretended.out.toString()).contains("""
                        adds to lender_losses_usd *    value       95 % interval  of total  rank
                        marks-covenants              +$12.00  +$12.00 to +$12.00    63.2 %     1
                        losses-credit                 +$7.00    +$7.00 to +$7.00    36.8 %     2
                        all loops                    +$19.00  +$19.00 to +$19.00   100.0 %
                        """)
                .contains("\nlost_usd ");
        assertThat(Files.readString(temp.resolve("answer.md"))).contains("Largest: marks-covenants");
        Pretended both = pretended(twoLoops());
        both.run(temp.resolve("both"));
        assertThat(both.out.toString()).containsPattern("adds to lender_losses_usd \\* +calm +b/x=1\n"
                + "marks-covenants +\\+\\$12.00 \\(\\+\\$12.00 to \\+\\$12.00\\) +\\+\\$12.00 .*\nlosses-credit .*\n"
                + "coin-sales-btc +off +\\$0.00 \\(\\$0.00 to \\$0.00\\)\n");
    }

    /** A replication that fails with one subset of loops is left out with all of them: else its noise would pass for an effect. */
    @Test
    void aReplicationCountsWholeOrNotAtAll() throws IOException {
        Pretended pretended = new Pretended(new Attribution(Players.FEEDBACKS, List.of("lender_losses_usd")), twoLoops().subList(0, 1), COLUMNS,
                RATIOS, (parameters, u) -> {
                    if (u > 0.8 && parameters.feedbacks().size() == 2) {
                        throw new IllegalStateException("no");
                    }
                    return run(parameters, u);
                });
        assertThat(pretended.run(temp)).isEqualTo(3);
        List<String> row = rows(temp).get("calm lender_losses_usd shapley marks-covenants");
        assertTight(row, 12);
        assertThat(Integer.parseInt(row.get(12))).isPositive();
        assertThat(Integer.parseInt(row.get(11)) + Integer.parseInt(row.get(12))).isEqualTo(40);
        assertThat(pretended.out.toString()).contains("of 160 runs failed and are left out");
    }

    @Test
    void whatHasNoValueSomewhereIsNotAttributed() throws IOException {
        Pretended pretended = new Pretended(new Attribution(Players.FEEDBACKS, List.of("price_discount")), twoLoops().subList(0, 1), COLUMNS,
                RATIOS, (parameters, u) -> parameters.feedbacks().isEmpty() ? Map.of("lost_usd", 0.0, "fmv_usd", 0.0) : run(parameters, u));
        assertThat(pretended.run(temp)).isZero();
        assertThat(pretended.out.toString().replace('\n', ' ')).contains("at some subset of loops no run has a value, so it cannot be attributed");
        assertThat(rows(temp).get("calm price_discount shapley marks-covenants").subList(6, 9)).containsOnly("");
    }

    @Test
    void oneReplicationClaimsNothing() {
        Pretended pretended = pretended(twoLoops().subList(0, 1));
        pretended.replications = 1;
        pretended.run(temp);
        assertThat(pretended.out.toString()).contains("One run gives no interval").doesNotContain("Largest");
    }

    @Test
    void unknownMeasuresAreRefusedBeforeAnyRun() {
        Pretended pretended = new Pretended(new Attribution(Players.FEEDBACKS, List.of("defalts")), twoLoops(), COLUMNS, RATIOS,
                FeedbackAttributionTest::run);
        assertThat(pretended.run(temp)).isEqualTo(2);
        assertThat(pretended.err.toString()).contains("analysis.measures: there is no measure defalts; did you mean defaults?");
        assertThat(temp.resolve("runs.csv")).doesNotExist();
    }

    @Test
    void sharesAndExtensionsEqualAPlainRun() throws IOException {
        pretended(twoLoops()).run(temp.resolve("whole"));
        for (int i = 1; i <= 2; i++) {
            Pretended part = pretended(twoLoops());
            part.share = new Work.Share(i, 2);
            part.run(temp.resolve("parts"));
        }
        Pretended less = pretended(twoLoops());
        less.replications = 11;
        less.run(temp.resolve("grown"));
        AtomicInteger runs = new AtomicInteger();
        Pretended more = pretended(twoLoops());
        more.beforeRun = runs::incrementAndGet;
        more.run(temp.resolve("grown"));
        assertThat(runs.get()).as("only what is missing, in whole shards").isLessThan(29 * 12 + 7);
        for (String file : List.of("runs.csv", "summary.csv", "attribution.csv", "answer.md")) {
            assertThat(temp.resolve("parts").resolve(file)).hasSameTextualContentAs(temp.resolve("whole").resolve(file));
            assertThat(temp.resolve("grown").resolve(file)).hasSameTextualContentAs(temp.resolve("whole").resolve(file));
        }
        Pretended again = pretended(twoLoops());
        again.beforeRun = () -> {
            throw new AssertionError("nothing is left to run");
        };
        assertThat(again.run(temp.resolve("whole"))).isZero();
        Pretended other = new Pretended(new Attribution(Players.FEEDBACKS, List.of("defaults")), twoLoops(), COLUMNS, RATIOS,
                FeedbackAttributionTest::run);
        assertThat(other.run(temp.resolve("whole"))).isEqualTo(2);
        assertThat(other.err.toString()).contains("measures: was price_discount lender_losses_usd defaults, now defaults");
    }

    /** The real model, through the file, the engine and all. */
    @Test
    void loopsOfTheModel() throws IOException {
        Path file = Files.writeString(temp.resolve("loops.yaml"), """
                schemaVersion: 1
                name: loops
                question: What do two loops add?
                model:
                  time: {weeks: 40, runOffWeeks: 20}
                  credit.borrowers.exogenousDefaultPerYear: 0.5
                  feedbacks: [redeployment-rent, losses-spread]
                analysis: {kind: attribution, players: feedbacks, replications: 6, measures: [lender_losses_usd, price_discount]}
                """);
        ExperimentFile experiment = ExperimentFile.read(file);
        Path folder = temp.resolve("out");
        Design design = experiment.withReplications(6).design(folder);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Experiment.run(new RunRequest(design, folder, 2, false, false, new Work.Everything(), finished -> { }), new PrintWriter(out),
                new PrintWriter(err));
        assertThat(code).as(err.toString()).isZero();
        Map<String, List<String>> rows = rows(folder);
        for (String measure : List.of("lender_losses_usd", "price_discount")) {
            double sum = value(rows, measure, "shapley redeployment-rent") + value(rows, measure, "shapley losses-spread");
            double effect = value(rows, measure, "all") - value(rows, measure, "none");
            assertThat(sum).isCloseTo(effect, within(1e-9 * (1 + Math.abs(value(rows, measure, "all")))));
            assertThat(effect).as("the loops do something").isNotZero();
        }
        assertThat(out.toString()).contains("4 points, 6 replications, seed 1", "base, lender_losses_usd (6 replications): ");
    }

    private static double value(Map<String, List<String>> rows, String measure, String what) {
        return Double.parseDouble(rows.get("base " + measure + " " + what).get(6));
    }
}
