package firesale.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.ui.Layer;
import org.jfree.ui.RectangleInsets;

/** One run over time: prices, what happened to borrowers, what lenders held, at what price they sold, and what they lost. */
final class TimelineChart {

    /** Radius of the largest and the least mark, pixels. */
    private static final double LARGEST = 16;
    private static final double LEAST = 4.5;
    private static final double BAR_WIDTH = 3;
    /** So that a mark of the last week is not cut, nor the axis' last label. */
    private static final int WEEKS_OF_MARGIN = 2;
    private static final int PIXELS_OF_MARGIN = 38;
    /** Heights in pixels: what stands around the panels, the panels, and a row of marks. */
    private static final int AROUND_PIXELS = 290;
    private static final int PRICES_PIXELS = 200;
    private static final int LANE_PIXELS = 50;
    private static final int HELD_PIXELS = 130;
    private static final int SALES_PIXELS = 160;
    private static final int LOSSES_PIXELS = 130;
    private static final Stroke LINK = new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke OUTLINE = new BasicStroke(1.4f);
    private static final Color LINK_COLOUR = new Color(0x9A9A9A);

    private TimelineChart() {
    }

    /** Height of the picture, pixels. */
    static int height(Timeline timeline) {
        int afterSeizure = timeline.anySeized() ? HELD_PIXELS + SALES_PIXELS + LOSSES_PIXELS : 0;
        return AROUND_PIXELS + PRICES_PIXELS + LANE_PIXELS * Lane.of(timeline).size() + afterSeizure;
    }

    /** The chart of a run with at least one week; what lenders held and lost is left out if nothing was seized. */
    static JFreeChart of(Caption caption, Timeline whole, Optional<LocalDate> start) {
        Timeline timeline = whole.untilAfterTheLastSale();
        List<Lane> lanes = Lane.of(timeline);
        CombinedDomainXYPlot stack = new CombinedDomainXYPlot(TimeAxis.of(timeline.end() + WEEKS_OF_MARGIN, start));
        stack.setGap(20);
        add(stack, timeline, prices(timeline.weeks()), PRICES_PIXELS);
        add(stack, timeline, lanes(timeline, lanes), LANE_PIXELS * lanes.size());
        if (timeline.anySeized()) {
            add(stack, timeline, inventory(timeline.weeks()), HELD_PIXELS);
            add(stack, timeline, sales(timeline), SALES_PIXELS);
            add(stack, timeline, losses(timeline.weeks()), LOSSES_PIXELS);
        }
        Legend legend = new Legend().line("BTC", Theme.ORANGE, Theme.THICK).line("AI equity", Theme.PURPLE, Theme.DASHED)
                .line("Spot rent", Theme.BLACK, Theme.THICK);
        legend = timeline.spans("squeeze").isEmpty() ? legend : legend.area("Squeeze", Theme.SQUEEZE);
        legend = timeline.spans("easing").isEmpty() ? legend : legend.area("Easing", Theme.EASING);
        JFreeChart chart = caption.chart("One run from squeeze to breach, default, seizure and sale",
                "areas of marks: amounts; grey lines: one borrower's machines", legend, stack);
        stack.setInsets(new RectangleInsets(4, 0, 0, PIXELS_OF_MARGIN));
        return chart;
    }

    private static void add(CombinedDomainXYPlot stack, Timeline timeline, XYPlot panel, int weight) {
        TimeAxis.shade(panel, timeline.spans("squeeze"));
        TimeAxis.shade(panel, timeline.spans("easing"), Theme.EASING);
        stack.add(panel, weight);
    }

    private static double middle(int week) {
        return week + 0.5;
    }

    private static XYPlot prices(List<Timeline.State> weeks) {
        XYPlot plot = Theme.plot(null, null, Theme.axis("Index, start = 1", Formats.of(Formats::shortNumber)), null);
        index(plot, weeks, Timeline.State::btcUsd, Theme.ORANGE, Theme.THICK);
        index(plot, weeks, Timeline.State::aiEquity, Theme.PURPLE, Theme.DASHED);
        index(plot, weeks, Timeline.State::spotUsdPerHour, Theme.BLACK, Theme.THICK);
        Timeline.State start = weeks.get(0);
        weeks.forEach(state -> Tip.column(plot, state.week(), state.week() + 1, String.format(Locale.ROOT,
                "Week %d, start = 1: BTC %.2f, AI equity %.2f, spot rent %.2f", state.week(), state.btcUsd() / start.btcUsd(),
                state.aiEquity() / start.aiEquity(), state.spotUsdPerHour() / start.spotUsdPerHour())));
        return plot;
    }

