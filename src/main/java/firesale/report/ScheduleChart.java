package firesale.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
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

/** Demand and supply of one sale, and the price that cleared it: quantity to the right, price upwards. */
final class ScheduleChart {

    /** How much further than what was offered the axis of quantities goes. */
    private static final double WIDTH = 2.5;
    private static final double HEIGHT = 1.4;
    /** Height of a line of text, and the gap between the point and its label, relative to the axis of prices. */
    private static final double LINE_OF_TEXT = 0.04;
    private static final double LABEL_GAP = 0.035;
    private static final double MOST_TIPS = 40;
    private static final Stroke THIN_DASHED = dashed(1.8f, 8, 5);
    private static final Stroke GUIDE = dashed(1.4f, 4, 4);

    private ScheduleChart() {
    }

    /** The chart of a sale in which something was sold. */
    static JFreeChart of(Caption caption, SaleSchedule sale) {
        double most = WIDTH * Math.max(sale.offeredGpus(), sale.soldGpus());
        double highest = HEIGHT * Math.max(sale.highestReserveUsd(), Math.max(sale.fmvUsd(), sale.clearingPriceUsd()));
        NumberAxis gpus = Theme.axis("GPUs", Formats.of(Formats::shortNumber));
        NumberAxis usd = Theme.axis("USD per GPU", Formats.of(Formats::dollars));
        gpus.setRange(0, most);
        usd.setRange(0, highest);
        XYPlot plot = Theme.plot(null, gpus, usd, null);
        line(plot, cut(sale.demand(SaleSchedule.Point::demandWithoutBudgets), most), Theme.BLUE, THIN_DASHED);
        line(plot, cut(sale.demand(SaleSchedule.Point::demand), most), Theme.BLUE, Theme.THICK);
        line(plot, toTheTop(sale, highest), Theme.BLACK, Theme.THICK);
        tips(plot, sale, highest);
        markFmv(plot, sale, most);
        markPrice(plot, sale, most, highest);
        Legend legend = new Legend()
                .line("Demand: wanted and payable at the price", Theme.BLUE, Theme.THICK)
                .line("Demand if budgets were unlimited", Theme.BLUE, THIN_DASHED)
                .line("Supply: lots by reserve", Theme.BLACK, Theme.THICK)
                .line("FMV", Theme.GREEN, Theme.DOTTED);
        return caption.chart("Demand, supply and price in one sale of seized GPUs", "the run's largest sale by proceeds", legend,
                plot);
    }

    /** The curve within the picture: in one piece, so that it does not jump where it leaves. */
    private static List<SaleSchedule.Corner> cut(List<SaleSchedule.Corner> corners, double most) {
        List<SaleSchedule.Corner> inside = new ArrayList<>();
        corners.forEach(corner -> inside.add(new SaleSchedule.Corner(Math.min(corner.gpus(), 1.1 * most), corner.priceUsd())));
        return inside;
    }

    /** Beyond the last lot there is no more at any price. */
    private static List<SaleSchedule.Corner> toTheTop(SaleSchedule sale, double highest) {
        List<SaleSchedule.Corner> corners = new ArrayList<>(sale.supply());
        corners.add(new SaleSchedule.Corner(sale.offeredGpus(), 1.1 * highest));
        return corners;
    }

    private static void line(XYPlot plot, List<SaleSchedule.Corner> corners, Color colour, Stroke stroke) {
        XYSeries series = new XYSeries("curve", false, true);
        corners.forEach(corner -> series.add(corner.gpus(), corner.priceUsd()));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        Theme.add(plot, new XYSeriesCollection(series), renderer);
    }

    /** What both curves are from a price up to the next, in steps that a pointer can hit. */
    private static void tips(XYPlot plot, SaleSchedule sale, double highest) {
        double from = 0;
        for (SaleSchedule.Point point : sale.points()) {
            if (point.priceUsd() - from >= highest / MOST_TIPS && from < highest) {
                Tip.row(plot, from, point.priceUsd(), "At " + dollars(point.priceUsd()) + " per GPU: demand "
                        + gpus(point.demand()) + ", with unlimited budgets " + gpus(point.demandWithoutBudgets())
                        + "; supply " + gpus(point.supply()));
                from = point.priceUsd();
            }
        }
    }

