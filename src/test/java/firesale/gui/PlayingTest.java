package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.model.FireSale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sim.display.Console;

/** Play, pause, step and stop by the real buttons. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class PlayingTest {

    @Test
    void sixtyWeeksAreWatchedPausedSteppedStoppedAndWatchedAnew() {
        Subject subject = OpenGui.subject("baseline", 1);
        try (OpenGui gui = OpenGui.on(subject)) {
            gui.screenshot("opened");
            OpenGui.onEvents(() -> gui.console().setPlaySleep(10));
            gui.click(gui.playButton());
            assertThat(gui.console().getPlayState()).as("plays once the button is clicked").isEqualTo(Console.PS_PLAYING);
            OpenGui.await("60 weeks are over", () -> gui.weeks() >= 60);
            gui.click(gui.pauseButton());
            assertThat(gui.console().getPlayState()).isEqualTo(Console.PS_PAUSED);
            long paused = gui.weeks();
            OpenGui.pause(100);
            assertThat(gui.weeks()).as("a paused run stands still").isEqualTo(paused).isBetween(60L, 155L);
            gui.screenshot("paused-after-sixty-weeks");
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(subject.parameters(), 1, (int) paused));

            gui.click(gui.playButton());
            assertThat(gui.weeks()).as("one step").isEqualTo(paused + 1);
            assertThat(gui.console().getPlayState()).isEqualTo(Console.PS_PAUSED);
            OpenGui.onEvents(() -> gui.console().setNumStepsPerStepButtonPress(5));
            gui.click(gui.playButton());
            assertThat(gui.weeks()).as("five steps").isEqualTo(paused + 6);

            gui.click(gui.stopButton());
            assertThat(gui.console().getPlayState()).isEqualTo(Console.PS_STOPPED);
            assertThat(gui.simulation().isUnderWay()).isFalse();
            FireSale stopped = gui.run();

            OpenGui.onEvents(() -> gui.console().setPlaySleep(0));
            gui.click(gui.playButton());
            gui.awaitEnd();
            assertThat(gui.run()).as("each play is a run of its own").isNotSameAs(stopped);
            gui.screenshot("over");
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(subject.parameters(), 1));
        }
    }

    @Test
    void theConsolesOwnFieldsForSeedPauseAndEndAreKeptTo() {
        Subject subject = OpenGui.subject("baseline", 1);
        try (OpenGui gui = OpenGui.on(subject)) {
            ConsoleFields fields = new ConsoleFields(gui);
            fields.type("Automatically Pause at Step", "7");
            gui.click(gui.playButton());
            OpenGui.await("it pauses", () -> OpenGui.onEvents(() -> gui.console().getPlayState() == Console.PS_PAUSED));
            assertThat(gui.weeks()).isEqualTo(7);

            fields.type("Automatically Stop at Step", "12");
            gui.click(gui.pauseButton());
            gui.awaitEnd();
            assertThat(gui.weeks()).isEqualTo(12);
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(subject.parameters(), 1, 12));

            fields.type("Automatically Stop at Step", "");
            fields.type("Random Number Seed", "-77");
            gui.playToEnd();
            assertThat(gui.simulation().subject().seed()).isEqualTo(-77);
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(subject.parameters(), -77));

            fields.type("Random Number Seed", "no number");
            gui.playToEnd();
            Numbers.of(gui.run()).assertSameAs(Numbers.headless(subject.parameters(), -77));
        }
    }
}
