package firesale.gui.parameters;

import firesale.kernel.parameters.Parameter;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** A value that may be none. */
final class OptionalEditor implements Editor {

    /** How an absent value is written. */
    static final String NONE = "none";

    private final JPanel panel = new JPanel(new BorderLayout(4, 0));
    private final JCheckBox none = new JCheckBox(NONE);
    private final Editor some;
    private String last;

    /** @param some for a value that is there */
    OptionalEditor(Editor some, Parameter parameter, Chosen chosen) {
        this.some = some;
        this.last = parameter.def().equals(NONE) ? "" : parameter.def();
        none.setName(parameter.path() + " none");
        none.setOpaque(false);
        none.addActionListener(e -> {
            if (none.isSelected()) {
                if (!chosen.take(NONE)) {
                    none.setSelected(false);
                }
            } else if (last.isEmpty()) {
                // nothing is known that could stand there: it has to be typed
                enable(some.component(), true);
                some.show("");
            } else if (!chosen.take(last)) {
                none.setSelected(true);
            }
        });
        panel.setOpaque(false);
        panel.add(none, BorderLayout.WEST);
        panel.add(some.component(), BorderLayout.CENTER);
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public void show(String text) {
        boolean isNone = text.equals(NONE);
        none.setSelected(isNone);
        enable(some.component(), !isNone);
        some.show(isNone ? last : text);
        if (!isNone) {
            last = text;
        }
    }

    private static void enable(Component component, boolean isEnabled) {
        component.setEnabled(isEnabled);
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                enable(child, isEnabled);
            }
        }
    }
}
