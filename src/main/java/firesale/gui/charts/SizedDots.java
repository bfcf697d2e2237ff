package firesale.gui.charts;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Lines and dots by week; dots of some series grow in area with the GPUs sold in the week. */
final class SizedDots extends XYLineAndShapeRenderer {

    private static final long serialVersionUID = 1L;
    private static final double LEAST_RADIUS = 2.5;
    private static final double MOST_RADIUS = 7.5;

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
        int week = getPlot().getDataset(getPlot().getIndexOf(this)).getX(series, item).intValue();
        double radius = radius(weeks.get(week).soldGpus(), mostSold);
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    /** Radius of a dot, pixels. */
    static double radius(long sold, long most) {
        return LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt((double) sold / Math.max(1, most));
    }
}
