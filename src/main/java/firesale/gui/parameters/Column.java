package firesale.gui.parameters;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** Components one below the other, each as wide as the column. */
final class Column extends JPanel implements Scrollable {

    private static final long serialVersionUID = 1L;
    private static final int STEP = 24;

    Column() {
        super(null);
        setOpaque(false);
    }

    private int height(int width) {
        Insets insets = getInsets();
        int height = insets.top + insets.bottom;
        for (Component child : getComponents()) {
            height += height(child, width - insets.left - insets.right);
        }
        return height;
    }

    private static int height(Component child, int width) {
        if (!child.isVisible()) {
            return 0;
        }
        return child instanceof ParameterRow row ? row.height(width) : child instanceof Column column ? column.height(width)
                : child.getPreferredSize().height;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(200, height(getWidth()));
    }

    @Override
    public void doLayout() {
        Insets insets = getInsets();
        int y = insets.top;
        int width = getWidth() - insets.left - insets.right;
        for (Component child : getComponents()) {
            int height = height(child, width);
            child.setBounds(insets.left, y, width, height);
            y += height;
        }
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean isOther = width != getWidth();
        super.setBounds(x, y, width, height);
        if (isOther) {
            // rows may need another height now
            revalidate();
        }
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return STEP;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(STEP, visible.height - STEP);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
