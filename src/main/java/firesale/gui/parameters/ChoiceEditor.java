package firesale.gui.parameters;

import firesale.kernel.parameters.Parameter;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** One of several choices. */
final class ChoiceEditor implements Editor {

    private final JComboBox<String> box;
    private String shown = "";
    private boolean isShowing;

    ChoiceEditor(Parameter parameter, Chosen chosen) {
        box = new JComboBox<>(parameter.type().allowed().toArray(new String[0]));
        box.setName(parameter.path());
        box.addActionListener(e -> {
            String text = (String) box.getSelectedItem();
            if (isShowing || shown.equals(text)) {
                return;
            }
            if (chosen.take(text)) {
                shown = text;
            } else {
                show(shown);
            }
        });
    }

    @Override
    public JComponent component() {
        return box;
    }

    @Override
    public void show(String text) {
        shown = text;
        isShowing = true;
        box.setSelectedItem(text);
        isShowing = false;
    }
}
