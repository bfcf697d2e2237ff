package firesale.gui.charts;

import firesale.gui.view.Moment;
import firesale.gui.view.Regimes;
import firesale.report.Palette;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.ui.Layer;
import org.jfree.ui.RectangleInsets;
import sim.util.media.chart.TimeSeriesAttributes;
import sim.util.media.chart.TimeSeriesChartGenerator;

/** MASON's chart of series by week, with the regime behind. A run that goes on costs what is added; another one is drawn anew. */
final class RunChart extends TimeSeriesChartGenerator implements Drawing {

    private static final long serialVersionUID = 1L;
    private static final int WEEKS_A_YEAR = 52;
    private static final String BEFORE = "Nothing to show yet. Press play.";

    private final transient ChartPlan plan;
    private final transient List<Side> sides = new ArrayList<>();
    /** What is drawn; null as long as nothing is. */
    private transient History drawn;
    private transient List<RegimeSpans.Span> spans = List.of();
    private long mostSold;
    private int lastWeek;

    RunChart(ChartPlan plan) {
        this.plan = plan;
        setTitle(plan.title());
        XYPlot plot = chart.getXYPlot();
        setXAxisLabel("week of the run");
        setYAxisLabel(plan.left().label());
        ChartStyle.style(plot.getDomainAxis());
        sides.add(new Side(plan, false, (NumberAxis) plot.getRangeAxis()));
        plot.setRenderer(0, sides.get(0).renderer);
        for (int series = 0; series < sides.get(0).lines.size(); series++) {
            TimeSeriesAttributes attributes = (TimeSeriesAttributes) addSeries(sides.get(0).series.get(series), null);
            say(attributes, sides.get(0).lines.get(series));
            ChartStyle.style(sides.get(0).renderer, series, sides.get(0).lines.get(series));
        }
        plan.right().ifPresent(scale -> addRight(plot, scale));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setRangeGridlineStroke(ChartStyle.HAIRLINE);
        plot.setRangeGridlinesVisible(true);
        plot.setOutlinePaint(Palette.AXIS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setNoDataMessage(BEFORE);
        plot.setNoDataMessageFont(ChartStyle.LABEL);
        plot.setNoDataMessagePaint(Palette.FAINT_INK);
        ChartStyle.frame(chart, plot, ChartStyle.regimes());
    }

    private void addRight(XYPlot plot, Scale scale) {
        NumberAxis axis = new NumberAxis(scale.label());
        Side right = new Side(plan, true, axis);
        XYSeriesCollection data = new XYSeriesCollection();
        right.series.forEach(data::addSeries);
        plot.setRangeAxis(1, axis);
        plot.setDataset(1, data);
        plot.mapDatasetToRangeAxis(1, 1);
        plot.setRenderer(1, right.renderer);
        sides.add(right);
    }

    /** Tells MASON's panel how a line looks, so that it shows so there. */
    private static void say(TimeSeriesAttributes attributes, Line line) {
        attributes.setStrokeColor(line.colour());
        attributes.setThickness(line.style() == Line.Style.WIDE ? 5 : line.style() == Line.Style.THIN ? 1.4 : 2.2);
        attributes.setDashPattern(switch (line.style()) {
            case DASHED -> TimeSeriesAttributes.PATTERN_DASH;
            case DOTTED -> TimeSeriesAttributes.PATTERN_DOT;
            case DASH_DOT -> TimeSeriesAttributes.PATTERN_DASH_DOT;
            default -> TimeSeriesAttributes.PATTERN_SOLID;
        });
    }

    @Override
    public void draw(History history) {
        if (history == drawn) {
            return;
        }
        chart.setNotify(false);
        boolean goesOn = history.continues(drawn);
        int from = goesOn ? drawn.weeks().size() : 0;
        if (!goesOn) {
            sides.forEach(Side::clear);
            mostSold = 0;
            beginAxis(history);
        }
        for (int w = from; w < history.weeks().size(); w++) {
            ChartWeek week = history.weeks().get(w);
            mostSold = Math.max(mostSold, week.soldGpus());
            sides.forEach(side -> side.add(week));
        }
        sides.forEach(side -> side.shown(history.weeks(), mostSold));
        fitWeeks(history);
        shade(RegimeSpans.of(history.weeks()));
        chart.getXYPlot().setNoDataMessage(plan.whenEmpty().apply(history));
        drawn = history;
        chart.setNotify(true);
    }

    private void beginAxis(History history) {
        setXAxisLabel("week of the run, from " + Moment.date(history.start()));
        sides.forEach(side -> side.tips(history));
        lastWeek = 0;
    }

    /** Changes the axis once a year only. */
    private void fitWeeks(History history) {
        NumberAxis axis = (NumberAxis) chart.getXYPlot().getDomainAxis();
        int last = lastWeek(history.weeks().size(), history.horizonWeeks());
        if (last != lastWeek) {
            lastWeek = last;
            axis.setRange(0, last);
            axis.setTickUnit(new NumberTickUnit(last > 104 ? 26 : last > 52 ? 13 : last > 12 ? 4 : 1));
        }
    }

    /** Where the axis of weeks ends: with the year that is under way, but not after the run. */
    static int lastWeek(int weeks, int horizonWeeks) {
        int years = weeks / WEEKS_A_YEAR + 1;
        return Math.max(1, Math.min(years * WEEKS_A_YEAR, horizonWeeks));
    }

    private void shade(List<RegimeSpans.Span> now) {
        if (now.equals(spans)) {
            return;
        }
        XYPlot plot = chart.getXYPlot();
        plot.clearDomainMarkers();
        for (RegimeSpans.Span span : now) {
            Color ground = Regimes.ground(span.regime());
            IntervalMarker marker = new IntervalMarker(span.first(), span.last() + 1, ground);
            marker.setAlpha(1);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }
        spans = now;
    }

    /** Lines against one of the axes. */
    private static final class Side {

        private final Scale scale;
        private final List<Line> lines;
        private final List<XYSeries> series = new ArrayList<>();
        private final NumberAxis axis;
        private final SizedDots renderer;
        private double lowest;
        private double highest;
        private Range range;

        Side(ChartPlan plan, boolean isRight, NumberAxis axis) {
            this.scale = isRight ? plan.right().orElseThrow() : plan.left();
            this.lines = plan.lines(isRight);
            this.axis = ChartStyle.style(axis);
            this.renderer = new SizedDots(lines);
            axis.setNumberFormatOverride(scale.format());
            lines.forEach(line -> series.add(new XYSeries(line.name(), false, true)));
            fit();
        }

        void clear() {
            for (XYSeries each : series) {
                each.setNotify(false);
                each.clear();
            }
            lowest = 0;
            highest = 0;
        }

        /** Adds a week to each series; gaps before the first value are left away, so that a series without any is empty. */
        void add(ChartWeek week) {
            for (int i = 0; i < lines.size(); i++) {
                double value = lines.get(i).value().applyAsDouble(week);
                series.get(i).setNotify(false);
                if (!Double.isNaN(value)) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                    series.get(i).add(week.week(), value, false);
                } else if (!series.get(i).isEmpty()) {
                    series.get(i).add(week.week(), Double.NaN, false);
                }
            }
        }

        void shown(List<ChartWeek> weeks, long mostSold) {
            renderer.weeks(weeks, mostSold);
            fit();
            for (XYSeries each : series) {
                each.setNotify(true);
                each.fireSeriesChanged();
            }
        }

        /** Changes the axis only where it no longer holds, so that who has zoomed in stays there. */
        private void fit() {
            double high = scale.high(highest);
            Range now = new Range(scale.low(lowest, highest), high);
            if (!now.equals(range)) {
                range = now;
                axis.setTickUnit(new NumberTickUnit(scale.step(now.getLowerBound(), high)));
                axis.setRange(now);
            }
        }

        void tips(History history) {
            renderer.setBaseToolTipGenerator((XYDataset data, int of, int item) -> "week " + data.getX(of, item).intValue() + " ("
                    + Moment.date(history.start().plusWeeks(data.getX(of, item).intValue())) + "): " + lines.get(of).name() + " "
                    + scale.text(data.getYValue(of, item)));
        }
    }
}
