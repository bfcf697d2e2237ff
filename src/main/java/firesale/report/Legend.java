package firesale.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.title.LegendTitle;
import org.jfree.ui.HorizontalAlignment;
import org.jfree.ui.RectangleEdge;
import org.jfree.ui.RectangleInsets;

/** The legend above the plot, where it covers nothing. */
final class Legend {

    private final Shape line = new Line2D.Double(-19, 0, 19, 0);
    private final Shape area = new Rectangle2D.Double(-11, -8, 22, 16);
    private final LegendItemCollection items = new LegendItemCollection();

    /** Adds a line. */
    Legend line(String label, Color colour, Stroke stroke) {
        items.add(new LegendItem(label, null, null, null, false, area, false, colour, false, colour, stroke, true, line, stroke,
                colour));
        return this;
    }

    /** Adds an area or a bar. */
    Legend area(String label, Color colour) {
        items.add(new LegendItem(label, null, null, null, area, colour));
        return this;
    }

    /** Adds a dot with an interval through it. */
    Legend dot(String label, Color colour, Shape dot) {
        items.add(new LegendItem(label, null, null, null, true, dot, true, colour, false, colour, new BasicStroke(1), true, line,
                Theme.THIN, colour));
        return this;
    }

    /** Adds a dot with an outline. */
    Legend dotAlone(String label, Color fill, Shape dot) {
        items.add(new LegendItem(label, null, null, null, true, dot, true, fill, true, Theme.INK, new BasicStroke(1.4f), false,
                line, Theme.THIN, fill));
        return this;
    }

    /** The block that is put into a chart. */
    LegendTitle title() {
        LegendTitle title = new LegendTitle(() -> items);
        title.setItemFont(Theme.LABEL);
        title.setItemPaint(Theme.INK);
        title.setPosition(RectangleEdge.TOP);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setFrame(BlockBorder.NONE);
        title.setBackgroundPaint(Color.WHITE);
        title.setItemLabelPadding(new RectangleInsets(2, 4, 2, 20));
        title.setMargin(8, 0, 4, 0);
        return title;
    }
}
