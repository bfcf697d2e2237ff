package firesale.gui;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.KeyEvent;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.MenuSelectionManager;
import javax.swing.text.JTextComponent;

/** Space plays and pauses, the right arrow steps, in all windows of the program, unless what has the focus needs the key. */
final class Keys implements KeyEventDispatcher {

    private final FireSaleConsole console;
    private final FireSaleWithUI simulation;
    private boolean hasTakenSpace;

    Keys(FireSaleConsole console, FireSaleWithUI simulation) {
        this.console = console;
        this.simulation = simulation;
    }

    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        boolean isSpace = event.getKeyCode() == KeyEvent.VK_SPACE || event.getKeyChar() == ' ';
        if (event.getID() != KeyEvent.KEY_PRESSED) {
            // the rest of a stroke whose beginning was ours
            boolean ours = isSpace && hasTakenSpace;
            hasTakenSpace &= event.getID() != KeyEvent.KEY_RELEASED;
            return ours;
        }
        boolean isStep = event.getKeyCode() == KeyEvent.VK_RIGHT;
        if (!isSpace && !isStep || event.getModifiersEx() != 0 || !isOurs() || isNeeded(event.getComponent(), isSpace)) {
            return false;
        }
        if (isSpace) {
            hasTakenSpace = true;
            console.playOrPause();
        } else {
            console.stepOnce();
        }
        return true;
    }

    private boolean isOurs() {
        Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
        boolean inMenu = MenuSelectionManager.defaultManager().getSelectedPath().length > 0;
        return !inMenu && (active == console || simulation.views().stream().anyMatch(view -> view.frame() == active));
    }

    /** Whether what has the focus does something of its own with the key. */
    static boolean isNeeded(Component focused, boolean isSpace) {
        if (focused instanceof JTextComponent text) {
            return text.isEditable();
        }
        return focused instanceof JComboBox || focused instanceof JList || focused instanceof JTable || focused instanceof JTree
                || focused instanceof JSlider || focused instanceof JSpinner || isSpace && focused instanceof AbstractButton;
    }
}
