package firesale.report;

import firesale.report.MissingDepth.At;
import firesale.report.MissingDepth.Need;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.ui.Layer;

/** What unlimited repo leaves of the discount, with each friction and without, and the standby money that holds the targets. */
final class FloorChart {

    private static final String NONE = "No repo";
    private static final String UNLIMITED = "Unlimited repo";
    private static final int ROW_PIXELS = 34;
    private static final int AROUND_PIXELS = 230;
    private static final BasicStroke TARGET = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
            new float[] {5, 5}, 0);

    private FloorChart() {
    }

    /** A bar and what stands at it. */
    private record Bar(String name, Interval length, Color colour, String label) {
    }

    /** The chart of a point. */
    static Picture of(Caption caption, MissingDepth point) {
        List<Bar> bars = bars(point);
        List<String> names = bars.stream().map(Bar::name).toList();
        int namesPixels = RowBars.namesPixels(names);
        double pixels = Panels.barsPixels(1, namesPixels);
        LabelledScale scale = new LabelledScale();
        point.targets().forEach(scale::at);
        for (Bar bar : bars) {
            scale.at(1.04 * Math.min(0, low(bar.length))).right(Math.max(0, high(bar.length)), bar.label);
        }
        NumberAxis axis = scale.axis(pixels);
        RowBars rows = new RowBars(names, axis, pixels);
        for (int row = 0; row < bars.size(); row++) {
            Bar bar = bars.get(row);
            rows.bar(row, 0, bar.length.mean(), bar.colour);
            rows.whisker(row, bar.length);
            rows.tip(row, bar.name + ": " + (bar.length.n() > 0 ? "discount " + Tip.of(bar.length, Formats::percentWithDecimal)
                    : bar.label));
            rows.right(row, Math.max(0, high(bar.length)), bar.label, row < 2 ? RowBars.TOTAL : RowBars.LABEL);
        }
        XYPlot plot = rows.plot();
        for (double target : point.targets()) {
            ValueMarker line = new ValueMarker(target, Theme.AXIS, TARGET);
            line.setAlpha(1);
            plot.addRangeMarker(line, Layer.BACKGROUND);
        }
        Legend legend = new Legend().area("With all frictions",
                Theme.VERMILION).area("Unlimited repo, a friction switched off", Theme.BLUE)
                .area("Standby money that holds a target", Theme.GREEN).line("Targets", Theme.AXIS, TARGET);
        return new Picture(caption.chart("What unlimited repo leaves of the discount, and why",
                "shares of FMV; lines: 95 % intervals", legend,
                new Panels(List.of(new Panels.Panel("Discount of forced sales to FMV", plot)), 1, namesPixels)), Picture.WIDTH,
                Math.max(Picture.HEIGHT, AROUND_PIXELS + ROW_PIXELS * bars.size()));
    }

    /** What is left most stands last, after the two that all are compared with. */
    private static List<Bar> bars(MissingDepth point) {
        List<Bar> bars = new ArrayList<>();
        List<At> dyn = point.dyn();
        add(bars, NONE, dyn.get(0).discount(), Theme.VERMILION);
        add(bars, UNLIMITED, dyn.get(dyn.size() - 1).discount(), Theme.VERMILION);
        point.relaxed().stream().filter(one -> one.discount().hasMean())
                .sorted(Comparator.comparingDouble(one -> one.discount().mean()))
                .forEach(one -> add(bars, "without " + one.without().replace('-', ' ').replace("+", " and "), one.discount(),
                        Theme.BLUE));
        for (int t = 0; t < point.targets().size(); t++) {
            double target = point.targets().get(t);
            Need need = point.standby().get(t);
            bars.add(new Bar("Standby money at " + Formats.percent(target) + " off",
                    new Interval(need.exists() ? target : 0, Double.NaN, Double.NaN, 0, ""), Theme.GREEN, money(need,
                            point.mostUsd())));
        }
        return bars;
    }

    private static void add(List<Bar> bars, String name, Interval discount, Color colour) {
        if (discount.hasMean()) {
            bars.add(new Bar(name, discount, colour, Formats.percentWithDecimal(discount.mean())));
        }
    }

    private static String money(Need need, double mostUsd) {
        String text = amount(need.usd(), mostUsd);
        String interval = amount(need.lowUsd(), mostUsd) + " to " + amount(need.highUsd(), mostUsd);
        boolean more = need.hasInterval() && Double.compare(need.lowUsd(), need.highUsd()) != 0;
        return more ? text + " (" + interval + ")" : text;
    }

    private static String amount(double usd, double mostUsd) {
        return Double.isNaN(usd) ? "no amount" : Double.isInfinite(usd) ? "more than " + CapacityAxis.text(mostUsd)
                : usd == 0 ? "none needed" : CapacityAxis.text(usd);
    }

    private static double low(Interval interval) {
        return interval.hasEnds() ? Math.min(interval.low(), interval.mean()) : interval.mean();
    }

    private static double high(Interval interval) {
        return interval.hasEnds() ? Math.max(interval.high(), interval.mean()) : interval.mean();
    }
}
