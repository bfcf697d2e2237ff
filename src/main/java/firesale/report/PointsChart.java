package firesale.report;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Main measures of every design point, each with its interval. */
final class PointsChart {

    private static final double HALF_ROW = 0.4;

    private static Shape dot() {
        return new Ellipse2D.Double(-6, -6, 12, 12);
    }

    /** What is drawn of each point, a panel each. */
    private enum Measure {
        DISCOUNT("price_discount", "Price discount to FMV", Theme.VERMILION),
        SHORTFALL("shortfall", "Shortfall, seizure to cash", Theme.BLUE),
        RECOVERY("recovery", "Recovery of loans", Theme.GREEN);

        private final String column;
        private final String label;
        private final Color colour;

        Measure(String column, String label, Color colour) {
            this.column = column;
            this.label = label;
            this.colour = colour;
        }
    }

    private PointsChart() {
    }

    /** @param points the points to draw, in order from the top */
    static JFreeChart of(Caption caption, List<String> points, SummaryTable summary) {
        SymbolAxis names = Names.axis(points);
        names.setInverted(true);
        CombinedRangeXYPlot panels = new CombinedRangeXYPlot(names);
        panels.setGap(44);
        panels.setOrientation(PlotOrientation.VERTICAL);
        Legend legend = new Legend();
        for (Measure measure : Measure.values()) {
            panels.add(panel(measure, points, summary));
            legend.dot(measure.label, measure.colour, dot());
        }
        return caption.chart("Discount, shortfall and recovery at each design point",
                "dots: estimates over runs; lines: their 95 % intervals", legend, panels);
    }

    private static XYPlot panel(Measure measure, List<String> points, SummaryTable summary) {
        XYIntervalSeries dots = new XYIntervalSeries(measure.label);
        for (int p = 0; p < points.size(); p++) {
            Optional<Interval> estimate = summary.get(points.get(p), measure.column);
            if (estimate.isPresent()) {
                Interval interval = estimate.get();
                double low = interval.hasEnds() ? interval.low() : interval.mean();
                double high = interval.hasEnds() ? interval.high() : interval.mean();
                dots.add(interval.mean(), low, high, p, p, p);
            }
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(dots);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(Theme.THICK);
        renderer.setSeriesPaint(0, measure.colour);
        renderer.setSeriesShape(0, dot());
        NumberAxis axis = Theme.axis(measure.label, Formats.of(Formats::percent));
        axis.setAutoRangeIncludesZero(true);
        XYPlot plot = Theme.plot(data, axis, null, renderer);
        for (int p = 0; p < points.size(); p++) {
            int row = p;
            summary.get(points.get(p), measure.column).ifPresent(estimate -> Tip.box(plot,
                    estimate.hasEnds() ? estimate.low() : estimate.mean(), row - HALF_ROW,
                    estimate.hasEnds() ? estimate.high() : estimate.mean(), row + HALF_ROW,
                    points.get(row) + ": " + measure.label + " " + Tip.of(estimate, Formats::percentWithDecimal)));
        }
        return plot;
    }
}