    private static void index(XYPlot plot, List<Timeline.State> weeks, ToDoubleFunction<Timeline.State> price, Color colour,
            Stroke stroke) {
        double start = price.applyAsDouble(weeks.get(0));
        Series.line(plot, weeks, state -> middle(state.week()), state -> price.applyAsDouble(state) / start, colour, stroke);
    }

    private static XYPlot lanes(Timeline timeline, List<Lane> lanes) {
        SymbolAxis axis = Names.axis(lanes.stream().map(Lane::label).toList());
        axis.setInverted(true);
        XYPlot plot = Theme.plot(null, null, axis, null);
        Theme.add(plot, new XYSeriesCollection(links(timeline, lanes)), line(LINK_COLOUR));
        double mostGpus = lanes.stream().filter(Lane::inGpus).mapToDouble(Lane::largest).max().orElse(0);
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            XYSeries series = new XYSeries("marks", false, true);
            for (Lane.Mark mark : lane.marks()) {
                series.add(middle(mark.week()), i);
            }
            double[] sizes = lane.marks().stream().mapToDouble(Lane.Mark::size).toArray();
            double largest = lane.inGpus() ? mostGpus : lane.largest();
            Marks marks = switch (lane.form()) {
                case DOT -> new Marks(sizes, size -> dot(share(size, largest)), Color.WHITE, lane.colour());
                case RING -> new Marks(sizes, size -> dot(share(size, largest)), lane.colour(), Color.WHITE);
                case BAR -> new Marks(sizes, size -> bar(share(size, largest)), lane.colour(), lane.colour());
            };
            Theme.add(plot, new XYSeriesCollection(series), marks);
            for (Lane.Mark mark : lane.marks()) {
                Tip.dot(plot, middle(mark.week()), i, LARGEST * Math.sqrt(share(mark.size(), largest)), "Week " + mark.week() + ": "
                        + lane.name() + " " + lane.text().apply(mark.size()));
            }
        }
        return plot;
    }

    private static double share(double size, double largest) {
        return largest > 0 ? Math.max(0, size) / largest : 0;
    }

    /** A circle with an area in proportion to a share of the largest. */
    private static Shape dot(double share) {
        double radius = Math.max(LEAST, LARGEST * Math.sqrt(share));
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    /** A bar with a height in proportion to a share of the largest. */
    private static Shape bar(double share) {
        double half = Math.max(1.5, LARGEST * share);
        return new Rectangle2D.Double(-BAR_WIDTH / 2, -half, BAR_WIDTH, 2 * half);
    }

    private static XYLineAndShapeRenderer line(Color colour) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, LINK);
        return renderer;
    }

    /** From breach to default, from there to seizure, and from each seizure to the first and the last sale after it. */
    private static XYSeries links(Timeline timeline, List<Lane> lanes) {
        Map<Integer, Timeline.Happening> defaults = new HashMap<>();
        timeline.all("default").forEach(d -> defaults.put(d.borrower(), d));
        XYSeries links = new XYSeries("links", false, true);
        for (Timeline.Happening breach : timeline.breachesThatStand()) {
            Timeline.Happening end = defaults.get(breach.borrower());
            if (end != null && end.cause().equals("covenant") && end.week() == breach.week()) {
                link(links, lanes, breach, end);
            }
        }
        Map<Integer, List<Timeline.Happening>> sales = new HashMap<>();
        timeline.all("sale").forEach(sale -> sales.computeIfAbsent(sale.borrower(), b -> new ArrayList<>()).add(sale));
        for (Timeline.Happening seizure : timeline.all("seizure")) {
            if (defaults.containsKey(seizure.borrower())) {
                link(links, lanes, defaults.get(seizure.borrower()), seizure);
            }
            List<Timeline.Happening> sold = sales.getOrDefault(seizure.borrower(), List.of());
            if (!sold.isEmpty()) {
                link(links, lanes, seizure, sold.get(0));
                link(links, lanes, seizure, sold.get(sold.size() - 1));
            }
        }
        return links;
    }

    private static void link(XYSeries links, List<Lane> lanes, Timeline.Happening from, Timeline.Happening to) {
        links.add(middle(from.week()), Lane.indexOf(lanes, from));
        links.add(middle(to.week()), Lane.indexOf(lanes, to));
        links.add(middle(to.week()), Double.NaN);
    }

    private static XYPlot inventory(List<Timeline.State> weeks) {
        XYPlot plot = steps(weeks, Timeline.State::inventoryGpus, Theme.axis("GPUs held", Formats.of(Formats::shortNumber)),
                Theme.BLUE);
        weeks.forEach(state -> Tip.column(plot, state.week(), state.week() + 1, "Week " + state.week() + ": "
                + Formats.count(Math.round(state.inventoryGpus())) + " GPUs held"));
        return plot;
    }

    private static XYPlot steps(List<Timeline.State> weeks, ToDoubleFunction<Timeline.State> amount, NumberAxis axis,
            Color colour) {
        XYSeries series = new XYSeries("steps", false, true);
        weeks.forEach(state -> series.add(state.week(), amount.applyAsDouble(state)));
        Timeline.State last = weeks.get(weeks.size() - 1);
        series.add(last.week() + 1, amount.applyAsDouble(last));
        XYStepAreaRenderer renderer = new XYStepAreaRenderer(XYStepAreaRenderer.AREA);
        renderer.setSeriesPaint(0, colour);
        return Theme.plot(new XYSeriesCollection(series), null, axis, renderer);
    }

    private static XYPlot sales(Timeline timeline) {
        List<Timeline.Happening> sales = timeline.all("sale").stream()
                .sorted(Comparator.comparingDouble(Timeline.Happening::gpus).reversed()).toList();
        double[] gpus = sales.stream().mapToDouble(Timeline.Happening::gpus).toArray();
        XYSeries series = new XYSeries("sales", false, true);
        sales.forEach(sale -> series.add(middle(sale.week()), sale.usd() / sale.fmvUsd()));
        double most = sales.stream().mapToDouble(sale -> sale.usd() / sale.fmvUsd()).max().orElse(1);
        NumberAxis axis = Theme.axis("Price / FMV", Formats.of(Formats::percent), 0, Math.max(1.2, 1.1 * most), 0.5);
        XYPlot plot = Theme.plot(new XYSeriesCollection(series), null, axis,
                new Marks(gpus, size -> dot(share(size, gpus[0])), Theme.GREEN, Palette.light(Theme.GREEN)));
        sales.forEach(sale -> Tip.dot(plot, middle(sale.week()), sale.usd() / sale.fmvUsd(), LARGEST * Math.sqrt(share(sale.gpus(),
                gpus[0])), "Week " + sale.week() + ": " + Formats.count(Math.round(sale.gpus())) + " GPUs sold for "
                + Formats.dollars(sale.usd()) + ", " + Formats.percentWithDecimal(sale.usd() / sale.fmvUsd()) + " of FMV"));
        ValueMarker fmv = new ValueMarker(1, Theme.AXIS, Theme.THIN);
        fmv.setAlpha(1);
        plot.addRangeMarker(fmv, Layer.BACKGROUND);
        return plot;
    }

    private static XYPlot losses(List<Timeline.State> weeks) {
        XYPlot plot = steps(weeks, Timeline.State::lossesUsd,
                Theme.axis("Lenders' losses", Formats.of(Formats::dollars)), Theme.VERMILION);
        weeks.forEach(state -> Tip.column(plot, state.week(), state.week() + 1, "Week " + state.week() + ": lenders' losses "
                + Formats.dollars(state.lossesUsd())));
        return plot;
    }

    /** Shapes of their own sizes, drawn at the points of one series. */
    private static final class Marks extends XYLineAndShapeRenderer {

        private static final long serialVersionUID = 1L;

        private final transient Shape[] shapes;

        Marks(double[] sizes, DoubleFunction<Shape> shape, Color outline, Color fill) {
            super(false, true);
            shapes = Arrays.stream(sizes).mapToObj(shape).toArray(Shape[]::new);
            setSeriesPaint(0, outline);
            setSeriesOutlinePaint(0, outline);
            setSeriesOutlineStroke(0, OUTLINE);
            setSeriesFillPaint(0, fill);
            setUseFillPaint(true);
            setUseOutlinePaint(true);
            setDrawOutlines(true);
        }

        @Override
        public Shape getItemShape(int series, int item) {
            return shapes[item];
        }
    }
}
