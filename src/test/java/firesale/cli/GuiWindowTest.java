package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.gui.FireSaleConsole;
import firesale.gui.FireSaleWithUI;
import firesale.gui.NeedsDisplay;
import java.awt.EventQueue;
import java.awt.Frame;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import sim.display.Console;

/** The command opens its windows, says nothing on the standard streams, and ends when they are closed. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class GuiWindowTest {

    private static final long PATIENCE_MILLIS = 30_000;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private CompletableFuture<Integer> start(String... arguments) {
        return CompletableFuture.supplyAsync(() -> Main.run(new PrintWriter(out), new PrintWriter(err), arguments));
    }

    private static FireSaleConsole console(Predicate<FireSaleConsole> condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end) {
            for (Frame frame : Frame.getFrames()) {
                if (frame instanceof FireSaleConsole console && console.isShowing() && condition.test(console)) {
                    return console;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no such window: " + Arrays.toString(Frame.getFrames()));
    }

    private void closes(CompletableFuture<Integer> command, FireSaleConsole console) throws Exception {
        EventQueue.invokeAndWait(console::doClose);
        assertThat(command.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void playsAtOnceAndEndsWithItsWindows() throws Exception {
        PrintStream before = System.out;
        PrintStream errors = System.err;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            CompletableFuture<Integer> command = start("gui", "--set", "time.weeks=30", "--play");
            FireSaleConsole console = console(each -> ((FireSaleWithUI) each.getSimulation()).isUnderWay());
            assertThat(console.getTitle()).isEqualTo("Firesale: systemic-squeeze, replication 9");
            closes(command, console);
        } finally {
            System.setOut(before);
            System.setErr(errors);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void goesOnFromACheckpoint() throws Exception {
        CompletableFuture<Integer> first = start("gui", "--model-seed", "-77");
        FireSaleConsole console = console(each -> true);
        FireSaleWithUI simulation = (FireSaleWithUI) console.getSimulation();
        assertThat(simulation.subject().seed()).isEqualTo(-77);
        Path file = folder.resolve("kept.checkpoint");
        EventQueue.invokeAndWait(() -> {
            console.pressPause();
            console.pressPlay();
            console.pressPlay();
        });
        simulation.save(file);
        closes(first, console);
        CompletableFuture<Integer> second = start("gui", "--checkpoint", file.toString());
        FireSaleConsole again = console(each -> each.getPlayState() == Console.PS_PAUSED);
        FireSaleWithUI goesOn = (FireSaleWithUI) again.getSimulation();
        assertThat(goesOn.run().week()).isEqualTo(1);
        assertThat(goesOn.run().modelSeed()).isEqualTo(-77);
        closes(second, again);
    }
}
