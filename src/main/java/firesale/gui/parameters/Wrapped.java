package firesale.gui.parameters;

import java.awt.Color;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** Text that is folded to the width it has, to be read only. */
final class Wrapped extends JTextArea {

    private static final long serialVersionUID = 1L;

    Wrapped(String name, int rows) {
        super(rows, 20);
        setName(name);
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setBorder(null);
        setFont(UIManager.getFont("Label.font"));
    }

    void say(String text, Color colour) {
        setForeground(colour);
        setText(text);
        setCaretPosition(0);
    }
}
