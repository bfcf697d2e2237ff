package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.cli.Main;
import firesale.experiment.ExperimentFile;
import firesale.experiment.PlannedRuns;
import firesale.gui.view.View;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import sim.display.Console;
import sim.util.gui.PropertyField;

/** What is opened, replayed, saved and exported by the menus of the real window. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class FilesAndMenusTest {

    private static final String SHORT = """
            schemaVersion: 1
            name: short
            question: Why?
            model:
              time.weeks: 40
            analysis:
              kind: sweep
              seed: 3
              replications: 70
              grid:
                credit.loan.ltvHigh: [0.7, 0.9]
            """;
    private static final long PATIENCE_MILLIS = 20_000;

    @TempDir
    Path folder;

    private Robot robot;
    private FireSaleConsole console;
    private FireSaleWithUI simulation;
    private Path yaml;

    @BeforeEach
    void open() throws Exception {
        yaml = Files.writeString(folder.resolve("short.yaml"), SHORT);
        robot = BasicRobot.robotWithNewAwtHierarchy();
        PlannedRuns runs = new PlannedRuns(ExperimentFile.read(yaml));
        console = Gui.open(Subject.of(runs, runs.points().get(0), 0));
        simulation = (FireSaleWithUI) console.getSimulation();
        edt(() -> {
            console.setPlaySleep(0);
            return null;
        });
    }

    @AfterEach
    void close() throws Exception {
        edt(() -> {
            console.doClose();
            return null;
        });
        robot.cleanUpWithoutDisposingWindows();
    }

    private static <T> T edt(Callable<T> task) throws Exception {
        FutureTask<T> later = new FutureTask<>(task);
        EventQueue.invokeLater(later);
        return later.get();
    }

    private static void await(String what, BooleanSupplier condition) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!edt(condition::getAsBoolean)) {
            assertThat(System.currentTimeMillis()).as("waiting for " + what).isLessThan(end);
            Thread.sleep(10);
        }
    }

    /** Chooses an entry of a menu; not by the mouse, so that it does not depend on a window manager. */
    private void choose(String name) throws Exception {
        AbstractButton item = edt(() -> item(console.getJMenuBar(), name));
        assertThat(item).as(name).isNotNull();
        EventQueue.invokeLater(item::doClick);
    }

    private static AbstractButton item(Container within, String name) {
        Component[] parts = within instanceof JMenu menu ? menu.getMenuComponents() : within.getComponents();
        for (Component part : parts) {
            if (name.equals(part.getName())) {
                return (AbstractButton) part;
            }
            AbstractButton inner = part instanceof Container container ? item(container, name) : null;
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    private void file(Path path) {
        JFileChooserFixture chooser = JFileChooserFinder.findFileChooser("chooser").using(robot);
        File file = path.toFile();
        // a name is typed as people would, files and folders, new or there
        robot.settings().delayBetweenEvents(10);
        GuiActionRunner.execute(() -> chooser.target().setSelectedFile(file));
        GuiActionRunner.execute(() -> EventQueue.invokeLater(chooser.target()::approveSelection));
    }

    private DialogFixture dialog(String name) {
        return WindowFinder.findDialog(name).withTimeout(PATIENCE_MILLIS).using(robot);
    }

    private String status() throws Exception {
        return edt(() -> ((JTextArea) robot.finder().findByName(console, "status")).getText());
    }

    private void awaitStatus(String part) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!status().contains(part)) {
            assertThat(System.currentTimeMillis()).as("waiting for \"" + part + "\", but found: " + status()).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private int state() {
        return console.getPlayState();
    }

    @Test
    void anExperimentIsOpenedWhileAnotherRunIsPlaying() throws Exception {
        choose("play");
        await("play", () -> simulation.run().schedule.getSteps() > 3);
        choose("open-experiment");
        file(yaml);
        DialogFixture point = dialog("choose-point");
        point.table("runs").selectRows(1);
        point.spinner("number").select(2);
        point.button(ok()).click();
        awaitStatus("Opened short.yaml");
        PlannedRuns runs = new PlannedRuns(ExperimentFile.read(yaml));
        assertThat(state()).isEqualTo(Console.PS_STOPPED);
        assertThat(console.getTitle()).isEqualTo("Firesale: short, credit.loan.ltvHigh=0.9, replication 2");
        assertThat(simulation.subject().seed()).isEqualTo(runs.seed(2));
        assertThat(simulation.subject().parameters()).isEqualTo(runs.points().get(1).parameters());
        // MASON's field has 32 bits
        assertThat((int) Long.parseLong(edt(() -> seedField().getValue()))).isEqualTo((int) runs.seed(2));
        choose("step");
        await("a step", () -> simulation.run().schedule.getSteps() == 1 && state() == Console.PS_PAUSED);
        assertThat(simulation.run().modelSeed()).isEqualTo(runs.seed(2));
    }

    private PropertyField seedField() {
        Container tab = (Container) console.getTabPane().getComponentAt(console.getTabPane().indexOfTab("Console"));
        List<Component> fields = List.copyOf(robot.finder().findAll(tab, PropertyField.class::isInstance));
        return (PropertyField) fields.stream().filter(field -> !((PropertyField) field).getValue().isEmpty()).findFirst()
                .orElseThrow();
    }

    private static GenericTypeMatcher<JButton> ok() {
        return new GenericTypeMatcher<>(JButton.class) {
            @Override
            protected boolean isMatching(JButton button) {
                return "OK".equals(button.getText()) || "Overwrite".equals(button.getText());
            }
        };
    }

    @Test
    void aRunOfASweepIsReplayedWithTheNumbersOfItsRow() throws Exception {
        Files.writeString(yaml, SHORT.replace("time.weeks: 40", "time.weeks: 10"));
        Path results = folder.resolve("sweep");
        StringWriter err = new StringWriter();
        assertThat(Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "run", yaml.toString(), "--out",
                results.toString()))
                .as(err.toString()).isZero();
        choose("replay");
        file(results.resolve("runs.csv"));
        DialogFixture run = dialog("choose-run");
        run.spinner("number").select(137);
        assertThat(run.table("runs").target().getSelectedRow()).isEqualTo(137);
        run.button(ok()).click();
        awaitStatus("Opened run 137 of runs.csv");
        assertThat(console.getTitle()).isEqualTo("Firesale: run 137 of short, credit.loan.ltvHigh=0.9");
        choose("play");
        awaitStatus("equal those of row 137 of runs.csv");
        assertThat(status()).matches("All [0-9]{3} measures equal those of row 137 of runs.csv.");
        // again, but against another row's numbers
        List<String> lines = Files.readAllLines(results.resolve("runs.csv"));
        String changed = lines.get(138).substring(0, lines.get(138).lastIndexOf(',') + 1) + "4.5";
        Files.write(results.resolve("runs.csv"), Stream.concat(Stream.concat(lines.subList(0, 138).stream(), Stream.of(changed)),
                lines.subList(139, lines.size()).stream()).toList());
        choose("replay");
        file(results);
        DialogFixture again = dialog("choose-run");
        again.spinner("number").select(137);
        again.button(ok()).click();
        awaitStatus("Opened run 137 of runs.csv");
        choose("play");
        awaitStatus("measures differ from row 137 of runs.csv");
        assertThat(status()).startsWith("1 of ").contains("(stored 4.5, now ");
    }

    @Test
    void whatIsWrongWithAFileIsSaidInADialog() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), SHORT.replace("ltvHigh", "ltvHihg"));
        choose("open-experiment");
        file(wrong);
        DialogFixture message = dialog("message");
        assertThat(message.textBox("message-text").text()).contains("wrong.yaml", "credit.loan.ltvHihg");
        message.button(ok()).click();
        choose("open-checkpoint");
        file(yaml);
        message = dialog("message");
        assertThat(message.textBox("message-text").text()).contains("not a checkpoint of this program, or damaged")
                .doesNotContain("\tat ");
        message.button(ok()).click();
        choose("replay");
        file(folder);
        message = dialog("message");
        assertThat(message.textBox("message-text").text()).contains("there is no runs.csv in it");
        message.button(ok()).click();
        choose("save-checkpoint");
        message = dialog("message");
        assertThat(message.textBox("message-text").text()).contains("No run is under way");
        message.button(ok()).click();
        assertThat(simulation.subject().title()).isEqualTo("short, credit.loan.ltvHigh=0.7, replication 0");
    }

    @Test
    void aRunIsSavedAndGoesOnFromItsCheckpoint() throws Exception {
        edt(() -> {
            for (int week = 0; week < 30; week++) {
                console.stepOnce();
            }
            return null;
        });
        assertThat(simulation.run().week()).isEqualTo(29);
        Path file = folder.resolve("kept.checkpoint");
        choose("save-checkpoint");
        file(file);
        awaitStatus("Saved week 29 in kept.checkpoint.");
        List<?> weeks = edt(() -> List.copyOf(simulation.run().watch().weeks()));
        choose("stop");
        choose("open-checkpoint");
        file(file);
        awaitStatus("Opened kept.checkpoint");
        assertThat(state()).isEqualTo(Console.PS_PAUSED);
        assertThat(simulation.run().week()).isEqualTo(29);
        assertThat(simulation.run().watch().weeks().equals(weeks)).isTrue();
        assertThat(console.getTitle()).isEqualTo("Firesale: kept.checkpoint");
        choose("step");
        await("a step", () -> simulation.run().week() == 30);
        choose("play");
        await("the end", () -> state() == Console.PS_STOPPED);
        assertThat(simulation.run().outcome().weeks()).isGreaterThan(30);
    }

    @Test
    void whatIsWatchedIsSavedAsAnExperiment() throws Exception {
        Path file = Files.writeString(folder.resolve("kept.yaml"), "old");
        choose("save-experiment");
        file(file);
        DialogFixture question = dialog("question");
        assertThat(question.textBox("message-text").text()).contains("kept.yaml is there already. Overwrite it?");
        question.button(ok()).click();
        awaitStatus("Saved.");
        PlannedRuns kept = new PlannedRuns(ExperimentFile.read(file));
        assertThat(kept.experiment().name()).isEqualTo("kept");
        assertThat(kept.points().get(0).parameters()).isEqualTo(simulation.subject().parameters());
        assertThat(kept.seed(0)).isEqualTo(simulation.subject().seed());
    }

    @Test
    void framesAreExportedInOrderUntilSwitchedOff() throws Exception {
        Path frames = Files.createDirectories(folder.resolve("frames"));
        choose("export-frames");
        file(frames);
        awaitStatus("From now on each week's market map");
        edt(() -> {
            console.setPlaySleep(0);
            console.pressPlay();
            return null;
        });
        await("some weeks", () -> simulation.run().schedule.getSteps() > 12);
        edt(() -> {
            console.pressPause();
            return null;
        });
        int last = simulation.run().week();
        choose("export-frames");
        awaitStatus("Frames of ");
        for (String view : List.of("market-map", "debt-network", "auction")) {
            for (int week = 0; week <= last; week++) {
                Path frame = frames.resolve(String.format(Locale.ROOT, "%s-%04d.png", view, week));
                BufferedImage image = ImageIO.read(frame.toFile());
                assertThat(image.getWidth()).isGreaterThan(600);
            }
        }
        edt(() -> {
            console.stepOnce();
            return null;
        });
        try (Stream<Path> files = Files.list(frames)) {
            assertThat(files.count()).isEqualTo(3L * (last + 1));
        }
    }

    @Test
    void anExportThatCannotWriteStopsAndSaysSo() throws Exception {
        Path frames = Files.createDirectories(folder.resolve("frames"));
        choose("export-frames");
        file(frames);
        awaitStatus("From now on each week's market map");
        // a folder stands where the first picture should go
        for (View view : simulation.views()) {
            Files.createDirectories(frames.resolve(FrameExport.name(view, 0)).resolve("x"));
        }
        choose("step");
        DialogFixture message = dialog("message");
        assertThat(message.textBox("message-text").text()).contains("The export of frames has stopped:");
        message.button(ok()).click();
        assertThat(status()).contains("The export of frames has stopped:");
    }

    @Test
    void allViewsAreExportedWhetherTheyAreShownOrNot() throws Exception {
        Path pictures = folder.resolve("pictures");
        Files.createDirectories(pictures);
        choose("step");
        await("a step", () -> simulation.run().schedule.getSteps() == 1);
        JCheckBoxMenuItem map = (JCheckBoxMenuItem) edt(() -> item(console.getJMenuBar(), "show-market-map"));
        assertThat(map.isSelected()).isTrue();
        choose("show-market-map");
        await("a hidden window", () -> !simulation.views().get(0).frame().isVisible());
        assertThat(map.isSelected()).isFalse();
        choose("export-all");
        file(pictures);
        awaitStatus("Exported " + simulation.views().size() + " pictures");
        for (View view : simulation.views()) {
            assertThat(ImageIO.read(pictures.resolve(view.name() + ".png").toFile()).getHeight()).as(view.name())
                    .isGreaterThan(300);
        }
        edt(() -> {
            simulation.views().get(0).frame().setVisible(true);
            return null;
        });
        await("the box to follow", map::isSelected);
    }

    @Test
    void playPausesWhereItWasAsked() throws Exception {
        choose("pause-at-squeeze");
        choose("play");
        awaitStatus("Paused: the funding squeeze begins in week 26.");
        await("a pause", () -> state() == Console.PS_PAUSED);
        assertThat(simulation.run().week()).isEqualTo(26);
        choose("pause-at-week");
        DialogFixture week = dialog("pause-week");
        week.spinner("week").select(30);
        week.button(ok()).click();
        awaitStatus("Play will pause at the end of week 30.");
        choose("play");
        awaitStatus("Paused after week 30.");
        await("a pause", () -> state() == Console.PS_PAUSED);
        assertThat(simulation.run().week()).isEqualTo(30);
    }

    @Test
    void keysPlayAndStepButNotInFields() throws Exception {
        assertThat(Keys.isNeeded(new JTextField(), true)).isTrue();
        assertThat(Keys.isNeeded(console.getTabPane(), true)).isFalse();
        FrameFixture window = new FrameFixture(robot, console);
        edt(() -> {
            console.toFront();
            console.getTabPane().requestFocusInWindow();
            return null;
        });
        await("the focus", () -> console.isActive());
        window.robot().pressAndReleaseKeys(KeyEvent.VK_RIGHT);
        await("a step", () -> simulation.run().schedule.getSteps() == 1 && state() == Console.PS_PAUSED);
        window.robot().pressAndReleaseKeys(KeyEvent.VK_SPACE);
        await("play", () -> simulation.run().schedule.getSteps() > 1);
        window.robot().pressAndReleaseKeys(KeyEvent.VK_SPACE);
        await("a pause or the end", () -> state() != Console.PS_PLAYING);
    }

    @Test
    void aRunThatFailsIsStoppedWithItsReason() throws Exception {
        choose("step");
        await("a step", () -> simulation.run().schedule.getSteps() == 1);
        edt(() -> simulation.run().schedule.scheduleOnce(simulation.run().schedule.getTime() + 1, 50, state -> {
            throw new IllegalStateException("on purpose");
        }));
        choose("play");
        DialogFixture message = dialog("message");
        assertThat(message.textBox("message-text").text())
                .contains("The run has failed in week 1 and was stopped: IllegalStateException: on purpose");
        message.button(ok()).click();
        await("a stop", () -> state() == Console.PS_STOPPED);
        assertThat(status()).contains("on purpose");
        choose("step");
        await("another run", () -> simulation.run().schedule.getSteps() == 1 && state() == Console.PS_PAUSED);
    }

    @Test
    void whatNobodyCatchesIsShown() throws Exception {
        EventQueue.invokeLater(() -> {
            throw new IllegalStateException("on purpose");
        });
        DialogFixture message = dialog("message");
        assertThat(message.textBox("message-text").text()).contains("IllegalStateException: on purpose");
        message.button(ok()).click();
        assertThat(status()).contains("on purpose");
    }

    @Test
    void quitLeavesNoThreadAndNoWindow() throws Exception {
        choose("play");
        await("play", () -> simulation.run().schedule.getSteps() > 3);
        Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        choose("quit");
        console.awaitClose();
        assertThat(console.isDisplayable()).isFalse();
        assertThat(simulation.views()).noneMatch(view -> view.frame().isDisplayable());
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNotSameAs(handler);
        for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
            assertThat(Stream.of(thread.getValue()).map(StackTraceElement::getClassName)).as(thread.getKey().getName())
                    .noneMatch(name -> name.startsWith("sim.display") || name.startsWith("firesale.gui.Frame"));
        }
    }
}
