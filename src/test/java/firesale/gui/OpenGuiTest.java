package firesale.gui;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.EventQueue;
import javax.swing.JLabel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests' own eyes: nothing that goes wrong in a window escapes them. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class OpenGuiTest {

    @Test
    void anExceptionOnTheEventThreadIsNoticed() {
        OpenGui gui = OpenGui.on("baseline", 1);
        EventQueue.invokeLater(() -> {
            throw new IllegalStateException("on the event thread");
        });
        assertThatThrownBy(gui::close).isInstanceOf(AssertionError.class).hasMessageContaining("on the event thread");
    }

    @Test
    void anExceptionOfMasonsPlayThreadIsNoticed() {
        OpenGui gui = OpenGui.on("baseline", 1);
        gui.stepTo(2);
        OpenGui.onEvents(() -> {
            gui.simulation().scheduleImmediatelyAfter(state -> {
                throw new IllegalStateException("while a week was stepped");
            });
            gui.console().pressPause();
        });
        OpenGui.await("it has failed", () -> gui.complaint().contains("while a week was stepped"));
        assertThatThrownBy(gui::close).isInstanceOf(AssertionError.class).hasMessageContaining("while a week was stepped");
    }

    @Test
    void aWindowThatIsTouchedFromAnotherThreadIsNoticed() {
        OpenGui gui = OpenGui.on("baseline", 1);
        JLabel label = OpenGui.onEvents(() -> {
            JLabel made = new JLabel("before");
            gui.console().getContentPane().add(made);
            gui.console().validate();
            return made;
        });
        assertThatThrownBy(() -> label.setText("from the test's thread")).hasMessageContaining("EDT violation");
        gui.close();
    }

    @Test
    void aThreadThatStaysIsNoticed() throws InterruptedException {
        OpenGui gui = OpenGui.on("baseline", 1);
        Thread stays = new Thread(() -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "stays");
        stays.start();
        assertThatThrownBy(gui::close).isInstanceOf(AssertionError.class).hasMessageContaining("stays");
        stays.interrupt();
        stays.join();
    }
}
