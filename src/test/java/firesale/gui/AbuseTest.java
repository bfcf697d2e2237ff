package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.gui.view.View;
import firesale.model.ModelParameters;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Window;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.swing.JCheckBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an impatient hand does to the windows: nothing fails, nothing hangs, and the next run has the right numbers. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class AbuseTest {

    @Test
    void buttonsThatArePressedTwoHundredTimesInARow() {
        Subject subject = OpenGui.subject("baseline", 3);
        try (OpenGui gui = OpenGui.on(subject)) {
            OpenGui.onEvents(gui.console()::showAllFrames);
            Random random = new Random(8);
            for (int i = 0; i < 200; i++) {
                int button = random.nextInt(5);
                OpenGui.onEvents(() -> {
                    (button <= 1 ? gui.playButton() : button <= 3 ? gui.pauseButton() : gui.stopButton()).doClick(0);
                    gui.views().forEach(view -> view.frame().repaint());
                });
                if (i % 7 == 0) {
                    OpenGui.pause(random.nextInt(25));
                }
            }
            OpenGui.onEvents(() -> gui.console().pressStop());
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(subject.parameters(), 3));
        }
    }

    @Test
    void windowsThatAreResizedHiddenAndShownWhileARunPlays() {
        Subject subject = OpenGui.subject("baseline", 4);
        try (OpenGui gui = OpenGui.on(subject)) {
            OpenGui.onEvents(() -> {
                gui.console().setPlaySleep(3);
                gui.console().showAllFrames();
                gui.console().pressPlay();
            });
            Random random = new Random(9);
            Dimension[] sizes = {new Dimension(1, 1), new Dimension(60, 900), new Dimension(1280, 800), new Dimension(3000, 2000),
                new Dimension(400, 20)};
            for (int i = 0; i < 40; i++) {
                View view = gui.views().get(random.nextInt(gui.views().size()));
                Dimension size = sizes[i % sizes.length];
                OpenGui.onEvents(() -> {
                    if (random.nextInt(4) == 0) {
                        view.frame().setVisible(!view.frame().isVisible());
                    }
                    view.frame().setSize(size);
                });
                OpenGui.pause(10);
            }
            OpenGui.onEvents(gui.console()::hideAllFrames);
            OpenGui.onEvents(gui.console()::showAllFrames);
            gui.awaitEnd();
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(subject.parameters(), 4));
        }
    }

    @Test
    void parametersThatAreChangedFiftyTimesWhileARunPlaysWithInspectorsOpen() {
        Subject subject = OpenGui.subject("baseline", 5);
        ModelParameters[] choices = {subject.parameters(), OpenGui.with(subject.parameters(), "credit.borrowers.count=4"),
            OpenGui.with(subject.parameters(), "credit.borrowers.count=90", "buyers.types.neocloud.count=40"),
            OpenGui.with(subject.parameters(), "buyers.types.neocloud.count=0", "buyers.types.broker.count=0"),
            OpenGui.with(subject.parameters(), "time.weeks=30")};
        try (OpenGui gui = OpenGui.on(subject)) {
            OpenGui.onEvents(gui.console()::showAllFrames);
            gui.stepTo(20);
            Marks.openInspectors(gui);
            OpenGui.onEvents(() -> {
                gui.console().setPlaySleep(5);
                gui.console().pressPause();
            });
            for (int i = 0; i < 50; i++) {
                ModelParameters other = choices[i % choices.length];
                gui.simulation().apply(other);
                OpenGui.pause(i % 3 * 8L);
            }
            gui.simulation().apply(choices[2]);
            OpenGui.onEvents(() -> gui.console().setPlaySleep(0));
            gui.awaitEnd();
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(choices[2], 5));
        }
    }

    @Test
    void aCheckpointThatIsLoadedWhileARunPlays(@TempDir Path folder) {
        Subject subject = OpenGui.subject("chain", 6);
        File file = folder.resolve("week-30.checkpoint").toFile();
        try (OpenGui gui = OpenGui.on(subject)) {
            gui.stepTo(30);
            OpenGui.onEvents(() -> gui.run().writeToCheckpoint(file));
        }
        try (OpenGui gui = OpenGui.on("baseline", 7)) {
            OpenGui.onEvents(() -> {
                gui.console().setPlaySleep(5);
                gui.console().showAllFrames();
                gui.console().pressPlay();
            });
            for (int i = 0; i < 10; i++) {
                OpenGui.pause(20);
                OpenGui.onEvents(() -> gui.simulation().readNewStateFromCheckpoint(file));
                assertThat(gui.weeks()).isGreaterThanOrEqualTo(30);
            }
            OpenGui.onEvents(() -> gui.console().setPlaySleep(0));
            gui.awaitEnd();
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(subject.parameters(), 6));
        }
    }

    @Test
    void parametersThatAreChangedWhileMasonAsksForAFileAndARunWaitsForIt() {
        Subject subject = OpenGui.subject("baseline", 8);
        ModelParameters other = OpenGui.with(subject.parameters(), "credit.borrowers.count=12");
        try (OpenGui gui = OpenGui.on(subject)) {
            OpenGui.onEvents(gui.console()::pressPlay);
            // it asks while it holds the schedule
            EventQueue.invokeLater(Marks.displays(gui).get(0)::takeSnapshot);
            OpenGui.await("it asks", () -> dialog().isPresent());
            OpenGui.pause(50);
            Thread changes = new Thread(() -> gui.simulation().apply(other), "changes");
            changes.start();
            OpenGui.pause(50);
            while (dialog().isPresent()) {
                OpenGui.onEvents(() -> dialog().ifPresent(dialog -> dialog.setVisible(false)));
                OpenGui.pause(50);
            }
            OpenGui.await("the change is made", () -> !changes.isAlive());
            gui.awaitEnd();
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(other, 8));
            OpenGui.onEvents(AbuseTest::disposeOfDialogs);
        }
    }

    private static Optional<Dialog> dialog() {
        return Arrays.stream(Window.getWindows()).filter(Dialog.class::isInstance).map(Dialog.class::cast)
                .filter(Window::isShowing).findFirst();
    }

    /** Those of MASON stay behind the window that they belong to until that is closed. */
    private static void disposeOfDialogs() {
        Arrays.stream(Window.getWindows()).filter(Dialog.class::isInstance).forEach(Window::dispose);
    }

    @Test
    void aConsoleThatRepeatsIsClosedWhileItPlays() {
        try (OpenGui gui = OpenGui.on("baseline", 7)) {
            OpenGui.onEvents(() -> {
                OpenGui.all(gui.console(), JCheckBox.class).forEach(box -> box.doClick(0));
                gui.console().pressPlay();
            });
            // it increments its seed and plays again
            OpenGui.await("it plays its third run", () -> gui.simulation().subject().seed() >= 9);
        }
    }
}
