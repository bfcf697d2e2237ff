package firesale.gui;

import firesale.kernel.parameters.Scalars;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.util.function.LongConsumer;
import javax.swing.JLabel;
import javax.swing.JTextField;
import sim.util.gui.PropertyField;

/**
 * The field of MASON's console for the seed, so that it shows and takes all 64 bits of the model's: MASON would cut a number to
 * 32 bits, and could not be told from outside of another seed, so that the same number typed again would mean nothing.
 */
final class SeedField {

    private static final String LABEL = "Random Number Seed";

    private final PropertyField field;
    private final LongConsumer chosen;
    private String shown = "";
    /** Whether somebody has typed since: MASON writes into its field too. */
    private boolean isTyped;

    private SeedField(PropertyField field, LongConsumer chosen) {
        this.field = field;
        this.chosen = chosen;
    }

    /**
     * Takes over the console's field.
     *
     * @param chosen what to do with a number that somebody typed
     * @return what has to be told of the model's seed
     */
    static LongConsumer in(Container console, LongConsumer chosen) {
        PropertyField field = (PropertyField) beside(console);
        if (field == null) {
            throw new IllegalStateException("MASON's console has no field for the seed");
        }
        SeedField own = new SeedField(field, chosen);
        JTextField text = field.getField();
        for (KeyListener listener : text.getKeyListeners()) {
            text.removeKeyListener(listener);
        }
        for (FocusListener listener : text.getFocusListeners()) {
            if (listener.getClass().getName().startsWith(PropertyField.class.getName())) {
                text.removeFocusListener(listener);
            }
        }
        text.setName("console seed");
        text.addActionListener(e -> own.submit());
        text.addKeyListener(new KeyAdapter() {
            @Override
            public void keyTyped(KeyEvent e) {
                own.isTyped = true;
            }
        });
        text.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                own.submitWhatWasTyped();
            }
        });
        return own::show;
    }

    /** The field in the row of the label. */
    private static Component beside(Container within) {
        Component[] children = within.getComponents();
        for (int i = 0; i < children.length; i++) {
            if (children[i] instanceof JLabel label && label.getText() != null && label.getText().strip().equals(LABEL)) {
                for (int j = i + 1; j < children.length; j++) {
                    Component found = children[j] instanceof Container row ? propertyField(row) : null;
                    if (found != null) {
                        return found;
                    }
                }
            }
            Component found = children[i] instanceof Container inner ? beside(inner) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Component propertyField(Container within) {
        if (within instanceof PropertyField) {
            return within;
        }
        for (Component child : within.getComponents()) {
            Component found = child instanceof Container inner ? propertyField(inner) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void submitWhatWasTyped() {
        if (isTyped && !field.getField().getText().strip().equals(shown)) {
            submit();
        }
    }

    private void submit() {
        isTyped = false;
        try {
            chosen.accept(Scalars.whole(field.getField().getText().strip()));
        } catch (IllegalArgumentException e) {
            field.setValue(shown);
        }
    }

    private void show(long seed) {
        shown = Long.toString(seed);
        isTyped = false;
        field.setValue(shown);
    }
}
