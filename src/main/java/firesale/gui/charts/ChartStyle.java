package firesale.gui.charts;

import firesale.gui.view.Ink;
import firesale.gui.view.Regimes;
import firesale.report.Palette;
import firesale.world.Regime;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.ui.HorizontalAlignment;
import org.jfree.ui.RectangleEdge;
import org.jfree.ui.RectangleInsets;

/** How chart windows look. */
final class ChartStyle {

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    static final Font VALUE = new Font(Font.SANS_SERIF, Font.BOLD, 12);
    static final Stroke HAIRLINE = new BasicStroke(1);

    private ChartStyle() {
    }

    static <A extends Axis> A style(A axis) {
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(Palette.INK);
        axis.setTickLabelFont(TICK);
        axis.setTickLabelPaint(Palette.INK);
        axis.setAxisLinePaint(Palette.AXIS);
        axis.setTickMarkPaint(Palette.AXIS);
        axis.setLabelInsets(new RectangleInsets(2, 3, 2, 3));
        if (axis instanceof ValueAxis values) {
            values.setAutoRange(false);
        }
        return axis;
    }

    /** Gives a renderer's series the look of a line. */
    static void style(XYLineAndShapeRenderer renderer, int series, Line line) {
        renderer.setSeriesPaint(series, line.colour());
        renderer.setSeriesStroke(series, stroke(line.style()));
        renderer.setSeriesLinesVisible(series, !line.isShapes());
        renderer.setSeriesShapesVisible(series, line.isShapes());
        renderer.setSeriesShapesFilled(series, true);
        renderer.setSeriesShape(series, line.style() == Line.Style.STEMS ? new Rectangle2D.Double(-3, -0.75, 6, 1.5)
                : new Ellipse2D.Double(-3.5, -3.5, 7, 7));
        renderer.setSeriesOutlinePaint(series, line.style() == Line.Style.STEMS ? line.colour() : Color.WHITE);
        renderer.setLegendLine(new Line2D.Double(-14, 0, 14, 0));
    }

    static Stroke stroke(Line.Style style) {
        return switch (style) {
            case WIDE -> new BasicStroke(5, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
            case SOLID -> Ink.line(2.6);
            case THIN, SIZED_DOTS, STEMS -> Ink.line(1.4);
            case DASHED -> Ink.dashed(2.2f, 7, 4);
            case DOTTED -> Ink.dashed(2.2f, 2, 3.5f);
            case DASH_DOT -> Ink.dashed(2.2f, 9, 3.5f, 2, 3.5f);
        };
    }

    /** Puts a title and a legend, of the plot's lines and of the regimes, around a chart. */
    static void frame(JFreeChart chart, LegendItemSource... sources) {
        chart.setBackgroundPaint(Color.WHITE);
        chart.getTitle().setFont(TITLE);
        chart.getTitle().setPaint(Palette.INK);
        chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
        chart.getTitle().setPadding(6, 10, 2, 10);
        chart.removeLegend();
        LegendTitle legend = new LegendTitle(chart.getPlot());
        legend.setSources(sources);
        legend.setItemFont(LABEL);
        legend.setItemPaint(Palette.INK);
        legend.setFrame(BlockBorder.NONE);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setLegendItemGraphicPadding(new RectangleInsets(1, 6, 1, 3));
        legend.setPadding(0, 6, 4, 6);
        chart.addLegend(legend);
        chart.setPadding(new RectangleInsets(0, 0, 0, 6));
    }

    /** A square of a colour in a legend. */
    static LegendItem area(String name, Color colour) {
        LegendItem item = new LegendItem(name, null, null, null, new Rectangle2D.Double(-6, -5, 12, 10), colour, HAIRLINE,
                Palette.AXIS);
        item.setLabelFont(LABEL);
        return item;
    }

    /** The grounds of the regimes as a legend has them. */
    static LegendItemSource regimes() {
        LegendItemCollection items = new LegendItemCollection();
        for (Regime regime : List.of(Regime.SQUEEZE, Regime.EASING)) {
            items.add(area(Regimes.word(regime), Regimes.ground(regime)));
        }
        return () -> items;
    }
}
