package firesale.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.ui.Layer;
import org.jfree.ui.TextAnchor;

/** How much a market takes at which discount, and how much longer marketing raises the price. */
final class DepthChart {

    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    /** Height of a label, about the size of a panel and its axis, and steps in which a label looks for a free place. */
    private static final double LABEL_PIXELS = 21;
    private static final double AREA_HEIGHT = 570;
    private static final double LABEL_GAP_PIXELS = 7;
    private static final double AXIS_PIXELS = 95;
    private static final int MOST_TRIES = 60;
    private static final double TRY = 0.25;
    private static final double LABEL_ROOM = 1.26;
    private static final double BILLION = 1e9;
    private static final double DOT = 9;
    private static final double LEAST_HEIGHT = 0.1;
    /** By which factor the axis of amounts is longer than the curves, for their names. */
    private static final double LOG_LABEL_ROOM = 12;
    private static final List<Color> COLOURS = List.of(Theme.VERMILION, Theme.ORANGE, Theme.GREEN, Theme.BLUE, Theme.PURPLE,
            Theme.BLACK);
    private static final List<Stroke> STROKES = List.of(stroke(), stroke(11, 6), stroke(3, 6), stroke(14, 6, 3, 6));

    private DepthChart() {
    }

    /** A curve as points that are there; the label stands at its right end. */
    private record Curve(String label, List<double[]> points) {

        double[] last() {
            return points.get(points.size() - 1);
        }
    }

    /**
     * The chart of something to draw. Curves are named at their ends, so that there is no legend.
     *
     * @param note what lines and bands are, in words
     */
    static JFreeChart of(Caption caption, MarketDepth depth, String note) {
        List<Panels.Panel> panels = new ArrayList<>();
        boolean both = !depth.horizons().isEmpty() && !depth.lots().isEmpty();
        double areaPixels = Panels.barsPixels(both ? 2 : 1, 0) - AXIS_PIXELS;
        if (!depth.horizons().isEmpty()) {
            panels.add(new Panels.Panel("Market depth: discount by amount sold", depth(depth.horizons(), areaPixels)));
        }
        if (!depth.lots().isEmpty()) {
            panels.add(new Panels.Panel("Time to sell: price by weeks on the market", timeToSell(depth.lots(), areaPixels)));
        }
        return caption.chart("How much the market takes, how fast and at what discount", note, new Legend(),
                new Panels(panels, panels.size(), 0));
    }

    private static XYPlot depth(List<MarketDepth.Horizon> horizons, double areaPixels) {
        double most = amounts(horizons).max().orElse(1);
        double least = amounts(horizons).min().orElse(most / 10);
        DoubleStream.Builder heights = DoubleStream.builder();
        XYPlot plot = Theme.plot(null, new RatioAxis("Sold, worth at OLV, USD bn", least, most * LOG_LABEL_ROOM), null, null);
        for (MarketDepth.Horizon horizon : horizons) {
            Series.band(plot, horizon.points(), point -> point.soldUsd() > 0 && point.hasBand(), point -> place(point),
                    MarketDepth.Sold::low, MarketDepth.Sold::high, faint(colour(horizons.indexOf(horizon))));
            horizon.points().stream().filter(MarketDepth.Sold::hasBand)
                    .forEach(point -> heights.add(point.low()).add(point.high()));
        }
        List<Curve> curves = new ArrayList<>();
        for (MarketDepth.Horizon horizon : horizons) {
            curves.add(new Curve(horizon.weeks() == 1 ? "1 week" : horizon.weeks() + " weeks", horizon.points().stream()
                    .filter(point -> point.soldUsd() > 0 && !Double.isNaN(point.discount()))
                    .map(point -> new double[] {place(point), point.discount()}).toList()));
        }
        finish(plot, curves, heights, "Discount to OLV", areaPixels);
        for (MarketDepth.Horizon horizon : horizons) {
            horizon.points().stream().filter(point -> point.soldUsd() > 0).forEach(point -> Tip.dot(plot, place(point),
                    point.discount(), DOT, "Within " + (horizon.weeks() == 1 ? "1 week" : horizon.weeks() + " weeks") + ", "
                            + CapacityAxis.text(point.soldUsd()) + " at OLV: discount to OLV "
                            + Formats.percentWithDecimal(point.discount()) + (point.hasBand() ? " (middle 80 % of runs "
                                    + Formats.percentWithDecimal(point.low()) + " to "
                                    + Formats.percentWithDecimal(point.high()) + ")" : "")));
        }
        return plot;
    }

    private static DoubleStream amounts(List<MarketDepth.Horizon> horizons) {
        return horizons.stream().flatMap(horizon -> horizon.points().stream())
                .mapToDouble(point -> point.soldUsd() / BILLION).filter(sold -> sold > 0);
    }

    /** Amounts run over decades: from a lot of 64 to all machines of a default and more. */
    private static double place(MarketDepth.Sold point) {
        return RatioAxis.place(point.soldUsd() / BILLION);
    }

