package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Robot;
import java.awt.Toolkit;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is left when windows are closed: nothing. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class ClosingTest {

    @Test
    void aRunThatPlaysEndsWithItsWindow() {
        Thread[] player = new Thread[1];
        try (OpenGui gui = OpenGui.on("baseline", 1)) {
            OpenGui.onEvents(() -> {
                gui.console().setPlaySleep(20);
                gui.console().pressPlay();
            });
            OpenGui.await("it plays", () -> gui.weeks() > 5);
            player[0] = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().contains("FireSale")).findFirst().orElseThrow();
            // the button at the corner of the window
            gui.hand().close(gui.console());
            OpenGui.await("the play thread has ended", () -> !player[0].isAlive());
            assertThat(gui.console().isDisplayable()).isFalse();
        }
    }

    @Test
    void openingAndClosingTwentyTimesLeavesNoMemoryBehind() {
        List<WeakReference<FireSaleWithUI>> opened = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < 20; i++) {
            try (OpenGui gui = OpenGui.on("baseline", i)) {
                OpenGui.onEvents(gui.console()::showAllFrames);
                gui.stepTo(3);
                Marks.openInspectors(gui);
                opened.add(new WeakReference<>(gui.simulation()));
            }
            if (i == 3) {
                before = heapBytes();
            }
        }
        long growth = heapBytes() - before;
        long alive = opened.stream().filter(reference -> reference.get() != null).count();
        // the toolkit remembers the last window that had the pointer or the focus
        assertThat(alive).as("consoles that are still in memory").isLessThanOrEqualTo(3);
        assertThat(growth).as("bytes of 16 windows").isLessThan(24L << 20);
    }

    private static long heapBytes() {
        long used = Long.MAX_VALUE;
        // what has a finalizer goes at the second collection
        for (int i = 0; i < 5; i++) {
            System.gc();
            OpenGui.pause(60);
            used = Math.min(used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }

    @Test
    void theProgramEndsWhenItsWindowIsClosed(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"),
                "-Djava.util.prefs.userRoot=" + Files.createDirectory(folder.resolve("preferences")),
                "firesale.cli.Main", "gui", "experiments/baseline.yaml").redirectOutput(out.toFile()).redirectError(err.toFile())
                .start();
        try {
            Robot eye = new Robot();
            Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
            // the console stands at the right edge; without a window nothing is there but the display's black ground
            OpenGui.await("the console is there", () -> !program.isAlive()
                    || !eye.getPixelColor(screen.width - 200, screen.height - 60).equals(Color.BLACK));
            OpenGui.pause(1000);
            assertThat(program.isAlive()).as(Files.readString(err)).isTrue();
            // play, by its button at the lower left of the console, and close while it plays, by the cross at the upper right
            OpenGui.clickAt(screen.width - 355, screen.height - 17);
            OpenGui.pause(700);
            OpenGui.clickAt(screen.width - 18, 18);
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).as("the program ends by itself").isTrue();
            assertThat(program.exitValue()).isZero();
            assertThat(Files.readString(out)).isEmpty();
            assertThat(Files.readString(err)).isEmpty();
        } finally {
            program.destroyForcibly();
        }
    }
}
