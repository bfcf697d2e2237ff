package firesale.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.ui.Layer;
import org.jfree.ui.RectangleEdge;
import org.jfree.ui.RectangleInsets;
import org.jfree.ui.TextAnchor;

/** The discount over its two ratios: ready racks to supply, and funds to the value of supply. */
final class PhaseChart {

    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    private static final double RADIUS = 11;
    private static final Stroke OUTLINE = new BasicStroke(1.4f);
    private static final double MARGIN = 1.35;
    private static final double SCALE_STEP = 0.05;
    /** About the size of the area of points, for placing labels. */
    private static final double AREA_WIDTH = 1110;
    private static final double AREA_HEIGHT = 530;

    private static final double LINE_PIXELS = 4;
    private static final double FAR = 1e5;

    private PhaseChart() {
    }

    /** The chart of a grid. */
    static JFreeChart of(Caption caption, PhaseGrid grid) {
        RatioAxis racks = axis("Ready racks / supply", grid, PhaseGrid.Point::racks);
        RatioAxis funds = axis("Buyers' funds / value of supply", grid, PhaseGrid.Point::funds);
        XYPlot plot = Theme.plot(null, racks, funds, null);
        mark(plot);
        ColourScale scale = scale(grid);
        boolean anyHollow = false;
        for (PhaseGrid.Point point : grid.points()) {
            dot(plot, point, point.sold() ? scale.colour(point.discount()) : Color.WHITE);
            anyHollow |= !point.sold();
        }
        List<PhaseGrid.Point> unlabelled = label(plot, grid, racks, funds);
        Legend legend = new Legend().dotAlone("Price discount to FMV", scale.colour((scale.low() + scale.high()) / 2), circle());
        if (anyHollow) {
            legend.dotAlone("Nothing sold", Color.WHITE, circle());
        }
        legend.line("As much as is needed: ratio 1", Theme.BLACK, Theme.DASHED);
        JFreeChart chart = caption.chart("How the discount depends on room and on money",
                "points at their measured ratios" + note(grid, unlabelled.size()), legend, plot);
        chart.addSubtitle(bar(scale));
        return chart;
    }

    private static String note(PhaseGrid grid, int unlabelled) {
        return (unlabelled == 0 ? "" : "; " + unlabelled + " without a label for want of room")
                + (grid.undrawn() == 0 ? "" : "; " + grid.undrawn() + " without a ratio are not drawn");
    }

    /** Covers the points and the ratio 1. */
    private static RatioAxis axis(String label, PhaseGrid grid, ToDoubleFunction<PhaseGrid.Point> ratio) {
        return new RatioAxis(label, Math.min(1, grid.least(ratio)) / MARGIN, Math.max(1, grid.most(ratio)) * MARGIN);
    }

    private static ColourScale scale(PhaseGrid grid) {
        double low = grid.points().stream().filter(PhaseGrid.Point::sold).mapToDouble(PhaseGrid.Point::discount).min().orElse(0);
        double high = grid.points().stream().filter(PhaseGrid.Point::sold).mapToDouble(PhaseGrid.Point::discount).max().orElse(1);
        double from = Math.floor(low / SCALE_STEP + 1e-9) * SCALE_STEP;
        return new ColourScale(from, Math.max(from + SCALE_STEP, Math.ceil(high / SCALE_STEP - 1e-9) * SCALE_STEP));
    }

    private static void mark(XYPlot plot) {
        ValueMarker racks = new ValueMarker(0, Theme.BLACK, Theme.DASHED);
        ValueMarker funds = new ValueMarker(0, Theme.BLACK, Theme.DASHED);
        racks.setAlpha(1);
        funds.setAlpha(1);
        plot.addDomainMarker(racks, Layer.BACKGROUND);
        plot.addRangeMarker(funds, Layer.BACKGROUND);
    }

