package firesale.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.text.NumberFormat;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.ui.RectangleInsets;

/** How all charts look: white, with a muted grid, and the colours of Okabe and Ito, which colour-blind people tell apart. */
final class Theme {

    /** Letters that other programs draw about as wide, for SVG. */
    static final String SVG_FONTS = "DejaVu Sans, Verdana, sans-serif";

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 27);
    static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
    static final Font VALUE = new Font(Font.SANS_SERIF, Font.BOLD, 17);

    static final Color INK = Palette.INK;
    static final Color FAINT_INK = Palette.FAINT_INK;
    static final Color GRID = Palette.GRID;
    static final Color AXIS = Palette.AXIS;

    static final Color BLACK = Palette.BLACK;
    static final Color ORANGE = Palette.ORANGE;
    static final Color SKY = Palette.SKY;
    static final Color GREEN = Palette.GREEN;
    static final Color BLUE = Palette.BLUE;
    static final Color VERMILION = Palette.VERMILION;
    static final Color PURPLE = Palette.PURPLE;

    /** The squeeze, behind everything. */
    static final Color SQUEEZE = Palette.SQUEEZE;

    /** The weeks after it in which conditions ease. */
    static final Color EASING = Palette.EASING;

    static final Stroke THICK = new BasicStroke(3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke THIN = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke DASHED = dashed(9, 7);
    static final Stroke DOTTED = dashed(1.5f, 7);

    private static final Stroke HAIRLINE = new BasicStroke(1);

    private Theme() {
    }

    private static Stroke dashed(float on, float off) {
        return new BasicStroke(3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, new float[] {on, off}, 0);
    }

    /** An axis with a label and labelled ticks. */
    static NumberAxis axis(String label, NumberFormat format) {
        NumberAxis axis = style(new NumberAxis(label));
        axis.setNumberFormatOverride(format);
        return axis;
    }

    /** An axis whose ticks stand a given step apart. */
    static NumberAxis axis(String label, NumberFormat format, double low, double high, double step) {
        NumberAxis axis = axis(label, format);
        axis.setRange(low, high);
        axis.setTickUnit(new NumberTickUnit(step));
        return axis;
    }

    /** Gives an axis its fonts and colours. */
    static <A extends ValueAxis> A style(A axis) {
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(INK);
        axis.setTickLabelFont(TICK);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(AXIS);
        axis.setTickMarkPaint(AXIS);
        axis.setTickLabelInsets(new RectangleInsets(4, 6, 4, 6));
        axis.setLabelInsets(new RectangleInsets(6, 6, 6, 6));
        return axis;
    }

    /** A plot without frame, on white. */
    static XYPlot plot(XYDataset data, ValueAxis domain, ValueAxis range, XYItemRenderer renderer) {
        XYPlot plot = new XYPlot(data, domain, range, renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }

    /** Flat bars of one colour. */
    static XYBarRenderer bars(Color colour) {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setUseYInterval(true);
        renderer.setSeriesPaint(0, colour);
        return renderer;
    }

    /** Lays bars over a plot as another dataset. */
    static void addBars(XYPlot plot, IntervalXYDataset data, Color colour) {
        add(plot, data, bars(colour));
    }

    /** Lays data over a plot. The first data take the first place: a plot without any there draws no grid. */
    static void add(XYPlot plot, XYDataset data, XYItemRenderer renderer) {
        int index = plot.getDataset(0) == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }
}
