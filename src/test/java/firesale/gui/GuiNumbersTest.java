package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.gui.view.View;
import firesale.model.ModelParameters;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sim.display.Console;

/** A run in the window has the numbers of the command line, byte for byte, whatever is shown and done meanwhile. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class GuiNumbersTest {

    @ParameterizedTest
    @CsvSource({"baseline, 1", "baseline, -7654321987654321", "missing-repo-depth, 9223372036854775807", "chain, 4294967297",
        "own-book, 20"})
    void aRunThatIsPlayedToItsEndWithAllWindowsOpen(String experiment, long seed) {
        Subject subject = OpenGui.subject(experiment, seed);
        Numbers headless = Numbers.headless(subject.parameters(), seed);
        try (OpenGui gui = OpenGui.on(subject)) {
            OpenGui.onEvents(gui.console()::showAllFrames);
            gui.stepTo(3);
            Marks.openInspectors(gui);
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(headless);
            assertThat(gui.simulation().subject().seed()).isEqualTo(seed);
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(headless);
        }
    }

    @Test
    void windowsMaySleepOrBeHidden() {
        Subject subject = OpenGui.subject("baseline", 5);
        try (OpenGui gui = OpenGui.on(subject)) {
            OpenGui.onEvents(gui.console()::hideAllFrames);
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(subject.parameters(), 5));
        }
    }

    @Test
    void parametersThatAreChangedInTheMiddleGiveTheRunThatHadThemFromItsStart() {
        Subject subject = OpenGui.subject("baseline", -4_000_000_000L);
        ModelParameters fewer = OpenGui.with(subject.parameters(), "credit.borrowers.count=7", "buyers.types.neocloud.count=3",
                "market.squeeze.startWeek=40");
        ModelParameters more = OpenGui.with(subject.parameters(), "credit.borrowers.count=60", "time.weeks=80");
        try (OpenGui gui = OpenGui.on(subject)) {
            OpenGui.onEvents(gui.console()::showAllFrames);
            gui.stepTo(45);
            Marks.openInspectors(gui);
            Applied applied = gui.simulation().apply(fewer);
            assertThat(applied.week()).isEqualTo(45);
            assertThat(gui.weeks()).isEqualTo(45);
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(fewer, -4_000_000_000L, 45));
            OpenGui.onEvents(() -> gui.console().pressPause());
            gui.simulation().apply(more);
            gui.awaitEnd();
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(more, -4_000_000_000L));

            gui.simulation().apply(fewer);
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(fewer, -4_000_000_000L));
        }
    }

    @Test
    void aRunThatIsSavedAndLoadedGoesOnAsIfItHadNot(@TempDir Path folder) {
        Subject subject = OpenGui.subject("missing-repo-depth", 1L << 40);
        Numbers headless = Numbers.headless(subject.parameters(), 1L << 40);
        File file = folder.resolve("week-50.checkpoint").toFile();
        try (OpenGui gui = OpenGui.on(subject)) {
            gui.stepTo(50);
            OpenGui.onEvents(() -> gui.run().writeToCheckpoint(file));
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(headless);
        }
        try (OpenGui gui = OpenGui.on("baseline", 2)) {
            gui.stepTo(9);
            Marks.openInspectors(gui);
            assertThat(OpenGui.onEvents(() -> gui.simulation().readNewStateFromCheckpoint(file))).isTrue();
            assertThat(gui.weeks()).isEqualTo(50);
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(subject.parameters(), 1L << 40, 50));
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(headless);
            assertThat(gui.console().getPlayState()).isEqualTo(Console.PS_STOPPED);
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(headless);
        }
    }

    @Test
    void anotherRunIsWatchedInTheSameWindows() {
        Subject other = OpenGui.subject("in-place", 1L << 50);
        try (OpenGui gui = OpenGui.on("baseline", 2)) {
            gui.stepTo(60);
            Marks.openInspectors(gui);
            OpenGui.onEvents(() -> {
                gui.console().pressStop();
                gui.simulation().watch(other);
            });
            OpenGui.idle();
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(other.parameters(), 1L << 50));
            for (View view : gui.views()) {
                assertThat(view.frame().isDisplayable()).as(view.name()).isTrue();
            }
        }
    }
}
