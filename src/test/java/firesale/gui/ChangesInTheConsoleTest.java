package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import firesale.experiment.ExperimentFile;
import firesale.gui.parameters.ParameterChange;
import firesale.model.ModelParameters;
import java.util.function.BooleanSupplier;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Seeds and parameters that are changed in MASON's console while it plays. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
@Timeout(60)
class ChangesInTheConsoleTest {

    private static final ModelParameters DEFAULTS = ExperimentFile.modelSchema().defaults();

    private FireSaleConsole console;
    private FireSaleWithUI simulation;
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() {
        console = Gui.open(new Subject("baseline", "?", DEFAULTS, 1L << 40));
        simulation = (FireSaleWithUI) console.getSimulation();
        robot = BasicRobot.robotWithCurrentAwtHierarchy();
        window = new FrameFixture(robot, console);
    }

    @AfterEach
    void close() {
        execute(console::doClose);
        robot.cleanUpWithoutDisposingWindows();
    }

    private void select(String tab) {
        execute(() -> {
            JTabbedPane tabs = console.getTabPane();
            tabs.setSelectedIndex(tabs.indexOfTab(tab));
        });
    }

    private void enter(String field, String text) {
        JTextField target = (JTextField) window.textBox(field).target();
        execute(() -> {
            target.setText(text);
            target.postActionEvent();
        });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(until);
            Thread.sleep(10);
        }
        execute(() -> { });
    }

    @Test
    void theFieldForTheSeedIsTheModels() throws InterruptedException {
        select("Console");
        window.textBox("console seed").requireText("1099511627776");
        execute(console::pressPause);
        execute(console::pressPlay);
        assertThat(simulation.run().modelSeed()).isEqualTo(1L << 40);
        enter("console seed", "5");
        await(() -> simulation.run().modelSeed() == 5);
        simulation.apply(99);
        await(() -> window.textBox("console seed").target().getText().equals("99"));
        // the number that MASON remembers as typed last
        enter("console seed", "5");
        await(() -> simulation.run().modelSeed() == 5);
        execute(console::pressStop);
        execute(console::pressPause);
        assertThat(simulation.run().modelSeed()).isEqualTo(5);
        enter("console seed", "nothing");
        window.textBox("console seed").requireText("5");
        enter("console seed", "-7654321987654321");
        await(() -> simulation.run().modelSeed() == -7654321987654321L);
        execute(console::pressStop);
        execute(() -> console.setIncrementSeedOnStop(true));
        execute(console::pressPause);
        execute(console::pressStop);
        execute(console::pressPause);
        assertThat(simulation.run().modelSeed()).isEqualTo(-7654321987654320L);
        await(() -> window.textBox("console seed").target().getText().equals("-7654321987654320"));
        select("Model");
        window.textBox("seed").requireText("-7654321987654320");
    }

    @Test
    void playGoesOnThroughChanges() throws InterruptedException {
        select("Model");
        execute(() -> {
            console.setPlaySleep(5);
            console.pressPlay();
        });
        for (int i = 0; i < 12; i++) {
            enter("credit.borrowers.count", Integer.toString(30 + i));
            Thread.sleep(40);
            if (i % 4 == 3) {
                execute(() -> console.pressPause());
                execute(() -> console.pressPause());
            }
        }
        await(() -> simulation.run().parameters().credit().borrowers().count() == 41);
        long week = simulation.run().schedule.getSteps();
        await(() -> simulation.run().schedule.getSteps() > week || !simulation.isUnderWay());
        execute(console::pressStop);
        assertThat(simulation.isUnderWay()).isFalse();
        enter("credit.borrowers.count", "50");
        await(() -> ParameterChange.bind(DEFAULTS, "credit.borrowers.count", "50").equals(simulation.subject().parameters()));
        assertThat(simulation.run().parameters().credit().borrowers().count()).isEqualTo(41);
    }

    @Test
    void aRunThatEndsByAChangeStopsTheConsole() throws InterruptedException {
        select("Model");
        execute(console::pressPause);
        for (int i = 0; i < 50; i++) {
            execute(console::pressPlay);
        }
        simulation.apply(ParameterChange.bind(ParameterChange.bind(DEFAULTS, "time.weeks", "20"), "time.runOffWeeks", "1"));
        assertThat(simulation.run().schedule.getSteps()).isLessThan(50);
        execute(console::pressPlay);
        assertThat(console.getPlayState()).isEqualTo(FireSaleConsole.PS_STOPPED);
        execute(console::pressPause);
        execute(console::pressPlay);
        assertThat(simulation.run().schedule.getSteps()).isEqualTo(1);
    }
}
