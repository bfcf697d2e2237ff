package firesale.report;

import java.awt.Color;
import java.awt.Stroke;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Supply against what buyers could host, pay for and took, and below how often there was supply. */
final class SupplyChart {

    private SupplyChart() {
    }

    static JFreeChart of(Caption caption, List<SupplyBin> bins, List<Squeeze.Span> squeeze, Optional<LocalDate> start) {
        XYPlot amounts = amounts(bins);
        XYPlot frequency = frequency(bins);
        TimeAxis.shade(amounts, squeeze);
        TimeAxis.shade(frequency, squeeze);
        NumberAxis time = TimeAxis.of(Bins.firstWeek(bins.size()), start);
        Legend legend = new Legend().line("Bidders could host", Theme.GREEN, Theme.DOTTED)
                .line("On offer", Theme.BLACK, Theme.THICK)
                .line("Bidders would pay the reserve for", Theme.BLUE, Theme.DASHED)
                .line("Sold", Theme.VERMILION, Theme.THICK);
        return caption.chart("Seized GPUs on offer, against what buyers could host, pay for and took",
                "means over weeks with lots on offer, bins of " + Bins.WEEKS + " weeks; logarithmic scale",
                TimeAxis.explain(legend, squeeze), TimeAxis.stack(time, amounts, 4, frequency, 1));
    }

    private static XYPlot amounts(List<SupplyBin> bins) {
        double most = bins.stream().mapToDouble(bin -> Math.max(decades(bin.hostable()), decades(bin.offered())))
                .filter(Double::isFinite).max().orElse(1);
        double least = bins.stream().mapToDouble(bin -> decades(bin.sold())).filter(Double::isFinite).min().orElse(0);
        NumberAxis gpus = Theme.axis("GPUs a week", Formats.of(SupplyChart::tick), Math.floor(least), Math.ceil(most + 0.05), 1);
        XYPlot plot = Theme.plot(null, null, gpus, null);
        line(plot, bins, SupplyBin::hostable, Theme.GREEN, Theme.DOTTED);
        line(plot, bins, SupplyBin::offered, Theme.BLACK, Theme.THICK);
        line(plot, bins, SupplyBin::payable, Theme.BLUE, Theme.DASHED);
        line(plot, bins, SupplyBin::sold, Theme.VERMILION, Theme.THICK);
        bins.stream().filter(bin -> !Double.isNaN(bin.offered())).forEach(bin -> Tip.column(plot, bin.firstWeek(),
                bin.firstWeek() + Bins.WEEKS, Tip.weeks(bin.firstWeek()) + ", GPUs a week: bidders could host "
                        + Formats.shortNumber(bin.hostable()) + ", on offer " + Formats.shortNumber(bin.offered())
                        + ", bidders would pay the reserve for " + Formats.shortNumber(bin.payable()) + ", sold "
                        + Formats.shortNumber(bin.sold())));
        return plot;
    }

    private static void line(XYPlot plot, List<SupplyBin> bins, ToDoubleFunction<SupplyBin> gpus, Color colour, Stroke stroke) {
        Series.line(plot, bins, bin -> Bins.middle(bin.firstWeek()), bin -> decades(gpus.applyAsDouble(bin)), colour, stroke);
    }

    /** Decimal logarithm; what is below one GPU a week, nothing included, lies on the axis. */
    private static double decades(double gpus) {
        return Math.log10(Math.max(1, gpus));
    }

    private static String tick(double decades) {
        return decades == 0 ? "0\u20131" : Formats.shortNumber(Math.rint(Math.pow(10, decades)));
    }

    private static XYPlot frequency(List<SupplyBin> bins) {
        XYIntervalSeriesCollection data = Series.bars();
        for (SupplyBin bin : bins) {
            Series.bar(data, bin.firstWeek() + 0.4, bin.firstWeek() + Bins.WEEKS - 0.4, 0, bin.supplyShare());
        }
        NumberAxis share = Theme.axis("Runs with lots", Formats.of(Formats::percent), 0, 1, 0.5);
        XYPlot plot = Theme.plot(data, null, share, Theme.bars(Theme.SKY));
        bins.forEach(bin -> Tip.column(plot, bin.firstWeek(), bin.firstWeek() + Bins.WEEKS, Tip.weeks(bin.firstWeek())
                + ": lots on offer in " + Formats.percentWithDecimal(bin.supplyShare()) + " of runs' weeks"));
        return plot;
    }
}
