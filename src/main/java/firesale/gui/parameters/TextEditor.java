package firesale.gui.parameters;

import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** A value as text: taken with Enter, or when the field is left; Escape brings the old one back. */
final class TextEditor implements Editor {

    private final JTextField field = new JTextField(8);
    private final Chosen chosen;
    private String shown = "";

    TextEditor(String name, Chosen chosen) {
        this.chosen = chosen;
        field.setName(name);
        field.addActionListener(e -> submit());
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                submit();
            }
        });
        field.getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "old value");
        field.getActionMap().put("old value", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                show(shown);
            }
        });
    }

    private void submit() {
        String text = field.getText().strip();
        if (!text.equals(shown) && !chosen.take(text)) {
            show(shown);
        }
    }

    @Override
    public JComponent component() {
        return field;
    }

    @Override
    public void show(String text) {
        shown = text;
        if (!field.getText().equals(text)) {
            field.setText(text);
            field.setCaretPosition(0);
        }
    }
}
