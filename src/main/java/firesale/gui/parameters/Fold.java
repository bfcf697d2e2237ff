package firesale.gui.parameters;

import java.awt.Insets;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.SwingConstants;
import javax.swing.UIManager;

/** A heading under which a column opens when it is pressed; what is in it is made the first time. */
final class Fold {

    private static final int INDENT = 12;

    private final JButton heading = new JButton();
    private final Column body = new Column();
    private final Consumer<Column> filling;
    private boolean isFilled;

    /**
     * @param within  where heading and column stand
     * @param filling puts into the column what belongs there
     */
    Fold(Column within, String name, Consumer<Column> filling) {
        this.filling = filling;
        heading.setName(name);
        heading.setHorizontalAlignment(SwingConstants.LEFT);
        heading.setMargin(new Insets(3, 4, 3, 4));
        heading.putClientProperty("JButton.buttonType", "toolBarButton");
        heading.addActionListener(e -> open(!body.isVisible()));
        body.setBorder(BorderFactory.createEmptyBorder(0, INDENT, 4, 0));
        within.add(heading);
        within.add(body);
        open(false);
    }

    /** Opens or closes it. */
    void open(boolean isOpen) {
        if (isOpen && !isFilled) {
            isFilled = true;
            filling.accept(body);
        }
        body.setVisible(isOpen);
        heading.setIcon(UIManager.getIcon(isOpen ? "Tree.expandedIcon" : "Tree.collapsedIcon"));
        body.revalidate();
        body.repaint();
    }

    boolean isOpen() {
        return body.isVisible();
    }

    void setText(String text) {
        heading.setText(text);
    }
}
