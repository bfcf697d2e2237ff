package firesale.report;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.ui.RectangleEdge;

/**
 * A place in a plot and the values that stand there, in words. It draws nothing: it is noted among the chart's entities, from
 * which {@link Titles} makes what a pointer or a screen reader finds in an SVG.
 */
final class Tip extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;

    /** What is smaller is hard to hit. */
    private static final double LEAST_PIXELS = 8;

    private final transient Rectangle2D at;
    private final double radius;
    private final String text;

    private Tip(Rectangle2D at, double radius, String text) {
        this.at = at;
        this.radius = radius;
        this.text = text;
    }

    /** Says the values of a dot; nothing if it has no place. */
    static void dot(XYPlot plot, double x, double y, double radiusPixels, String text) {
        add(plot, x, y, x, y, Math.max(LEAST_PIXELS, radiusPixels), text);
    }

    /** Says the values of a bar or any other area between two corners; nothing if one has no place. */
    static void box(XYPlot plot, double x, double y, double otherX, double otherY, String text) {
        add(plot, x, y, otherX, otherY, 0, text);
    }

    /** Says all values between two places on the lying axis, whatever their height. */
    static void column(XYPlot plot, double left, double right, String text) {
        add(plot, left, -Double.MAX_VALUE, right, Double.MAX_VALUE, 0, text);
    }

    /** Says all values between two places on the upright axis, however far to the right. */
    static void row(XYPlot plot, double low, double high, String text) {
        add(plot, -Double.MAX_VALUE, low, Double.MAX_VALUE, high, 0, text);
    }

    private static void add(XYPlot plot, double x, double y, double otherX, double otherY, double radius, String text) {
        if (Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(otherX) && Double.isFinite(otherY)) {
            // not width and height: the two corners of all of an axis are further apart than the largest number
            Rectangle2D corners = new Rectangle2D.Double(x, y, otherX, otherY);
            plot.addAnnotation(new Tip(corners, radius, text), false);
        }
    }

    /** An estimate as a tip says it: {@code 31.2 % (28.9 to 33.5 %), n 100}. */
    static String of(Interval estimate, DoubleFunction<String> format) {
        String text = format.apply(estimate.mean());
        if (estimate.hasEnds()) {
            text += " (95 % interval " + format.apply(estimate.low()) + " to " + format.apply(estimate.high()) + ")";
        }
        return estimate.n() > 0 ? text + ", n " + Formats.count(estimate.n()) : text;
    }

    /** The weeks of a bin: {@code Weeks 8 to 11}. */
    static String weeks(int first) {
        return "Weeks " + first + " to " + (first + Bins.WEEKS - 1);
    }

    @Override
    public void draw(Graphics2D graphics, XYPlot plot, Rectangle2D area, ValueAxis domain, ValueAxis range, int renderer,
            PlotRenderingInfo info) {
        if (info == null) {
            return;
        }
        boolean lying = plot.getOrientation() == PlotOrientation.VERTICAL;
        RectangleEdge domainEdge = Plot.resolveDomainAxisLocation(plot.getDomainAxisLocation(), plot.getOrientation());
        RectangleEdge rangeEdge = Plot.resolveRangeAxisLocation(plot.getRangeAxisLocation(), plot.getOrientation());
        double x = pixel(domain, at.getX(), area, domainEdge);
        double otherX = pixel(domain, at.getWidth(), area, domainEdge);
        double y = pixel(range, at.getY(), area, rangeEdge);
        double otherY = pixel(range, at.getHeight(), area, rangeEdge);
        Shape shape = lying ? shape(x, y, otherX, otherY, area) : shape(y, x, otherY, otherX, area);
        if (shape != null) {
            addEntity(info, shape, renderer, text, null);
        }
    }

    private static double pixel(ValueAxis axis, double value, Rectangle2D area, RectangleEdge edge) {
        double margin = axis.getRange().getLength();
        double near = Math.max(axis.getLowerBound() - margin, Math.min(axis.getUpperBound() + margin, value));
        return axis.valueToJava2D(near, area, edge);
    }

    private Shape shape(double x, double y, double otherX, double otherY, Rectangle2D area) {
        if (radius > 0) {
            boolean inside = x >= area.getMinX() - 1 && x <= area.getMaxX() + 1 && y >= area.getMinY() - 1
                    && y <= area.getMaxY() + 1;
            return inside ? new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius) : null;
        }
        Rectangle2D box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(x, y, otherX, otherY);
        Rectangle2D.intersect(box, area, box);
        if (box.getWidth() < 0 || box.getHeight() < 0) {
            return null;
        }
        double width = Math.max(box.getWidth(), LEAST_PIXELS);
        double height = Math.max(box.getHeight(), LEAST_PIXELS);
        return new Rectangle2D.Double(box.getCenterX() - width / 2, box.getCenterY() - height / 2, width, height);
    }
}
