package firesale.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.ui.Layer;
import org.jfree.ui.RectangleInsets;
import org.jfree.ui.TextAnchor;

/** A panel of lying bars in named rows, with labels and whiskers. Places are shares of FMV, from left to right. */
final class RowBars {

    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
    static final Font TOTAL = new Font(Font.SANS_SERIF, Font.BOLD, 16);
    private static final double HALF_BAR = 0.36;
    private static final double GAP_PIXELS = 6;
    private static final double HALF_MARK_PIXELS = 2.5;
    private static final Stroke LINK = new BasicStroke(1.2f);
    private static final Color LINK_COLOUR = new Color(0x7A7A7A);

    private final XYPlot plot;
    private final double perPixel;
    private final XYIntervalSeries whiskers = new XYIntervalSeries("95 % intervals");

    /**
     * An empty panel.
     *
     * @param names  of the rows, from the top
     * @param scale  the axis of shares
     * @param pixels width of the panel
     */
    RowBars(List<String> names, NumberAxis scale, double pixels) {
        SymbolAxis rows = Names.axis(names);
        rows.setInverted(true);
        plot = Theme.plot(null, rows, scale, null);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setDomainGridlinesVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.addRangeMarker(new ValueMarker(0, Theme.AXIS, LINK), Layer.BACKGROUND);
        perPixel = scale.getRange().getLength() / pixels;
    }

    /** Places a bar. */
    void bar(int row, double from, double to, Color colour) {
        XYIntervalSeriesCollection bars = Series.bars();
        Series.bar(bars, row - HALF_BAR, row + HALF_BAR, from, to);
        Theme.addBars(plot, bars, colour);
    }

    /** Says a row's values wherever a pointer is in it. */
    void tip(int row, String text) {
        Tip.column(plot, row - 0.5, row + 0.5, text);
    }

    /** Cuts a bar that ends beyond the scale: two slanted slits before its end. */
    void cut(int row, double end) {
        for (int pixels = 26; pixels >= 16; pixels -= 10) {
            double left = end - pixels * perPixel;
            double slant = 6 * perPixel;
            double width = 4 * perPixel;
            double half = HALF_BAR + 0.04;
            plot.addAnnotation(new XYPolygonAnnotation(new double[] {row + half, left, row + half, left + width, row - half,
                    left + slant + width, row - half, left + slant}, null, null, Color.WHITE));
        }
    }

    /** Joins a bar's end to the bar below. */
    void link(int upperRow, double at) {
        plot.addAnnotation(new XYLineAnnotation(upperRow + HALF_BAR, at, upperRow + 1 - HALF_BAR, at, LINK, LINK_COLOUR));
    }

    /** An interval, if it has ends. */
    void whisker(int row, Interval interval) {
        if (interval.hasEnds()) {
            whiskers.add(row, row, row, interval.mean(), interval.low(), interval.high());
        }
    }

    /** A mark without a bar; its label stands beyond {@link #besideMark}. */
    void mark(int row, double at) {
        double half = HALF_MARK_PIXELS * perPixel;
        plot.addAnnotation(new XYPolygonAnnotation(new double[] {row - HALF_BAR, at - half, row - HALF_BAR, at + half,
                row + HALF_BAR, at + half, row + HALF_BAR, at - half}, null, null, Theme.PURPLE));
    }

    /** The right end of a mark. */
    double besideMark(double at) {
        return at + HALF_MARK_PIXELS * perPixel;
    }

    /** A text right of a place. */
    void right(int row, double at, String text, Font font) {
        text(row, at + GAP_PIXELS * perPixel, text, font, TextAnchor.CENTER_LEFT);
    }

    /** A text left of a place. */
    void left(int row, double at, String text, Font font) {
        text(row, at - GAP_PIXELS * perPixel, text, font, TextAnchor.CENTER_RIGHT);
    }

    private void text(int row, double at, String text, Font font, TextAnchor anchor) {
        XYTextAnnotation label = new XYTextAnnotation(text, row, at);
        label.setFont(font);
        label.setPaint(Theme.INK);
        label.setTextAnchor(anchor);
        plot.addAnnotation(label);
    }

    /** The finished panel, whiskers over bars. */
    XYPlot plot() {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(whiskers);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setBaseShapesVisible(false);
        renderer.setCapLength(8);
        renderer.setErrorStroke(Theme.THIN);
        renderer.setErrorPaint(Theme.INK);
        Theme.add(plot, data, renderer);
        return plot;
    }

    /** What a mark looks like in a legend. */
    static Shape markShape() {
        return new Rectangle2D.Double(-HALF_MARK_PIXELS, -9, 2 * HALF_MARK_PIXELS, 18);
    }

    /** Width that a label and its gap take, pixels. */
    static double room(String text) {
        return Panels.pixels(text, TOTAL) + 2 * GAP_PIXELS;
    }

    /** Width of the names of rows with their gap, pixels. */
    static int namesPixels(List<String> names) {
        return (int) Math.ceil(names.stream().mapToDouble(name -> Panels.pixels(name, Theme.TICK)).max().orElse(0)) + 20;
    }
}
