package firesale.gui.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import firesale.experiment.ExperimentFile;
import firesale.gui.FireSaleWithUI;
import firesale.gui.NeedsDisplay;
import firesale.gui.Subject;
import firesale.model.ModelParameters;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JCheckBoxFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The inspector in a window. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
@Timeout(60)
class ModelInspectorTest {

    private static final ModelParameters DEFAULTS = ExperimentFile.modelSchema().defaults();

    private final FireSaleWithUI simulation = new FireSaleWithUI(new Subject("baseline", "?", DEFAULTS, 1));
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() {
        robot = BasicRobot.robotWithCurrentAwtHierarchy();
        robot.settings().delayBetweenEvents(5);
        JFrame frame = execute(() -> {
            JFrame made = new JFrame("Model");
            made.add(new JScrollPane(simulation.getInspector()));
            made.setSize(370, 780);
            return made;
        });
        window = new FrameFixture(robot, frame);
        window.show();
    }

    @AfterEach
    void close() {
        simulation.quit();
        window.cleanUp();
    }

    private void startAndPlay(int weeks) {
        execute(simulation::start);
        for (int i = 0; i < weeks; i++) {
            simulation.step();
        }
    }

    /** Types a text into a field, and presses Enter. */
    private void enter(String field, String text) {
        JTextField target = (JTextField) window.textBox(field).target();
        execute(() -> {
            target.setText(text);
            target.postActionEvent();
        });
    }

    /** Presses a button that may be out of sight. */
    private void press(String button) {
        JButton target = window.button(button).target();
        execute(() -> target.doClick(0));
    }

    private JCheckBoxFixture seenCheckBox(String name) {
        JCheckBoxFixture box = window.checkBox(name);
        see(box.target());
        return box;
    }

