package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.gui.view.View;
import firesale.kernel.parameters.ParameterSchema;
import firesale.model.ModelParameters;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten times the default population is played to its end in the real window; how fast is told and only roughly asserted. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class TenfoldTest {

    private static final int HEARTBEAT_MILLIS = 20;
    private static final int CHARTS = 2;

    /** Ten times as many borrowers, and buyers of each type. */
    static ModelParameters tenfold(ModelParameters parameters) {
        List<String> changes = new ArrayList<>();
        for (ParameterSchema.Assignment value : ParameterSchema.of(ModelParameters.class).effective(parameters, Path.of(""))) {
            if (value.path().equals("credit.borrowers.count") || value.path().matches("buyers\\.types\\.[^.]+\\.count")) {
                changes.add(value.path() + "=" + 10 * Integer.parseInt(value.text()));
            }
        }
        assertThat(changes).hasSizeGreaterThan(5);
        return OpenGui.with(parameters, changes.toArray(String[]::new));
    }

    /** The longest time for which the event thread did nothing that was asked of it, in milliseconds. */
    private static final class Heartbeat implements AutoCloseable {

        private final AtomicLong longestNanos = new AtomicLong();
        private final AtomicLong beats = new AtomicLong();
        private final AtomicBoolean goesOn = new AtomicBoolean(true);
        private final Thread heart = new Thread(() -> {
            while (goesOn.get()) {
                long asked = System.nanoTime();
                EventQueue.invokeLater(() -> {
                    beats.incrementAndGet();
                    longestNanos.accumulateAndGet(System.nanoTime() - asked, Math::max);
                });
                OpenGui.pause(HEARTBEAT_MILLIS);
            }
        }, "heartbeat");

        Heartbeat() {
            heart.start();
        }

        long longestMillis() {
            return longestNanos.get() / 1_000_000;
        }

        @Override
        public void close() {
            goesOn.set(false);
            OpenGui.await("the heartbeat has ended", () -> !heart.isAlive());
            OpenGui.idle();
        }
    }

    @Test
    void aWholeRunIsPlayedWithDisplaysAndChartsShown() {
        Subject subject = OpenGui.subject("baseline", 1);
        Subject large = subject.with(tenfold(subject.parameters()));
        long begun = System.nanoTime();
        Numbers headless = Numbers.headless(large.parameters(), 1);
        double headlessSeconds = (System.nanoTime() - begun) / 1e9;
        try (OpenGui gui = OpenGui.on(large)) {
            OpenGui.onEvents(() -> gui.views().stream().filter(view -> !view.isShownAtFirst()).limit(CHARTS)
                    .map(View::frame).forEach(frame -> frame.setVisible(true)));
            // the first play also loads classes
            gui.stepTo(30);
            OpenGui.onEvents(gui.console()::pressStop);
            begun = System.nanoTime();
            long longest;
            try (Heartbeat heartbeat = new Heartbeat()) {
                gui.playToEnd();
                longest = heartbeat.longestMillis();
                assertThat(heartbeat.beats.get()).isPositive();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            long played = gui.run().watch().weeks().size();
            gui.screenshot("tenfold");
            Numbers.of(gui.run()).assertSameAs(headless);
            System.out.printf(Locale.ROOT,
                    "tenfold population: %d weeks in %.1f s, %.0f a second; longest pause of the event thread"
                    + " %d ms; without windows %.1f s%n", played, seconds, played / seconds, longest, headlessSeconds);
            assertThat(played).isGreaterThanOrEqualTo(large.parameters().time().weeks());
            // generous: a machine that builds something else at the same time must not fail it
            assertThat(seconds).as("seconds for the run").isLessThan(60);
            assertThat(longest).as("longest pause of the event thread, in ms").isLessThan(5_000);
        }
    }
}
