package firesale.report;

import firesale.analysis.Quantiles;
import java.awt.Color;
import java.awt.Stroke;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.ui.Layer;

/** How the discount to FMV is distributed, over runs and below over GPUs sold. */
final class DiscountChart {

    private static final int MOST_TICKS = 12;

    private DiscountChart() {
    }

    /**
     * The chart.
     *
     * @param point   the runs; at least one of them sold something
     * @param overall the discount over all runs from the summary, if there is one
     * @param gpus    discounts of single GPUs, if sales were recorded
     */
    static JFreeChart of(Caption caption, PointRuns point, Optional<Interval> overall, Optional<GpuDiscounts> gpus) {
        Bars bars = bars(point, overall, gpus);
        Legend legend = new Legend();
        XYPlot runs = runs(point, bars, overall, legend);
        NumberAxis discount = discountAxis(bars);
        CombinedDomainXYPlot stack = new CombinedDomainXYPlot(discount);
        stack.setGap(22);
        stack.add(runs, 3);
        gpus.ifPresent(sold -> stack.add(gpus(sold, bars, legend), 2));
        String without = point.withoutSale() == 0 ? "every run sold"
                : point.withoutSale() == 1 ? "1 run without a sale is not drawn"
                        : Formats.count(point.withoutSale()) + " runs without a sale are not drawn";
        return caption.chart("How far below fair market value (FMV) seized GPUs sold",
                without + (gpus.isPresent() ? "; the outermost bars of GPUs include what lies beyond" : ""), legend, stack);
    }

    private static Bars bars(PointRuns point, Optional<Interval> overall, Optional<GpuDiscounts> gpus) {
        Quantiles discounts = new Quantiles(point.discounts());
        double low = Math.min(discounts.at(0), overall.map(Interval::mean).orElse(1.0));
        double high = Math.max(discounts.at(1), overall.map(Interval::mean).orElse(-2.0));
        if (gpus.isPresent() && gpus.get().total() > 0) {
            low = Math.min(low, gpus.get().quantile(0.01));
            high = Math.max(high, gpus.get().quantile(0.99));
        }
        return Bars.covering(low, high);
    }

    private static NumberAxis discountAxis(Bars bars) {
        double low = bars.low(0);
        double high = bars.low(bars.count());
        double step = bars.step();
        for (double factor : new double[] {2, 2.5, 5, 10}) {
            if ((high - low) / step > MOST_TICKS) {
                step = bars.step() * factor;
            }
        }
        return Theme.axis("Discount = 1 \u2212 price / FMV in the week of sale (negative: sold above FMV)",
                Formats.of(Formats::percent), low, high, step);
    }

    private static XYPlot runs(PointRuns point, Bars bars, Optional<Interval> overall, Legend legend) {
        legend.area("Runs", Theme.SKY);
        XYPlot plot = Theme.plot(data(bars, bars.shares(point.discounts()), null), null, shareAxis("Share of runs"),
                Theme.bars(Theme.SKY));
        tips(plot, bars, bars.shares(point.discounts()), null, " of runs");
        overall.ifPresent(interval -> markOverall(plot, interval, legend));
        double median = new Quantiles(point.discounts()).at(0.5);
        mark(plot, median, Theme.BLACK, Theme.DASHED);
        legend.line("Median run, " + Formats.percentWithDecimal(median), Theme.BLACK, Theme.DASHED);
        return plot;
    }

    private static void markOverall(XYPlot plot, Interval interval, Legend legend) {
        String what = interval.isRatioOfSums() ? "All runs together" : "Mean of runs";
        String range = "";
        if (interval.hasEnds()) {
            IntervalMarker band = new IntervalMarker(interval.low(), interval.high(), Palette.light(Theme.ORANGE));
            band.setAlpha(1);
            plot.addDomainMarker(band, Layer.BACKGROUND);
            range = " (95 % interval " + Formats.percentWithDecimal(interval.low()) + " to "
                    + Formats.percentWithDecimal(interval.high()) + ", shaded)";
        }
        mark(plot, interval.mean(), Theme.VERMILION, Theme.THICK);
        legend.line(what + ", " + Formats.percentWithDecimal(interval.mean()) + range, Theme.VERMILION, Theme.THICK);
    }

    private static void mark(XYPlot plot, double value, Color colour, Stroke stroke) {
        ValueMarker marker = new ValueMarker(value, colour, stroke);
        marker.setAlpha(1);
        plot.addDomainMarker(marker, Layer.FOREGROUND);
    }

    private static XYPlot gpus(GpuDiscounts sold, Bars bars, Legend legend) {
        double[] before = sold.shares(bars);
        double[] last = sold.lastShares(bars);
        XYPlot plot = Theme.plot(data(bars, before, null), null, shareAxis("Share of GPUs"), Theme.bars(Theme.GREEN));
        legend.area("GPUs sold", Theme.GREEN);
        XYIntervalSeriesCollection lastBars = data(bars, last, before);
        if (lastBars.getItemCount(0) > 0) {
            Theme.addBars(plot, lastBars, Theme.PURPLE);
            legend.area("GPUs left for the last week, no reserve", Theme.PURPLE);
        }
        tips(plot, bars, before, null, " of GPUs");
        tips(plot, bars, last, before, " of GPUs, left for the last week");
        return plot;
    }

    private static XYIntervalSeriesCollection data(Bars bars, double[] shares, double[] below) {
        XYIntervalSeriesCollection data = Series.bars();
        double gap = bars.step() * 0.04;
        for (int i = 0; i < shares.length; i++) {
            double foot = below == null ? 0 : below[i];
            Series.bar(data, bars.low(i) + gap, bars.low(i + 1) - gap, foot, foot + shares[i]);
        }
        return data;
    }

    private static void tips(XYPlot plot, Bars bars, double[] shares, double[] below, String what) {
        for (int i = 0; i < shares.length; i++) {
            double foot = below == null ? 0 : below[i];
            if (shares[i] > 0) {
                Tip.box(plot, bars.low(i), foot, bars.low(i + 1), foot + shares[i], "Discount " + Formats.percent(bars.low(i))
                        + " to " + Formats.percent(bars.low(i + 1)) + ": " + Formats.percentWithDecimal(shares[i]) + what);
            }
        }
    }

    private static NumberAxis shareAxis(String label) {
        return Theme.axis(label, Formats.of(Formats::percent));
    }
}
