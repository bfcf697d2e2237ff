package firesale.gui.network;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.credit.Borrower;
import firesale.credit.CreditEvent;
import firesale.gui.view.Mark;
import firesale.gui.view.Names;
import firesale.gui.view.Stage;
import firesale.model.Bound;
import firesale.model.FireSale;
import firesale.model.Scenario;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sim.display.GUIState;

/** What the network shows of runs. */
class NetworkSceneTest {

    private static final String[] ALL_DEBTS = {"credit.highYield.share=0.5", "credit.revolver.share=0.5",
            "credit.assignment.share=0.5",
        "credit.draws.share=1", "credit.coinLine.share=1", "credit.circle.share=0.5", "credit.vehicles.sponsored-vehicle.count=2",
        "credit.bankShareOfFunding=0.5", "credit.covenant.appraisal=mark-to-auction", "credit.covenant.cureWeeks=4",
        "credit.covenant.forbearanceWeeks=26", "market.squeeze.startWeek=10", "repo.capacityUsd=1e9"};

    private static FireSale begun(String... settings) {
        FireSale run = FireSale.watched(Scenario.of(Bound.parameters(settings)), 1);
        run.start();
        run.schedule.step(run);
        return run;
    }

    private static Stage stage(FireSale run) {
        return new Stage() {
            @Override
            public GUIState gui() {
                return null;
            }

            @Override
            public FireSale run() {
                return run;
            }
        };
    }

    private static NetworkScene scene(FireSale run) {
        return new NetworkSceneBuilder(stage(run), run).build();
    }

    /** Nobody moves, whatever is drawn, repaid, seized or sold. */
    @Test
    void nobodyMoves() {
        FireSale run = begun(ALL_DEBTS);
        NetworkScene first = scene(run);
        Set<Tie> seen = new HashSet<>();
        Set<Fate> fates = new HashSet<>();
        int calls = 0;
        while (run.schedule.step(run)) {
            NetworkScene now = scene(run);
            for (int i = 0; i < now.borrowers().size(); i++) {
                assertThat(now.borrowers().get(i).spot()).isEqualTo(first.borrowers().get(i).spot());
                fates.add(now.borrowers().get(i).fate());
                calls += now.borrowers().get(i).freshCall() > 0 ? 1 : 0;
            }
            for (int l = 0; l < now.lenders().size(); l++) {
                assertThat(now.lenders().get(l).spot()).isEqualTo(first.lenders().get(l).spot());
            }
            assertThat(now.ties()).isEqualTo(first.ties());
            now.edges().forEach(edge -> seen.add(edge.tie()));
            assertThat(now.fates().values().stream().mapToInt(n -> n).sum()).isEqualTo(run.credit().borrowers().size());
            assertThat(now.defaults()).isEqualTo((int) run.credit().borrowers().stream().filter(Borrower::defaulted).count());
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(first.ties());
        assertThat(fates).contains(Fate.PERFORMING, Fate.IN_BREACH, Fate.FORBORNE, Fate.INITIAL);
        assertThat(calls).isPositive();
    }

    /** The debts of who has just defaulted stand out, then fade. */
    @Test
    void freshDefaultsStandOut() {
        FireSale run = begun("market.squeeze.startWeek=10");
        int fresh = 0;
        while (run.schedule.step(run) && run.week() < 100) {
            NetworkScene now = scene(run);
            boolean isFresh = run.credit().borrowers().stream()
                    .anyMatch(b -> b.defaulted() && run.week() - b.defaultWeek() < NetworkScene.FRESH_WEEKS);
            assertThat(now.borrowers().stream().anyMatch(node -> node.freshDefault() > 0)).isEqualTo(isFresh);
            assertThat(now.lenders().stream().anyMatch(node -> node.freshHit() > 0)).isEqualTo(
                    now.edges().stream().anyMatch(edge -> edge.fresh() > 0 && edge.tie() == Tie.CLAIM));
            fresh += isFresh ? 1 : 0;
        }
        assertThat(fresh).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 400})
    void smallAndLargeBooksAreDrawn(int borrowers) {
        FireSale run = begun("credit.borrowers.count=" + borrowers, "market.squeeze.startWeek=5");
        while (run.week() < 20) {
            run.schedule.step(run);
        }
        NetworkScene scene = scene(run);
        assertThat(scene.borrowers()).hasSize(borrowers);
        Set<String> keys = new HashSet<>();
        for (Mark mark : scene.marks()) {
            assertThat(keys.add(mark.key())).isTrue();
            assertThat(mark.tip()).startsWith("<b>").doesNotContain("NaN").doesNotContain("null");
        }
        assertThat(painted(scene)).as("different colours").hasSizeGreaterThan(borrowers == 0 ? 10 : 20);
    }

