package firesale.gui.charts;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;

/** Lines, dots and stems by week. */
final class SizedDots extends XYLineAndShapeRenderer {

    private static final long serialVersionUID = 1L;
    private static final double LEAST_RADIUS = 2.2;
    private static final double MOST_RADIUS = 6;

    private final transient List<Line> lines;
    private transient List<ChartWeek> weeks = List.of();
    private long mostSold;

    SizedDots(List<Line> lines) {
        super(true, false);
        this.lines = List.copyOf(lines);
        setDrawSeriesLineAsPath(true);
        for (int series = 0; series < lines.size(); series++) {
            ChartStyle.style(this, series, lines.get(series));
        }
        setUseOutlinePaint(true);
        setDrawOutlines(true);
    }

    /** The weeks that are drawn, and the most GPUs sold in one of them. */
    void weeks(List<ChartWeek> drawn, long most) {
        weeks = drawn;
        mostSold = most;
    }

    @Override
    public Shape getItemShape(int series, int item) {
        if (lines.get(series).style() != Line.Style.SIZED_DOTS) {
            return super.getItemShape(series, item);
        }
        double radius = radius(week(getPlot().getDataset(getPlot().getIndexOf(this)), series, item).soldGpus(), mostSold);
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private ChartWeek week(XYDataset data, int series, int item) {
        return weeks.get(data.getX(series, item).intValue());
    }

    @Override
    public void drawItem(Graphics2D graphics, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info, XYPlot plot,
            ValueAxis domain, ValueAxis range, XYDataset data, int series, int item, CrosshairState crosshair, int pass) {
        double value = data.getYValue(series, item);
        if (lines.get(series).style() == Line.Style.STEMS && isLinePass(pass) && !Double.isNaN(value)) {
            double x = domain.valueToJava2D(data.getXValue(series, item), area, plot.getDomainAxisEdge());
            double price = week(data, series, item).priceUsd();
            graphics.setPaint(lines.get(series).colour());
            graphics.setStroke(ChartStyle.stroke(Line.Style.STEMS));
            graphics.draw(new Line2D.Double(x, range.valueToJava2D(value, area, plot.getRangeAxisEdge()), x,
                    range.valueToJava2D(price, area, plot.getRangeAxisEdge())));
        }
        super.drawItem(graphics, state, area, info, plot, domain, range, data, series, item, crosshair, pass);
    }

    /** Radius of a dot, pixels. */
    static double radius(long sold, long most) {
        return LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt((double) sold / Math.max(1, most));
    }
}
