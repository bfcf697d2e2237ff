package firesale.report;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.ui.RectangleInsets;

/** What drives each measure, a panel each: parameters in rows, two indices of each with their intervals. */
final class SensitivityChart {

    /** More parameters would be too many to read; the first ones are drawn. */
    static final int MOST = 40;

    private static final int ROW_PIXELS = 38;
    private static final int LEAST_ROWS = 4;
    private static final int AROUND_PIXELS = 200;
    private static final int LONGEST = 34;
    /** How far the two indices of a row stand from its middle. */
    private static final double APART = 0.17;
    private static final double HALF_BAR = 0.34;
    private static final double MARGIN = 0.04;
    private static final double DOT = 6;

    private final SensitivityTable table;
    private final List<String> keys;
    private final List<String> measures;

    private SensitivityChart(SensitivityTable table) {
        this.table = table;
        this.keys = table.keys().subList(0, Math.min(MOST, table.keys().size()));
        this.measures = table.measures();
    }

    /** The picture of a table in which some measure varies. */
    static Picture of(Caption caption, SensitivityTable table) {
        return new SensitivityChart(table).picture(caption);
    }

    private static Shape dot() {
        return new Ellipse2D.Double(-5.5, -5.5, 11, 11);
    }

    private static Shape diamond() {
        Path2D shape = new Path2D.Double();
        shape.moveTo(0, -6.5);
        shape.lineTo(6.5, 0);
        shape.lineTo(0, 6.5);
        shape.lineTo(-6.5, 0);
        shape.closePath();
        return shape;
    }

    private Picture picture(Caption caption) {
        int columns = Panels.columns(measures.size());
        int panelRows = (measures.size() + columns - 1) / columns;
        List<String> names = keys.stream().map(SensitivityChart::cut).toList();
        List<Panels.Panel> panels = new ArrayList<>();
        for (String measure : measures) {
            panels.add(new Panels.Panel(measure, panel(measure, names)));
        }
        int height = AROUND_PIXELS + panelRows * (Panels.TITLE_PIXELS + Panels.TICKS_PIXELS + 14
                + Math.max(LEAST_ROWS, keys.size()) * ROW_PIXELS);
        Panels all = new Panels(panels, columns, RowBars.namesPixels(names));
        String ranked = "ranked by the first panel; lines: 95 % intervals";
        return new Picture(table.isMorris()
                ? caption.chart("Which parameters move the outcome", "over a parameter's whole range; " + ranked,
                        new Legend().dot("Mean size of effects (mu*)", Theme.BLUE, dot())
                                .dot("Their standard deviation (sigma)", Theme.ORANGE, diamond())
                                .area("Mean effect with its sign (mu)", Palette.light(Theme.SKY)), all)
                : caption.chart("Which parameters drive the outcome", "shares of the variance; " + ranked,
                        new Legend().dot("Total order: with interactions", Theme.BLUE, dot())
                                .dot("First order: alone", Theme.ORANGE, diamond()), all), Picture.WIDTH, height);
    }

    /** A long key loses its first groups. */
    static String cut(String key) {
        String cut = key;
        while (cut.length() > LONGEST && cut.indexOf('.') >= 0) {
            cut = cut.substring(cut.indexOf('.') + 1);
        }
        return cut.length() == key.length() ? key : "\u2026" + cut;
    }

    private XYPlot panel(String measure, List<String> names) {
        SymbolAxis rows = Names.axis(names);
        rows.setInverted(true);
        XYPlot plot = Theme.plot(null, rows, scale(measure), null);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Theme.AXIS);
        if (table.isMorris()) {
            XYIntervalSeriesCollection bars = Series.bars();
            for (int row = 0; row < keys.size(); row++) {
                Optional<Interval> mu = table.get(measure, keys.get(row), "mu");
                if (mu.isPresent()) {
                    double to = mu.get().mean();
                    Series.bar(bars, row - HALF_BAR, row + HALF_BAR, Math.min(0, to), Math.max(0, to));
                }
            }
            Theme.addBars(plot, bars, Palette.light(Theme.SKY));
        }
        dots(plot, measure, second(), APART, Theme.ORANGE, diamond());
        dots(plot, measure, table.main(), -APART, Theme.BLUE, dot());
        return plot;
    }

    private String second() {
        return table.isMorris() ? "sigma" : "first-order";
    }

    private void dots(XYPlot plot, String measure, String index, double aside, Color colour, Shape shape) {
        XYIntervalSeries series = new XYIntervalSeries(index);
        for (int row = 0; row < keys.size(); row++) {
            Optional<Interval> found = table.get(measure, keys.get(row), index);
            if (found.isPresent()) {
                double at = row + aside;
                Interval interval = found.get();
                series.add(at, at, at, interval.mean(), interval.hasEnds() ? interval.low() : interval.mean(),
                        interval.hasEnds() ? interval.high() : interval.mean());
            }
        }
        String unit = table.unit(measure);
        for (int row = 0; row < keys.size(); row++) {
            int at = row;
            table.get(measure, keys.get(row), index).ifPresent(found -> Tip.dot(plot, at + aside, found.mean(), DOT, keys.get(at) + ": "
                    + index + " of " + measure + " " + Tip.of(found, value -> table.isMorris() ? Formats.inUnit(value, unit)
                    : String.format(Locale.ROOT, "%.3f", value))));
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(Theme.THICK);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesShape(0, shape);
        Theme.add(plot, data, renderer);
    }

    private NumberAxis scale(String measure) {
        Range range = new Range(0, 0);
        for (String each : table.isMorris() ? List.of(measure) : measures) {
            range = around(range, each);
        }
        double margin = MARGIN * Math.max(range.getLength(), table.isMorris() ? 1e-9 : 0.1);
        String unit = table.unit(measure);
        NumberAxis axis = Theme.axis(null, Formats.of(value -> table.isMorris() ? Formats.inUnit(value, unit)
                : String.format(Locale.ROOT, "%.1f", value).replaceFirst("^-0\\.0$", "0.0").replace('-', '\u2212')));
        axis.setRange(range.getLowerBound() - margin, range.getUpperBound() + margin);
        return axis;
    }

    /** A range that also holds all indices of a measure. */
    private Range around(Range range, String measure) {
        Range wider = range;
        List<String> drawn = table.isMorris() ? List.of(table.main(), second(), "mu") : List.of(table.main(), second());
        for (String key : keys) {
            for (String index : drawn) {
                Optional<Interval> found = table.get(measure, key, index);
                if (found.isPresent()) {
                    wider = Range.expandToInclude(wider, found.get().mean());
                    if (found.get().hasEnds() && !index.equals("mu")) {
                        wider = Range.expandToInclude(Range.expandToInclude(wider, found.get().low()), found.get().high());
                    }
                }
            }
        }
        return wider;
    }
}