    private static Shape circle() {
        return new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    private static void dot(XYPlot plot, PhaseGrid.Point point, Color fill) {
        XYSeries series = new XYSeries("point");
        series.add(RatioAxis.place(point.racks()), RatioAxis.place(point.funds()));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, circle());
        renderer.setUseFillPaint(true);
        renderer.setSeriesFillPaint(0, fill);
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesOutlinePaint(0, Theme.INK);
        renderer.setSeriesOutlineStroke(0, OUTLINE);
        Theme.add(plot, new XYSeriesCollection(series), renderer);
        Tip.dot(plot, RatioAxis.place(point.racks()), RatioAxis.place(point.funds()), RADIUS, point.id() + ": "
                + (point.sold() ? "discount " + Formats.percentWithDecimal(point.discount()) : "nothing sold")
                + String.format(Locale.ROOT, ", racks %.3g and funds %.3g times supply", point.racks(), point.funds()));
    }

    /** Labels where they cover no point and no other label; the points for which there was no such place. */
    private static List<PhaseGrid.Point> label(XYPlot plot, PhaseGrid grid, RatioAxis racks, RatioAxis funds) {
        double xPixels = AREA_WIDTH / racks.getRange().getLength();
        double yPixels = AREA_HEIGHT / funds.getRange().getLength();
        List<Rectangle2D> taken = new ArrayList<>();
        for (PhaseGrid.Point point : grid.points()) {
            Point2D at = new Point2D.Double(RatioAxis.place(point.racks()) * xPixels, -RatioAxis.place(point.funds()) * yPixels);
            taken.add(new Rectangle2D.Double(at.getX() - RADIUS, at.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS));
        }
        taken.add(new Rectangle2D.Double(-LINE_PIXELS / 2, -FAR, LINE_PIXELS, 2 * FAR));
        taken.add(new Rectangle2D.Double(-FAR, -LINE_PIXELS / 2, 2 * FAR, LINE_PIXELS));
        Rectangle2D area = new Rectangle2D.Double(racks.getLowerBound() * xPixels, -funds.getUpperBound() * yPixels, AREA_WIDTH,
                AREA_HEIGHT);
        List<PhaseGrid.Point> unlabelled = new ArrayList<>();
        for (int p = 0; p < grid.points().size(); p++) {
            PhaseGrid.Point point = grid.points().get(p);
            if (point.sold() && !label(plot, Formats.roundPercent(point.discount()), taken.get(p), taken, area, xPixels,
                    yPixels)) {
                unlabelled.add(point);
            }
        }
        return unlabelled;
    }

    private static boolean label(XYPlot plot, String text, Rectangle2D dot, List<Rectangle2D> taken, Rectangle2D area,
            double xPixels, double yPixels) {
        double width = Panels.pixels(text, LABEL) + 4;
        double height = 20;
        double beside = RADIUS + width / 2 + 1;
        double above = RADIUS + height / 2 + 1;
        double aside = beside - 0.3 * RADIUS;
        double over = above - 0.3 * RADIUS;
        double[][] shifts = {{beside, 0}, {0, -above}, {0, above}, {-beside, 0}, {aside, -over}, {aside, over},
                {-aside, -over}, {-aside, over}};
        for (double[] shift : shifts) {
            double x = dot.getCenterX() + shift[0];
            double y = dot.getCenterY() + shift[1];
            Rectangle2D box = new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
            if (area.contains(box) && taken.stream().noneMatch(other -> other != dot && box.intersects(other))) {
                taken.add(box);
                XYTextAnnotation label = new XYTextAnnotation(text, x / xPixels, -y / yPixels);
                label.setFont(LABEL);
                label.setPaint(Theme.INK);
                label.setTextAnchor(TextAnchor.CENTER);
                plot.addAnnotation(label);
                return true;
            }
        }
        return false;
    }

    private static PaintScaleLegend bar(ColourScale scale) {
        NumberAxis axis = Theme.axis("Price discount to FMV", Formats.of(Formats::percent));
        PaintScaleLegend bar = new PaintScaleLegend(scale, axis);
        bar.setPosition(RectangleEdge.RIGHT);
        bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        bar.setStripWidth(22);
        bar.setSubdivisionCount(120);
        bar.setBackgroundPaint(Color.WHITE);
        bar.setMargin(new RectangleInsets(12, 20, 62, 0));
        return bar;
    }
}
