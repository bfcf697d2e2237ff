package firesale.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;

/** Small multiples in rows and columns, each with a title; what names the rows of bars stands left of the first column only. */
final class Panels extends Plot {

    private static final long serialVersionUID = 1L;

    static final int TITLE_PIXELS = 32;
    static final int TICKS_PIXELS = 34;
    private static final int COLUMN_GAP_PIXELS = 26;
    private static final int ROW_GAP_PIXELS = 14;
    /** What stands left and right of a chart's plot. */
    private static final int MARGIN_PIXELS = 52;

    /** A panel and what stands above it. */
    record Panel(String title, XYPlot plot) {
    }

    private final transient List<Panel> panels;
    private final int columns;
    private final int namesPixels;

    /**
     * A grid of panels, row by row.
     *
     * @param columns     panels in a row
     * @param namesPixels width of the names in the first column; 0 if each panel has an upright axis of its own
     */
    Panels(List<Panel> panels, int columns, int namesPixels) {
        this.panels = List.copyOf(panels);
        this.columns = columns;
        this.namesPixels = namesPixels;
        if (namesPixels > 0) {
            for (int i = 0; i < panels.size(); i++) {
                fix(panels.get(i).plot(), i % columns == 0 ? namesPixels : 0);
            }
        }
    }

    private static void fix(XYPlot plot, int left) {
        AxisSpace names = new AxisSpace();
        names.setLeft(left);
        plot.setFixedDomainAxisSpace(names);
        AxisSpace ticks = new AxisSpace();
        ticks.setBottom(TICKS_PIXELS);
        plot.setFixedRangeAxisSpace(ticks);
        plot.getDomainAxis().setTickLabelsVisible(left > 0);
    }

    /** Columns for so many panels that rows are about full. */
    static int columns(int panels) {
        return panels == 4 ? 2 : Math.min(3, panels);
    }

    /** Width of the area of bars in each of the columns of a picture of the usual width, pixels. */
    static double barsPixels(int columns, int namesPixels) {
        return (Picture.WIDTH - MARGIN_PIXELS - namesPixels - COLUMN_GAP_PIXELS * (columns - 1.0)) / columns;
    }

    /** Width of a text, pixels. */
    static double pixels(String text, Font font) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true)).getWidth();
    }

    /** A text that is not wider than so many pixels: what is too long loses its middle. */
    static String fitted(String text, Font font, double most) {
        String fitted = text;
        for (int kept = text.length() - 1; kept > 2 && pixels(fitted, font) > most; kept--) {
            int head = (kept + 1) / 2;
            fitted = text.substring(0, head) + "\u2026" + text.substring(text.length() - (kept - head));
        }
        return fitted;
    }

    @Override
    public String getPlotType() {
        return "Panels";
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        int rows = (panels.size() + columns - 1) / columns;
        double width = (area.getWidth() - namesPixels - COLUMN_GAP_PIXELS * (columns - 1.0)) / columns;
        double height = (area.getHeight() - ROW_GAP_PIXELS * (rows - 1.0)) / rows;
        for (int i = 0; i < panels.size(); i++) {
            double names = i % columns == 0 ? namesPixels : 0;
            double left = area.getX() + namesPixels + i % columns * (width + COLUMN_GAP_PIXELS);
            double top = area.getY() + i / columns * (height + ROW_GAP_PIXELS);
            Panel panel = panels.get(i);
            graphics.setFont(Theme.VALUE);
            graphics.setPaint(Theme.INK);
            graphics.drawString(fitted(panel.title, Theme.VALUE, width), (float) left, (float) (top + TITLE_PIXELS - 12));
            panel.plot.draw(graphics, new Rectangle2D.Double(left - names, top + TITLE_PIXELS, width + names,
                    height - TITLE_PIXELS), anchor, parent, info == null ? null : new PlotRenderingInfo(info.getOwner()));
        }
    }
}
