package firesale.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Price against FMV and book value over time, and below how many GPUs were sold. */
final class PriceChart {

    private PriceChart() {
    }

    static JFreeChart of(Caption caption, List<PriceBin> bins, List<Squeeze.Span> squeeze, Optional<LocalDate> start) {
        XYPlot prices = prices(bins);
        XYPlot volumes = volumes(bins);
        TimeAxis.shade(prices, squeeze);
        TimeAxis.shade(volumes, squeeze);
        NumberAxis time = TimeAxis.of(Bins.firstWeek(bins.size()), start);
        Legend legend = new Legend().line("Book value", Theme.BLACK, Theme.DOTTED)
                .line("Fair market value (FMV)", Theme.BLUE, Theme.DASHED)
                .line("Price paid", Theme.VERMILION, Theme.THICK)
                .area("Price, 10\u201390 % of runs", Palette.light(Theme.VERMILION));
        boolean last = bins.stream().anyMatch(bin -> bin.lastGpusPerWeek() > 0);
        legend = last ? legend.area("Last week, no reserve", Theme.PURPLE) : legend;
        return caption.chart("What seized GPUs fetched, against fair market value and book value",
                "means per GPU sold, all kinds, bins of " + Bins.WEEKS + " weeks; band where "
                        + SalesTally.LEAST_RUNS_FOR_BAND + " runs or more sold",
                TimeAxis.explain(legend, squeeze), TimeAxis.stack(time, prices, 3, volumes, 1));
    }

    private static XYPlot prices(List<PriceBin> bins) {
        NumberAxis usd = Theme.axis("USD per GPU", Formats.of(Formats::dollars));
        XYPlot plot = Theme.plot(null, null, usd, null);
        Series.band(plot, bins, PriceBin::hasBand, PriceChart::middle, PriceBin::lowUsd, PriceBin::highUsd,
                Palette.light(Theme.VERMILION));
        Series.line(plot, bins, PriceChart::middle, PriceBin::bookUsd, Theme.BLACK, Theme.DOTTED);
        Series.line(plot, bins, PriceChart::middle, PriceBin::fmvUsd, Theme.BLUE, Theme.DASHED);
        Series.line(plot, bins, PriceChart::middle, PriceBin::priceUsd, Theme.VERMILION, Theme.THICK);
        usd.setLowerBound(0);
        bins.stream().filter(PriceBin::hasSales).forEach(bin -> Tip.column(plot, bin.firstWeek(),
                bin.firstWeek() + Bins.WEEKS, tip(bin)));
        return plot;
    }

    private static XYPlot volumes(List<PriceBin> bins) {
        XYIntervalSeriesCollection sold = Series.bars();
        XYIntervalSeriesCollection last = Series.bars();
        for (PriceBin bin : bins) {
            double left = bin.firstWeek() + 0.4;
            double right = bin.firstWeek() + Bins.WEEKS - 0.4;
            Series.bar(sold, left, right, 0, bin.gpusPerWeek());
            Series.bar(last, left, right, bin.gpusPerWeek(), bin.gpusPerWeek() + bin.lastGpusPerWeek());
        }
        NumberAxis gpus = Theme.axis("GPUs sold a week", Formats.of(Formats::shortNumber));
        XYPlot plot = Theme.plot(sold, null, gpus, Theme.bars(Theme.SKY));
        Theme.addBars(plot, last, Theme.PURPLE);
        gpus.setLowerBound(0);
        bins.forEach(bin -> Tip.column(plot, bin.firstWeek(), bin.firstWeek() + Bins.WEEKS, Tip.weeks(bin.firstWeek()) + ": "
                + Formats.shortNumber(bin.gpusPerWeek()) + " GPUs sold a week" + (bin.lastGpusPerWeek() == 0 ? ""
                        : ", and " + Formats.shortNumber(bin.lastGpusPerWeek()) + " in the last week, without reserve")));
        return plot;
    }

    private static String tip(PriceBin bin) {
        String band = !bin.hasBand() ? ""
                : " (10 to 90 % of runs: " + Formats.dollars(bin.lowUsd()) + " to " + Formats.dollars(bin.highUsd()) + ")";
        return Tip.weeks(bin.firstWeek()) + ", per GPU: price " + Formats.dollars(bin.priceUsd()) + band + ", FMV "
                + Formats.dollars(bin.fmvUsd()) + ", book value " + Formats.dollars(bin.bookUsd());
    }

    private static double middle(PriceBin bin) {
        return Bins.middle(bin.firstWeek());
    }
}
