package firesale.gui;

import java.awt.event.InputEvent;
import java.util.Locale;
import javax.swing.AbstractButton;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** How entries of menus are made. */
final class Items {

    private Items() {
    }

    static JMenu menu(String text, char mnemonic) {
        JMenu menu = new JMenu(text);
        menu.setName(text.toLowerCase(Locale.ROOT) + "-menu");
        menu.setMnemonic(mnemonic);
        return menu;
    }

    /** An entry that does something. */
    static JMenuItem item(String text, String name, Runnable action) {
        return named(new JMenuItem(text), name, action);
    }

    /** The same with a key that is pressed together with Ctrl. */
    static JMenuItem item(String text, String name, char key, Runnable action) {
        JMenuItem item = item(text, name, action);
        item.setAccelerator(KeyStroke.getKeyStroke(key, InputEvent.CTRL_DOWN_MASK));
        return item;
    }

    static <B extends AbstractButton> B named(B button, String name, Runnable action) {
        button.setName(name);
        button.addActionListener(event -> action.run());
        return button;
    }
}