    private static Set<Integer> painted(NetworkScene scene) {
        NetworkLayer layer = new NetworkLayer();
        layer.show(scene);
        BufferedImage image = new BufferedImage((int) NetworkLayer.WIDTH, (int) NetworkLayer.HEIGHT, BufferedImage.TYPE_INT_RGB);
        layer.draw(image.createGraphics());
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    @Test
    void saysWeekAndCounts() {
        NetworkScene scene = scene(begun("market.start=2026-01-05"));
        assertThat(scene.moment().text()).isEqualTo("Week 0 \u00b7 5 Jan 2026 \u00b7 calm");
        assertThat(NetworkLayer.counts(scene)).isEqualTo("40 performing, 0 in breach, 0 defaults:");
        assertThat(NetworkLayer.lately(scene)).isEmpty();
    }

    /** Who has broken a covenant lately and performs is told of apart from who is in breach. */
    @Test
    void breachesThatWereWaivedOrCuredAreCountedApart() {
        FireSale run = begun("market.squeeze.startWeek=10");
        int most = 0;
        assertThat(scene(run).seen()).isEmpty();
        while (run.schedule.step(run) && run.week() < 60) {
            NetworkScene now = scene(run);
            most = Math.max(most, now.breaches());
            assertThat(now.breaches()).isLessThanOrEqualTo(now.count(Fate.PERFORMING));
            assertThat(NetworkLayer.lately(now)).isEqualTo(now.breaches() == 0 ? ""
                    : now.breaches() + " waived or cured lately");
            now.borrowers().stream().filter(node -> node.fate() == Fate.PERFORMING && node.freshBreach() > 0)
                    .forEach(node -> assertThat(node.story()).containsAnyOf("waived it", "cured it"));
            assertThat(now.has(CreditEvent.DEFAULT)).isEqualTo(now.defaults() > 0);
        }
        assertThat(most).isPositive();
        assertThat(scene(run).seen()).containsAnyOf(CreditEvent.BREACH, CreditEvent.BREACH_WAIVED);
    }

    @Test
    void lossesAreToldOverCapital() {
        FireSale run = begun();
        LenderNode node = scene(run).lenders().get(0);
        assertThat(node.tip()).contains("losses USD 0, 0 % of its capital at the start");
    }

    @Test
    void namesSayKindAndNumber() {
        FireSale run = begun("credit.vehicles.sponsored-vehicle.count=1");
        Names names = Names.of(run);
        assertThat(names.borrower(3)).isEqualTo("host 3");
        assertThat(names.borrower(40)).isEqualTo("sponsored-vehicle 40");
        assertThat(names.lender(0)).isEqualTo("bank-1");
        List<String> codes = LenderCodes.of(run.credit().lenders());
        assertThat(codes.get(0)).isEqualTo("B1");
        assertThat(codes.get(6)).as("the only one of its kind").isEqualTo("V");
    }

    @ParameterizedTest
    @CsvSource({"50, 50, INITIAL", "50, 49, INITIAL", "50, 51, ACCELERATED", "50, -1, INDUCED"})
    void whatADefaultIs(int week, int withoutOthers, Fate fate) {
        assertThat(Fate.of(week, withoutOthers < 0 ? OptionalInt.empty() : OptionalInt.of(withoutOthers))).isEqualTo(fate);
    }

    /** The scale darkens from step to step, so that it reads in grey. */
    @Test
    void scaleDarkens() {
        for (int step = 1; step < LtvScale.steps(); step++) {
            assertThat(light(LtvScale.step(step))).isLessThan(0.75 * light(LtvScale.step(step - 1)));
        }
        assertThat(LtvScale.colour(0.85)).isEqualTo(LtvScale.step(2));
        assertThat(LtvScale.colour(1)).isEqualTo(LtvScale.step(3));
        assertThat(LtvScale.colour(Double.POSITIVE_INFINITY)).isEqualTo(LtvScale.UNCOVERED);
        assertThat(LtvScale.isUncovered(1)).isFalse();
        assertThat(LtvScale.text(0.714)).isEqualTo("0.71");
        assertThat(LtvScale.text(Double.POSITIVE_INFINITY)).isEqualTo("above 10");
    }

    /** Relative luminance. */
    private static double light(Color colour) {
        float[] parts = colour.getRGBColorComponents(null);
        return 0.2126 * Math.pow(parts[0], 2.2) + 0.7152 * Math.pow(parts[1], 2.2) + 0.0722 * Math.pow(parts[2], 2.2);
    }

    @Test
    void stripNamesKindsOfBuyersInShort() {
        assertThat(RepoStrip.label("distressed-fund")).isEqualTo("distressed");
    }
}
