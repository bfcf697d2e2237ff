package firesale.gui;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;

/** The fields of MASON's own pane in the console, found by the words beside them. */
final class ConsoleFields {

    private final OpenGui gui;

    ConsoleFields(OpenGui gui) {
        this.gui = gui;
    }

    /** Types a value in place of what is there, and presses return. */
    void type(String label, String text) {
        JTextField field = OpenGui.onEvents(() -> {
            select("Console");
            return field(label);
        });
        OpenGui.idle();
        gui.hand().focusAndWaitForFocusGain(field);
        OpenGui.onEvents(field::selectAll);
        if (text.isEmpty()) {
            gui.hand().pressAndReleaseKeys(KeyEvent.VK_DELETE);
        } else {
            gui.hand().enterText(text);
        }
        gui.hand().pressAndReleaseKeys(KeyEvent.VK_ENTER);
        gui.hand().waitForIdle();
    }

    /** Brings a page of the console to the front. */
    void select(String page) {
        JTabbedPane pages = OpenGui.all(gui.console(), JTabbedPane.class).get(0);
        pages.setSelectedIndex(pages.indexOfTab(page));
    }

    /** The field whose words stand nearest before it. */
    private JTextField field(String label) {
        List<Component> parts = OpenGui.all((Container) gui.console(), Component.class);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof JLabel words && String.valueOf(words.getText()).strip().startsWith(label)) {
                for (int j = i + 1; j < parts.size(); j++) {
                    if (parts.get(j) instanceof JTextField field) {
                        return field;
                    }
                }
            }
        }
        throw new AssertionError("no field " + label);
    }
}
