package firesale.gui.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import sim.display.GUIState;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;
import sim.util.Bag;
import sim.util.Double2D;

/**
 * What a display draws, one layer over the other. A layer draws in units of its own, a sheet of so wide and so high, whatever the
 * window's size; text grows with the window.
 */
public abstract class Layer extends FieldPortrayal2D {

    private final double width;
    private final double height;
    private volatile String selected = "";

    protected Layer(double width, double height) {
        this.width = width;
        this.height = height;
        setField(this);
    }

    /** Draws the sheet. */
    protected abstract void draw(Graphics2D sheet);

    /** What can be pointed at, the uppermost last. */
    protected List<? extends Mark> marks() {
        return List.of();
    }

    /** Whether somebody has clicked on a mark. */
    protected final boolean isSelected(Mark mark) {
        return mark.key().equals(selected);
    }

    @Override
    protected final void hitOrDraw(Graphics2D graphics, DrawInfo2D info, Bag hits) {
        double scaleX = info.draw.width / width;
        double scaleY = info.draw.height / height;
        if (graphics == null) {
            double x = (info.clip.getCenterX() - info.draw.x) / scaleX;
            double y = (info.clip.getCenterY() - info.draw.y) / scaleY;
            List<? extends Mark> marks = marks();
            for (int i = marks.size() - 1; i >= 0; i--) {
                if (marks.get(i).covers(x, y)) {
                    hits.add(new LocationWrapper(marks.get(i), new Double2D(x, y), this));
                    return;
                }
            }
            return;
        }
        Graphics2D sheet = (Graphics2D) graphics.create();
        sheet.translate(info.draw.x, info.draw.y);
        sheet.scale(scaleX, scaleY);
        sheet.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sheet.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        sheet.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        sheet.setColor(Color.BLACK);
        draw(sheet);
        sheet.dispose();
    }

    @Override
    public final Inspector getInspector(LocationWrapper wrapper, GUIState gui) {
        return ((Mark) wrapper.getObject()).inspector();
    }

    @Override
    public final String getName(LocationWrapper wrapper) {
        return ((Mark) wrapper.getObject()).name();
    }

    @Override
    public final String getStatus(LocationWrapper wrapper) {
        return ((Mark) wrapper.getObject()).tip();
    }

    @Override
    public final boolean setSelected(LocationWrapper wrapper, boolean isSelected) {
        selected = isSelected ? ((Mark) wrapper.getObject()).key() : "";
        return true;
    }
}