    private void see(JComponent component) {
        execute(() -> component.scrollRectToVisible(new Rectangle(component.getSize())));
        robot.waitForIdle();
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(until);
            robotPause();
        }
        execute(() -> { });
    }

    private static void robotPause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitStatus(String beginning) {
        await(() -> text("status").startsWith(beginning));
    }

    private String text(String name) {
        return execute(() -> window.textBox(name).target().getText());
    }

    private String now(String path) {
        return ParameterChange.text(simulation.subject().parameters(), path);
    }

    private List<String> rows() {
        return execute(() -> {
            List<String> found = new ArrayList<>();
            collect((Container) window.scrollPane("parameters").target().getViewport().getView(), found);
            return found;
        });
    }

    private static void collect(Container within, List<String> found) {
        for (Component child : within.getComponents()) {
            if (child instanceof ParameterRow row) {
                found.add(row.path());
            } else if (child instanceof Container inner) {
                collect(inner, found);
            }
        }
    }

    @Test
    void aTextThatIsTypedChangesTheRun() {
        startAndPlay(42);
        enter("credit.borrowers.count", "50");
        awaitStatus("Restarted: computed again with the same seed up to week 41; week 0 is the first that differs.");
        assertThat(simulation.run().parameters().credit().borrowers().count()).isEqualTo(50);
        assertThat(simulation.run().schedule.getSteps()).isEqualTo(42);
        window.button("reset all").requireText("Reset all (1)").requireEnabled();
        window.button("credit").requireText("credit  ·  158, 1 changed");
        window.button("credit.borrowers.count reset").requireVisible();
        int slider = window.slider("credit.borrowers.count slider").target().getValue();
        assertThat(slider).isGreaterThan(Span.POSITIONS / 2);
        // what lies beyond the slider
        enter("credit.borrowers.count", "401");
        await(() -> simulation.run().parameters().credit().borrowers().count() == 401);
        window.textBox("credit.borrowers.count").requireText("401");
        assertThat(window.slider("credit.borrowers.count slider").target().getValue()).isEqualTo(Span.POSITIONS);
        // the same number written otherwise is no change
        enter("credit.loan.ltvHigh", "0.850");
        window.textBox("credit.loan.ltvHigh").requireText("0.85");
        assertThat(simulation.subject().parameters().credit().loan()).isSameAs(DEFAULTS.credit().loan());
    }

    @Test
    void aRefusedValueIsToldAndTheOldOneStays() {
        startAndPlay(5);
        enter("credit.loan.ltvHigh", "8.5");
        awaitStatus("Refused: credit.loan.ltvHigh: expected a number from 0 to 1.5 (share), but found \"8.5\"");
        window.textBox("credit.loan.ltvHigh").requireText("0.85");
        assertThat(simulation.subject().parameters()).isSameAs(DEFAULTS);
        enter("credit.loan.ltvHigh", "0.9");
        awaitStatus("Restarted");
        enter("seed", "one");
        awaitStatus("Refused: seed: expected a whole number, but found \"one\"");
        window.textBox("seed").requireText("1");
    }

    @Test
    void aFileThatMakesNoSenseBringsTheOldValueBack() {
        startAndPlay(5);
        enter("search", "buyers.file");
        assertThat(rows()).containsExactly("buyers.file");
        window.checkBox("buyers.file none").requireSelected().uncheck();
        enter("buyers.file", "pom.xml");
        awaitStatus("Refused: pom.xml");
        await(() -> window.checkBox("buyers.file none").target().isSelected());
        assertThat(now("buyers.file")).isEqualTo("none");
        window.checkBox("buyers.file none").uncheck();
        enter("buyers.file", "experiments/data/own-buyers/buyers.csv");
        await(() -> now("buyers.file").endsWith("buyers.csv"));
    }

    @Test
    void slidersChoicesAndSwitchesChangeTheNextRun() {
        see(window.slider("buyers.rackScale slider").target());
        window.slider("buyers.rackScale slider").slideTo(Span.POSITIONS * 3 / 4);
        awaitStatus("Takes effect when the run starts.");
        await(() -> now("buyers.rackScale").equals(text("buyers.rackScale")) && !now("buyers.rackScale").equals("1"));
        assertThat(Double.parseDouble(now("buyers.rackScale"))).isBetween(2.0, 5.0);
        see(window.comboBox("auction.format").target());
        window.comboBox("auction.format").selectItem("pay-as-bid");
        await(() -> now("auction.format").equals("pay-as-bid"));
        seenCheckBox("feedbacks haircuts").click();
        await(() -> now("feedbacks").equals("[redeployment-rent, coin-sales-btc, losses-spread, marks-covenants, losses-credit]"));
        seenCheckBox("feedbacks haircuts").click();
        await(() -> now("feedbacks").equals(ParameterChange.text(DEFAULTS, "feedbacks")));
        seenCheckBox("market.squeeze.startWeek none").click();
        await(() -> now("market.squeeze.startWeek").equals("none"));
        window.textBox("market.squeeze.startWeek").requireDisabled();
        seenCheckBox("market.squeeze.startWeek none").click();
        await(() -> now("market.squeeze.startWeek").equals("26"));
        press("policy");
        seenCheckBox("policy.announced").click();
        await(() -> now("policy.announced").equals("true"));
        window.checkBox("policy.announced").requireText("true");
        window.button("reset all").requireText("Reset all (3)");
        press("auction.format reset");
        await(() -> now("auction.format").equals("uniform-price"));
        window.comboBox("auction.format").requireSelection("uniform-price");
        window.button("reset all").requireText("Reset all (2)").click();
        await(() -> simulation.subject().parameters() == DEFAULTS);
        window.button("reset all").requireText("Reset all").requireDisabled();
        window.textBox("buyers.rackScale").requireText("1");
        window.checkBox("policy.announced").requireNotSelected();
    }

    @Test
    void aSliderThatIsDraggedIsFollowed() {
        startAndPlay(60);
        var slider = window.slider("credit.borrowers.count slider").target();
        int applied = 0;
        int before = 0;
        for (int position = 200; position <= 260; position += 2) {
            int at = position;
            execute(() -> {
                slider.setValueIsAdjusting(true);
                slider.setValue(at);
            });
            robotPause();
            robotPause();
            int count = simulation.run().parameters().credit().borrowers().count();
            applied += count == before ? 0 : 1;
            before = count;
        }
        execute(() -> slider.setValueIsAdjusting(false));
        String last = text("credit.borrowers.count");
        await(() -> now("credit.borrowers.count").equals(last));
        assertThat(simulation.run().parameters().credit().borrowers().count()).isEqualTo(Integer.parseInt(last)).isGreaterThan(60);
        // not each of the 31 positions
        assertThat(applied).isBetween(1, 20);
    }

    @Test
    void searchFindsAndWhatIsChangedIsListed() {
        List<String> first = rows();
        assertThat(first).startsWith(MostUsed.PATHS.toArray(new String[0])).hasSameSizeAs(MostUsed.PATHS);
        enter("search", "squeeze startWeek");
        assertThat(rows()).containsExactly("market.squeeze.startWeek");
        window.label("found").requireText("1 parameter");
        enter("market.squeeze.startWeek", "30");
        await(() -> now("market.squeeze.startWeek").equals("30"));
        enter("search", "no such thing");
        assertThat(rows()).isEmpty();
        enter("search", "buyers");
        assertThat(rows()).hasSize(30);
        press("more");
        assertThat(rows().size()).isGreaterThan(450);
        // without Enter, after a moment
        execute(() -> ((JTextField) window.textBox("search").target()).setText(""));
        await(() -> rows().equals(first));
        window.checkBox("changed only").check();
        assertThat(rows()).containsExactly("market.squeeze.startWeek");
        window.textBox("market.squeeze.startWeek").requireText("30");
        window.checkBox("changed only").uncheck();
        press("market");
        press("market.regimes");
        press("market.regimes.squeeze");
        assertThat(rows()).contains("market.regimes.squeeze.aiDrift").doesNotContain("market.regimes.calm.aiDrift");
    }

    @Test
    void aRowThatIsClickedIsDescribed() {
        window.panel("credit.loan.ltvHigh row").click();
        window.label("focused").requireText("credit.loan.ltvHigh");
        assertThat(text("description")).isEqualTo(Description.text(ParameterChange.parameter("credit.loan.ltvHigh"), "0.85"));
    }

    @Test
    void theSeedIsTypedAndCounted() {
        startAndPlay(20);
        enter("seed", "-7654321987654321");
        awaitStatus("Restarted");
        assertThat(simulation.run().modelSeed()).isEqualTo(-7654321987654321L);
        window.button("next seed").click();
        await(() -> simulation.run().modelSeed() == -7654321987654320L);
        window.textBox("seed").requireText("-7654321987654320");
    }

    @Test
    void anotherRunThatIsWatchedIsShown() {
        enter("credit.borrowers.count", "50");
        await(() -> now("credit.borrowers.count").equals("50"));
        press("repo");
        ModelParameters others = ParameterChange.bind(DEFAULTS, "repo.dealers", "9");
        execute(() -> simulation.watch(new Subject("other", "?", others, 77)));
        await(() -> text("seed").equals("77"));
        window.textBox("credit.borrowers.count").requireText("40");
        window.textBox("repo.dealers").requireText("9");
        window.button("reset all").requireDisabled();
        enter("repo.dealers", "4");
        await(() -> now("repo.dealers").equals("4"));
        see(window.button("repo.dealers reset").target());
        window.button("repo.dealers reset").click();
        await(() -> now("repo.dealers").equals("9"));
    }

    @Test
    void itOpensQuicklyAtAnyWidth() {
        execute(() -> new ModelInspector(adjustable()).close());
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long since = System.nanoTime();
            execute(() -> new ModelInspector(adjustable()).close());
            best = Math.min(best, System.nanoTime() - since);
        }
        assertThat(best / 1_000_000).as("milliseconds").isLessThan(300);
        for (int width : new int[] {300, 370, 800}) {
            execute(() -> window.target().setSize(width, 780));
            robot.waitForIdle();
            execute(() -> {
                Component row = window.panel("credit.loan.ltvHigh row").target();
                Component field = window.textBox("credit.loan.ltvHigh").target();
                assertThat(field.getWidth()).isGreaterThan(60);
                assertThat(field.getLocationOnScreen().x + field.getWidth())
                        .isLessThanOrEqualTo(row.getLocationOnScreen().x + row.getWidth());
            });
        }
    }

    private static Adjustable adjustable() {
        Setup setup = new Setup(DEFAULTS, 1);
        return new Adjustable() {
            @Override
            public Setup given() {
                return setup;
            }

            @Override
            public Setup current() {
                return setup;
            }

            @Override
            public String adjust(Setup given, Setup wanted, BooleanSupplier isAbandoned) {
                return "";
            }
        };
    }
}
