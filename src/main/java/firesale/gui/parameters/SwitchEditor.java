package firesale.gui.parameters;

import javax.swing.JCheckBox;
import javax.swing.JComponent;

/** True or false. */
final class SwitchEditor implements Editor {

    private final JCheckBox box = new JCheckBox();

    SwitchEditor(String name, Chosen chosen) {
        box.setName(name);
        box.setOpaque(false);
        box.addActionListener(e -> {
            if (!chosen.take(Boolean.toString(box.isSelected()))) {
                show(Boolean.toString(!box.isSelected()));
            } else {
                label();
            }
        });
        label();
    }

    private void label() {
        box.setText(box.isSelected() ? "true" : "false");
    }

    @Override
    public JComponent component() {
        return box;
    }

    @Override
    public void show(String text) {
        box.setSelected(Boolean.parseBoolean(text));
        label();
    }

    @Override
    public boolean isSmall() {
        return true;
    }
}
