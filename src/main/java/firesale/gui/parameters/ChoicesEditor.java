package firesale.gui.parameters;

import firesale.kernel.parameters.Parameter;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Any of several choices. */
final class ChoicesEditor implements Editor {

    private final JPanel panel = new JPanel(new GridLayout(0, 2, 2, 0));
    private final List<JCheckBox> boxes = new ArrayList<>();
    private final List<String> usualOrder;
    private String shown = "";

    /** @param given the list in the order in which choices are written where all of them are on */
    ChoicesEditor(Parameter parameter, String given, Chosen chosen) {
        Set<String> order = new LinkedHashSet<>(items(given));
        order.addAll(parameter.type().allowed());
        usualOrder = List.copyOf(order);
        panel.setOpaque(false);
        for (String choice : parameter.type().allowed()) {
            JCheckBox box = new JCheckBox(choice);
            box.setName(parameter.path() + " " + choice);
            box.setOpaque(false);
            box.addActionListener(e -> {
                String text = text();
                if (chosen.take(text)) {
                    shown = text;
                } else {
                    show(shown);
                }
            });
            boxes.add(box);
            panel.add(box);
        }
    }

    private String text() {
        List<String> on = boxes.stream().filter(JCheckBox::isSelected).map(JCheckBox::getText).toList();
        return "[" + String.join(", ", usualOrder.stream().filter(on::contains).toList()) + "]";
    }

    /** The items of a list as it is written: {@code [a, b]}. */
    static List<String> items(String text) {
        return Arrays.stream(text.replaceAll("[\\[\\]]", "").split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public void show(String text) {
        shown = text;
        List<String> on = items(text);
        boxes.forEach(box -> box.setSelected(on.contains(box.getText())));
    }
}
