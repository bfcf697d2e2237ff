package firesale.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.ui.TextAnchor;

/** How FMV at seizure becomes net proceeds: steps for one design point, stacked bars for several. */
final class AnatomyChart {

    private static final String TITLE = "Where the value goes: from fair market value (FMV) at seizure to net proceeds";
    private static final double HALF_BAR = 0.34;
    private static final Color PROCEEDS = Theme.SKY;

    private AnatomyChart() {
    }

    /** Steps down from FMV at seizure. */
    static JFreeChart steps(Caption caption, Anatomy anatomy) {
        List<String> names = new ArrayList<>(List.of("FMV at seizure"));
        anatomy.losses().forEach(loss -> names.add(loss.cause().label()));
        names.add("Net proceeds");
        XYPlot plot = Theme.plot(null, Names.axis(names), null, null);
        plot.setDomainGridlinesVisible(false);
        bar(plot, 0, 0, 1, Theme.BLACK);
        label(plot, 0, 1, Formats.percentWithDecimal(1));
        tip(plot, 0, 0, 1, "FMV at seizure: 100 %");
        XYIntervalSeries whiskers = new XYIntervalSeries("95 % intervals");
        double left = 1;
        double lowest = 0;
        for (Anatomy.Loss loss : anatomy.losses()) {
            double next = left - loss.share().mean();
            int place = loss.cause().ordinal() + 1;
            bar(plot, place, left, next, colour(loss.cause()));
            double top = Math.max(left, next);
            if (loss.share().hasEnds()) {
                whiskers.add(place, place, place, next, left - loss.share().high(), left - loss.share().low());
                top = Math.max(top, left - loss.share().low());
                lowest = Math.min(lowest, left - loss.share().high());
            }
            label(plot, place, top, Formats.percentWithDecimal(-loss.share().mean()));
            tip(plot, place, left, next, loss.cause().label() + ": " + Tip.of(loss.share(), Formats::percentWithDecimal)
                    + " of FMV at seizure lost");
            left = next;
        }
        bar(plot, names.size() - 1, 0, left, PROCEEDS);
        label(plot, names.size() - 1, Math.max(0, left), Formats.percentWithDecimal(left));
        tip(plot, names.size() - 1, 0, left, "Net proceeds: " + Formats.percentWithDecimal(left) + " of FMV at seizure");
        addWhiskers(plot, whiskers);
        plot.setRangeAxis(shareAxis(Math.min(lowest, left), 1.1));
        Legend legend = new Legend().area("Value", Theme.BLACK);
        for (Anatomy.Cause cause : Anatomy.Cause.values()) {
            legend.area(cause.label(), colour(cause));
        }
        legend.area("Net proceeds, discounted to seizure", PROCEEDS);
        return caption.chart(TITLE, "shares of FMV at seizure; lines: 95 % intervals of the parts", legend, plot);
    }

    /** A bar for each point: net proceeds and what was lost add up to the whole; gains stand left of zero. */
    static JFreeChart stacked(Caption caption, List<Anatomy> points) {
        SymbolAxis names = Names.axis(points.stream().map(Anatomy::point).toList());
        names.setInverted(true);
        XYPlot plot = Theme.plot(null, names, null, null);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setDomainGridlinesVisible(false);
        double[] right = new double[points.size()];
        double[] left = new double[points.size()];
        Legend legend = new Legend().area("Net proceeds, discounted to seizure", PROCEEDS);
        stack(plot, points, Anatomy::netProceeds, left, right, PROCEEDS, "Net proceeds", point -> "");
        for (int c = Anatomy.Cause.values().length - 1; c >= 0; c--) {
            Anatomy.Cause cause = Anatomy.Cause.values()[c];
            stack(plot, points, point -> point.loss(cause), left, right, colour(cause), cause.label(), point -> {
                Interval loss = point.losses().get(cause.ordinal()).share();
                return Tip.of(loss, Formats::percentWithDecimal);
            });
            legend.area(cause.label(), colour(cause));
        }
        double lowest = 0;
        double highest = 1;
        for (int p = 0; p < points.size(); p++) {
            lowest = Math.min(lowest, left[p]);
            highest = Math.max(highest, right[p]);
        }
        plot.setRangeAxis(shareAxis(lowest, highest));
        return caption.chart(TITLE, "shares of FMV at seizure; gains stand left of zero", legend, plot);
    }

    /** @param texts the parts' sizes with their intervals; empty where a size has none */
    private static void stack(XYPlot plot, List<Anatomy> points, ToDoubleFunction<Anatomy> size, double[] left, double[] right,
            Color colour, String what, Function<Anatomy, String> texts) {
        double[] shares = points.stream().mapToDouble(size).toArray();
        XYIntervalSeriesCollection bars = Series.bars();
        for (int p = 0; p < shares.length; p++) {
            double from = shares[p] >= 0 ? right[p] : left[p];
            Series.bar(bars, p - HALF_BAR, p + HALF_BAR, from, from + shares[p]);
            String text = texts.apply(points.get(p));
            tip(plot, p, from, from + shares[p], points.get(p).point() + ": " + what + " "
                    + (text.isEmpty() ? Formats.percentWithDecimal(shares[p]) : text) + " of FMV at seizure");
            right[p] += Math.max(0, shares[p]);
            left[p] += Math.min(0, shares[p]);
        }
        Theme.addBars(plot, bars, colour);
    }

    private static void bar(XYPlot plot, int place, double from, double to, Color colour) {
        XYIntervalSeriesCollection bars = Series.bars();
        Series.bar(bars, place - HALF_BAR, place + HALF_BAR, from, to);
        Theme.addBars(plot, bars, colour);
    }

    private static void tip(XYPlot plot, int place, double from, double to, String text) {
        Tip.box(plot, place - HALF_BAR, from, place + HALF_BAR, to, text);
    }

    private static void label(XYPlot plot, int place, double top, String text) {
        XYTextAnnotation label = new XYTextAnnotation(text, place, top + 0.012);
        label.setTextAnchor(TextAnchor.BOTTOM_CENTER);
        label.setFont(Theme.VALUE);
        label.setPaint(Theme.INK);
        plot.addAnnotation(label);
    }

    private static void addWhiskers(XYPlot plot, XYIntervalSeries whiskers) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(whiskers);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setBaseShapesVisible(false);
        renderer.setCapLength(10);
        renderer.setErrorStroke(Theme.THIN);
        renderer.setErrorPaint(Theme.INK);
        int index = plot.getDatasetCount();
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }

    private static NumberAxis shareAxis(double low, double high) {
        double step = high - low > 3 ? 0.5 : 0.2;
        return Theme.axis("Share of FMV at seizure", Formats.of(Formats::percent),
                low < 0 ? Math.floor(low / step) * step : 0, high, step);
    }

    private static Color colour(Anatomy.Cause cause) {
        return switch (cause) {
            case MELT -> Theme.ORANGE;
            case CONDITION -> Theme.PURPLE;
            case PRICE -> Theme.VERMILION;
            case COST -> Theme.BLUE;
        };
    }
}