    private static String gpus(double gpus) {
        return Formats.count(Math.round(gpus));
    }

    private static void markFmv(XYPlot plot, SaleSchedule sale, double most) {
        ValueMarker marker = new ValueMarker(sale.fmvUsd(), Theme.GREEN, Theme.DOTTED);
        marker.setAlpha(1);
        plot.addRangeMarker(marker, Layer.BACKGROUND);
        label(plot, "FMV " + dollars(sale.fmvUsd()), 0.99 * most, sale.fmvUsd(), TextAnchor.BOTTOM_RIGHT, Theme.GREEN);
    }

    private static void markPrice(XYPlot plot, SaleSchedule sale, double most, double highest) {
        List<SaleSchedule.Corner> guides = List.of(new SaleSchedule.Corner(0, sale.clearingPriceUsd()),
                new SaleSchedule.Corner(sale.soldGpus(), sale.clearingPriceUsd()), new SaleSchedule.Corner(sale.soldGpus(), 0));
        line(plot, guides, Theme.VERMILION, GUIDE);
        XYSeries point = new XYSeries("price");
        point.add(sale.soldGpus(), sale.clearingPriceUsd());
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-8, -8, 16, 16));
        renderer.setSeriesPaint(0, Theme.VERMILION);
        Theme.add(plot, new XYSeriesCollection(point), renderer);
        Tip.dot(plot, sale.soldGpus(), sale.clearingPriceUsd(), 12, "Clearing price " + dollars(sale.clearingPriceUsd())
                + " per GPU, FMV " + dollars(sale.fmvUsd()) + ": " + gpus(sale.soldGpus()) + " of " + gpus(sale.offeredGpus())
                + " GPUs sold");
        labelPrice(plot, sale, sale.soldGpus() + 0.015 * most, highest);
        label(plot, Formats.count(Math.round(sale.soldGpus())) + " sold of " + Formats.count(Math.round(sale.offeredGpus()))
                + " on offer", sale.soldGpus() + 0.015 * most, 0.03 * highest, TextAnchor.BOTTOM_LEFT, Theme.VERMILION);
    }

    /** Right of the point and above it no demand is left; where the line of FMV runs through there, the label stands below. */
    private static void labelPrice(XYPlot plot, SaleSchedule sale, double gpus, double highest) {
        double price = sale.clearingPriceUsd();
        double discount = 1 - price / sale.fmvUsd();
        boolean taken = sale.fmvUsd() > price && sale.fmvUsd() < price + (LABEL_GAP + 2 * LINE_OF_TEXT) * highest;
        double top = price + (taken ? -LABEL_GAP : LABEL_GAP + 2 * LINE_OF_TEXT) * highest;
        label(plot, "Clearing price " + dollars(price), gpus, top, TextAnchor.TOP_LEFT, Theme.VERMILION);
        label(plot, Formats.percentWithDecimal(StrictMath.abs(discount)) + (discount < 0 ? " above FMV" : " below FMV"), gpus,
                top - LINE_OF_TEXT * highest, TextAnchor.TOP_LEFT, Theme.VERMILION);
    }

    private static Stroke dashed(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {on, off}, 0);
    }

    private static String dollars(double usd) {
        return "$" + Formats.count(Math.round(usd));
    }

    private static void label(XYPlot plot, String text, double gpus, double usd, TextAnchor anchor, Color colour) {
        XYTextAnnotation label = new XYTextAnnotation(text, gpus, usd);
        label.setFont(Theme.VALUE);
        label.setPaint(colour);
        label.setBackgroundPaint(Color.WHITE);
        label.setTextAnchor(anchor);
        plot.addAnnotation(label);
    }
}