    private static XYPlot timeToSell(List<MarketDepth.Lot> lots, double areaPixels) {
        double most = lots.stream().flatMap(lot -> lot.points().stream()).mapToDouble(MarketDepth.Exposure::weeks)
                .filter(weeks -> weeks > 0).max().orElse(1);
        XYPlot plot = Theme.plot(null, amounts("Weeks of exposure", most), null, null);
        List<Curve> curves = new ArrayList<>();
        for (MarketDepth.Lot lot : lots) {
            curves.add(new Curve(lot.label(), lot.points().stream().filter(point -> !Double.isNaN(point.overOlv()))
                    .map(point -> new double[] {point.weeks(), point.overOlv()}).toList()));
        }
        finish(plot, curves, DoubleStream.builder().add(1), "Price / OLV (26 weeks)", areaPixels);
        for (MarketDepth.Lot lot : lots) {
            lot.points().forEach(point -> Tip.dot(plot, point.weeks(), point.overOlv(), DOT, lot.label() + ", "
                    + Formats.shortNumber(point.weeks()) + " weeks: price " + Formats.percentWithDecimal(point.overOlv())
                    + " of OLV"));
        }
        ValueMarker olv = new ValueMarker(1, Theme.AXIS, Theme.THIN);
        olv.setAlpha(1);
        plot.addRangeMarker(olv, Layer.BACKGROUND);
        return plot;
    }

    /** Draws the curves, the upright axis that holds them and zero, and their labels. */
    private static void finish(XYPlot plot, List<Curve> curves, DoubleStream.Builder heights, String label,
            double areaPixels) {
        for (Curve curve : curves) {
            line(plot, curve, curves.indexOf(curve));
            curve.points.forEach(point -> heights.add(point[1]));
        }
        double[] all = heights.build().toArray();
        double low = Math.min(0, DoubleStream.of(all).min().orElse(0));
        double high = Math.max(low + LEAST_HEIGHT, DoubleStream.of(all).max().orElse(1));
        double step = DoubleStream.of(0.02, 0.05, 0.1, 0.2, 0.5).filter(s -> (high - low) / s <= 9).findFirst().orElse(1);
        NumberAxis axis = Theme.axis(label, Formats.of(Formats::percent), Math.floor(low / step + 1e-9) * step,
                Math.ceil(high * 1.02 / step) * step, step);
        plot.setRangeAxis(axis);
        label(plot, curves, areaPixels / plot.getDomainAxis().getRange().getLength(), axis);
    }

    private static NumberAxis amounts(String label, double most) {
        double step = Math.pow(10, Math.floor(Math.log10(most)));
        double unit = DoubleStream.of(0.1, 0.2, 0.5, 1, 2, 5).map(s -> s * step).filter(s -> most / s <= 6).findFirst()
                .orElse(step);
        return Theme.axis(label, Formats.of(Formats::shortNumber), 0, most * LABEL_ROOM, unit);
    }

    private static void line(XYPlot plot, Curve curve, int index) {
        XYSeries series = new XYSeries(curve.label, false, true);
        curve.points.forEach(point -> series.add(point[0], point[1]));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, curve.points.size() < 2);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-5, -5, 10, 10));
        renderer.setSeriesPaint(0, colour(index));
        renderer.setSeriesStroke(0, STROKES.get(index % STROKES.size()));
        Theme.add(plot, new XYSeriesCollection(series), renderer);
    }

    /** Names at the curves' right ends, above or below one another where ends meet. */
    private static void label(XYPlot plot, List<Curve> curves, double pixelsPerUnit, NumberAxis upright) {
        double gap = upright.getRange().getLength() * LABEL_PIXELS / AREA_HEIGHT;
        List<double[]> taken = new ArrayList<>();
        List<Curve> upwards = curves.stream().filter(curve -> !curve.points.isEmpty())
                .sorted(Comparator.comparingDouble(curve -> curve.last()[1])).toList();
        for (Curve curve : upwards) {
            double left = curve.last()[0] + LABEL_GAP_PIXELS / pixelsPerUnit;
            double right = left + Panels.pixels(curve.label, LABEL) / pixelsPerUnit;
            double height = height(curve.last()[1], left, right, gap, upright, taken);
            taken.add(new double[] {left, right, height});
            XYTextAnnotation label = new XYTextAnnotation(curve.label, left, height);
            label.setFont(LABEL);
            label.setPaint(colour(curves.indexOf(curve)).darker());
            label.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(label);
        }
    }

    /** The nearest height to the wanted one at which a label covers no other; above is tried first. */
    private static double height(double wanted, double left, double right, double gap, NumberAxis upright, List<double[]> taken) {
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            double height = wanted + (tried + 1) / 2 * TRY * gap * (tried % 2 == 1 ? 1 : -1);
            boolean inside = height > upright.getLowerBound() + gap / 2 && height < upright.getUpperBound() - gap / 2;
            if (inside && taken.stream().noneMatch(label -> label[0] < right && left < label[1]
                    && Math.abs(label[2] - height) < gap)) {
                return height;
            }
        }
        return wanted;
    }

    private static Color colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    /** For bands, which lie over each other. */
    private static Color faint(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 45);
    }

    private static Stroke stroke(float... dashes) {
        return new BasicStroke(3.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes.length == 0 ? null : dashes, 0);
    }
}
