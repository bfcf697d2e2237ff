package firesale.report;

import java.awt.Color;
import java.awt.Stroke;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Puts rows onto plots as lines, bands and bars. Each is laid over what is there. */
final class Series {

    private Series() {
    }

    /** A line that breaks where y is missing; a value between two gaps is a dot. */
    static <T> void line(XYPlot plot, List<T> rows, ToDoubleFunction<T> x, ToDoubleFunction<T> y, Color colour, Stroke stroke) {
        XYSeries series = new XYSeries("line");
        rows.forEach(row -> series.add(x.applyAsDouble(row), y.applyAsDouble(row)));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        Theme.add(plot, new XYSeriesCollection(series), renderer);
    }

    /** A band between two courses, in pieces where it is missing. */
    static <T> void band(XYPlot plot, List<T> rows, Predicate<T> present, ToDoubleFunction<T> x, ToDoubleFunction<T> low,
            ToDoubleFunction<T> high, Color colour) {
        YIntervalSeriesCollection pieces = new YIntervalSeriesCollection();
        YIntervalSeries piece = null;
        for (T row : rows) {
            if (!present.test(row)) {
                piece = null;
                continue;
            }
            if (piece == null) {
                piece = new YIntervalSeries(pieces.getSeriesCount());
                pieces.addSeries(piece);
            }
            double middle = (low.applyAsDouble(row) + high.applyAsDouble(row)) / 2;
            piece.add(x.applyAsDouble(row), middle, low.applyAsDouble(row), high.applyAsDouble(row));
        }
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setAlpha(1);
        for (int i = 0; i < pieces.getSeriesCount(); i++) {
            renderer.setSeriesFillPaint(i, colour);
        }
        Theme.add(plot, pieces, renderer);
    }

    /** Empty bars, to be filled by {@link #bar}. */
    static XYIntervalSeriesCollection bars() {
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        bars.addSeries(new XYIntervalSeries("bars"));
        return bars;
    }

    /** Adds a bar that stands from one height to another, unless it has none. */
    static void bar(XYIntervalSeriesCollection bars, double left, double right, double low, double high) {
        if (high != low) {
            bars.getSeries(0).add((left + right) / 2, left, right, high, Math.min(low, high), Math.max(low, high));
        }
    }
}
