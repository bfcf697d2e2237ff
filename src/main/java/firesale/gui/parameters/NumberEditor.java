package firesale.gui.parameters;

import java.awt.BorderLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.Timer;

/**
 * A slider for what is usual, and a text field for any number. While the slider is dragged a number is taken every tenth of a second
 * at most, the last one always.
 */
final class NumberEditor implements Editor {

    private static final int PAUSE_MILLISECONDS = 100;

    private final Span span;
    private final Chosen chosen;
    private final JPanel panel = new JPanel(new BorderLayout(4, 0));
    private final JSlider slider = new JSlider(0, Span.POSITIONS);
    private final TextEditor field;
    private final Timer pause = new Timer(PAUSE_MILLISECONDS, e -> takeSlid());
    private boolean isShowing;
    private String shown = "";
    private String slid = "";

    NumberEditor(String name, Span span, Chosen chosen) {
        this.span = span;
        this.chosen = chosen;
        this.field = new TextEditor(name, chosen);
        pause.setRepeats(false);
        slider.setName(name + " slider");
        slider.setOpaque(false);
        slider.addChangeListener(e -> slide());
        panel.setOpaque(false);
        panel.add(slider, BorderLayout.CENTER);
        panel.add(field.component(), BorderLayout.EAST);
    }

    private void slide() {
        if (isShowing) {
            return;
        }
        slid = span.text(slider.getValue());
        field.show(slid);
        if (!slider.getValueIsAdjusting()) {
            pause.stop();
            takeSlid();
        } else if (!pause.isRunning()) {
            pause.start();
        }
    }

    private void takeSlid() {
        boolean isTaken = slid.equals(shown) || chosen.take(slid);
        if (isTaken) {
            shown = slid;
        } else if (!slider.getValueIsAdjusting()) {
            show(shown);
        }
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public void show(String text) {
        if (slider.getValueIsAdjusting()) {
            return;
        }
        shown = text;
        isShowing = true;
        field.show(text);
        Editor.number(text).ifPresent(value -> slider.setValue(span.position(value)));
        isShowing = false;
    }
}
