package firesale.report;

import firesale.report.MissingDepth.At;
import firesale.report.MissingDepth.Haircut;
import firesale.report.MissingDepth.Need;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.ui.Layer;
import org.jfree.ui.TextAnchor;

/** The discount by capacity of the repo market, and the capacity that holds a target by haircut. */
final class MissingDepthChart {

    /** More points have no room side by side. */
    static final int MOST = 4;

    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Stroke TARGET = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
            new float[] {5, 5}, 0);
    private static final Stroke BREAK = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
            new float[] {1.6f, 7}, 0);
    private static final List<Color> TARGETS = List.of(Theme.GREEN, Theme.ORANGE, Theme.PURPLE, Theme.SKY, Theme.BLACK);
    private static final double LEAST_HEIGHT = 0.05;
    private static final double DOT = 10;
    private static final String NO_LIMIT = "no limit";
    private static final String MORE = "more";

    private MissingDepthChart() {
    }

    /** The discount by capacity, a panel for each of at most {@link #MOST} points. */
    static JFreeChart curves(Caption caption, List<MissingDepth> points) {
        int columns = columns(points);
        List<Panels.Panel> panels = new ArrayList<>();
        for (MissingDepth point : points) {
            panels.add(new Panels.Panel(title(point, points) + "Discount by capacity of the repo market", curve(point, points)));
        }
        Legend legend = new Legend().line("Seizures respond to repo", Theme.VERMILION, Theme.THICK)
                .line("Seizures frozen as without repo", Theme.BLUE, Theme.DASHED);
        for (double target : targets(points)) {
            if (points.stream().anyMatch(point -> need(point, target).exists())) {
                legend.dot("Under " + Formats.percent(target) + " from here on", colour(points, target), dot());
            } else {
                legend.line(Formats.percent(target) + ": held by no capacity", colour(points, target), TARGET);
            }
        }
        return caption.chart("How much repo would hold the discount", "bands and lines through dots: 95 % intervals; "
                + "dotted: breaks of the axis", legend,
                new Panels(panels, columns, 0));
    }

    private static int columns(List<MissingDepth> points) {
        return points.size() == 1 ? 1 : 2;
    }

    private static String title(MissingDepth point, List<MissingDepth> among) {
        return among.size() == 1 ? "" : point.point() + ": ";
    }

    private static XYPlot curve(MissingDepth point, List<MissingDepth> points) {
        CapacityAxis axis = new CapacityAxis("Capacity of the repo market", point.leastUsd(), point.mostUsd(), NO_LIMIT);
        XYPlot plot = Theme.plot(null, axis, discounts(points.stream().flatMap(p -> Stream.concat(p.dyn().stream(),
                p.fix().stream()).map(At::discount)), targets(points)), null);
        for (double broken : axis.breaks()) {
            ValueMarker line = new ValueMarker(broken, Theme.AXIS, BREAK);
            line.setAlpha(1);
            plot.addDomainMarker(line, Layer.BACKGROUND);
        }
        targetLines(plot, points, point.targets());
        band(plot, axis, point.fix(), Theme.BLUE);
        band(plot, axis, point.dyn(), Theme.VERMILION);
        Series.line(plot, point.fix(), at -> axis.place(at.usd()), at -> at.discount().mean(), Theme.BLUE, Theme.DASHED);
        Series.line(plot, point.dyn(), at -> axis.place(at.usd()), at -> at.discount().mean(), Theme.VERMILION, Theme.THICK);
        tips(plot, axis, point.fix(), "Seizures frozen");
        tips(plot, axis, point.dyn(), "Seizures respond");
        for (double target : point.targets()) {
            Need need = need(point, target);
            if (need.exists()) {
                Tip.dot(plot, axis.place(need.usd()), target, DOT, tip(need, target, point.mostUsd()));
                dots(plot, List.of(new double[] {axis.place(need.usd()), place(axis, need, need.lowUsd()), place(axis, need,
                        need.highUsd()),
                        target, target, target}), colour(points, target), true);
            }
        }
        return plot;
    }

    private static void tips(XYPlot plot, CapacityAxis axis, List<At> curve, String what) {
        for (At at : curve) {
            String capacity = at.usd() == 0 ? "no repo" : Double.isInfinite(at.usd()) ? "repo without limit"
                    : "repo of " + CapacityAxis.text(at.usd());
            Tip.dot(plot, axis.place(at.usd()), at.discount().mean(), DOT, what + ", " + capacity + ": discount "
                    + Tip.of(at.discount(), Formats::percentWithDecimal));
        }
    }

    private static String tip(Need need, double target, double mostUsd) {
        String amount = amount(need.usd(), mostUsd);
        return "Under " + Formats.percent(target) + ": repo of " + amount + (need.hasInterval() ? " (95 % interval "
                + amount(need.lowUsd(), mostUsd) + " to " + amount(need.highUsd(), mostUsd) + ")" : "");
    }

    private static String amount(double usd, double mostUsd) {
        return Double.isNaN(usd) ? "no amount" : Double.isInfinite(usd) ? "more than " + CapacityAxis.text(mostUsd)
                : CapacityAxis.text(usd);
    }

    /** The capacity that holds a target at the model's own haircut. */
    private static Need need(MissingDepth point, double target) {
        return point.own().needs().get(point.targets().indexOf(target));
    }

    /** Where an end of an interval stands: without an interval where its amount stands, none beyond all others. */
    private static double place(CapacityAxis axis, Need need, double end) {
        return axis.place(!need.hasInterval() ? need.usd() : Double.isNaN(end) ? Double.POSITIVE_INFINITY : end);
    }

    private static void band(XYPlot plot, CapacityAxis axis, List<At> curve, Color colour) {
        Series.band(plot, curve, At::hasBand, at -> axis.place(at.usd()), at -> at.discount().low(), at -> at.discount().high(),
                new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 45));
    }

    private static void targetLines(XYPlot plot, List<MissingDepth> points, List<Double> targets) {
        for (double target : targets) {
            ValueMarker line = new ValueMarker(target, colour(points, target), TARGET);
            line.setAlpha(1);
            plot.addRangeMarker(line, Layer.BACKGROUND);
        }
    }

    /** An upright axis of discounts that holds everything and zero. */
    private static NumberAxis discounts(Stream<Interval> intervals, List<Double> targets) {
        double[] all = DoubleStream.concat(intervals.filter(Interval::hasMean).flatMapToDouble(at -> at.hasEnds()
                ? DoubleStream.of(at.low(), at.high(), at.mean()) : DoubleStream.of(at.mean())),
                targets.stream().mapToDouble(target -> target)).toArray();
        double low = Math.min(0, DoubleStream.of(all).min().orElse(0));
        double high = Math.max(low + LEAST_HEIGHT, DoubleStream.of(all).max().orElse(1));
        double step = DoubleStream.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5).filter(s -> (high - low) / s <= 9).findFirst().orElse(1);
        return Theme.axis("Discount to FMV", Formats.of(Formats::percent), Math.floor(low / step + 1e-9) * step,
                Math.ceil(high * 1.02 / step) * step, step);
    }

    /** Capacity that holds each target, and what unlimited repo leaves, both by haircut; the former only where it is a number. */
    static JFreeChart frontier(Caption caption, MissingDepth point) {
        List<MissingDepth> one = List.of(point);
        List<Panels.Panel> panels = new ArrayList<>();
        Legend legend = new Legend();
        boolean any = point.haircuts().stream().flatMap(at -> at.needs().stream()).anyMatch(Need::exists);
        if (any) {
            panels.add(new Panels.Panel("Capacity that holds the discount", needs(point)));
        }
        panels.add(new Panels.Panel("What repo without limit leaves", floors(point)));
        legend.dot("Discount with unlimited repo", Theme.VERMILION, dot());
        point.targets().forEach(target -> legend.dot("Under " + Formats.percent(target), colour(one, target), dot()));
        String note = "lines through dots: 95 % intervals" + (any ? "; no dot where no capacity does it"
                : "; no capacity holds a target");
        return caption.chart("Haircuts and the capacity of repo", note, legend, new Panels(panels, panels.size(), 0));
    }

    private static XYPlot needs(MissingDepth point) {
        CapacityAxis upright = new CapacityAxis("Capacity of the repo market", point.leastUsd(), point.mostUsd(), MORE);
        XYPlot plot = Theme.plot(null, haircuts(point), upright, null);
        List<MissingDepth> one = List.of(point);
        double apart = 0.012 * plot.getDomainAxis().getRange().getLength();
        for (int t = 0; t < point.targets().size(); t++) {
            int target = t;
            Color colour = colour(one, point.targets().get(t));
            double aside = (t - (point.targets().size() - 1) / 2.0) * apart;
            List<Haircut> there = point.haircuts().stream().filter(at -> at.needs().get(target).exists()).toList();
            Series.line(plot, there, at -> at.haircut() + aside, at -> upright.place(at.needs().get(target).usd()), colour,
                    Theme.THIN);
            there.forEach(at -> Tip.dot(plot, at.haircut() + aside, upright.place(at.needs().get(target).usd()), DOT,
                    "Haircut " + Formats.percent(at.haircut()) + ", " + tip(at.needs().get(target), point.targets().get(target),
                            point.mostUsd())));
            dots(plot, there.stream().map(at -> {
                Need need = at.needs().get(target);
                double place = at.haircut() + aside;
                return new double[] {place, place, place, upright.place(need.usd()), place(upright, need, need.lowUsd()),
                    place(upright, need, need.highUsd())};
            }).toList(), colour, false);
        }
        return plot;
    }

    private static XYPlot floors(MissingDepth point) {
        List<MissingDepth> one = List.of(point);
        XYPlot plot = Theme.plot(null, haircuts(point), discounts(point.haircuts().stream().map(Haircut::floor),
                point.targets()), null);
        targetLines(plot, one, point.targets());
        List<Haircut> sold = point.haircuts().stream().filter(at -> at.floor().hasMean()).toList();
        Series.line(plot, sold, Haircut::haircut, at -> at.floor().mean(), Theme.VERMILION, Theme.THIN);
        dots(plot, sold.stream().map(at -> new double[] {at.haircut(), at.haircut(), at.haircut(), at.floor().mean(),
            at.floor().hasEnds() ? at.floor().low() : at.floor().mean(), at.floor().hasEnds() ? at.floor().high()
                    : at.floor().mean()})
                .toList(), Theme.VERMILION, false);
        sold.forEach(at -> Tip.dot(plot, at.haircut(), at.floor().mean(), DOT, "Haircut " + Formats.percent(at.haircut())
                + ", unlimited repo: discount " + Tip.of(at.floor(), Formats::percentWithDecimal)));
        for (double target : point.targets()) {
            XYTextAnnotation label = new XYTextAnnotation(Formats.percent(target), plot.getDomainAxis().getUpperBound(), target);
            label.setFont(LABEL);
            label.setPaint(colour(one, target).darker());
            label.setTextAnchor(TextAnchor.BOTTOM_RIGHT);
            plot.addAnnotation(label);
        }
        return plot;
    }

    private static NumberAxis haircuts(MissingDepth point) {
        double low = point.haircuts().get(0).haircut();
        double high = point.haircuts().get(point.haircuts().size() - 1).haircut();
        double margin = Math.max(0.02, 0.08 * (high - low));
        double step = DoubleStream.of(0.01, 0.02, 0.05, 0.1).filter(s -> (high - low) / s <= 7).findFirst().orElse(0.2);
        return Theme.axis("Base of the haircut", Formats.of(Formats::percent), Math.max(0, low - margin), high + 2.2 * margin,
                step);
    }

    /** Dots at x and y with intervals, each as x, low x, high x, y, low y, high y. */
    private static void dots(XYPlot plot, List<double[]> places, Color colour, boolean along) {
        XYIntervalSeries series = new XYIntervalSeries("dots");
        places.forEach(at -> series.add(at[0], at[1], at[2], at[3], at[4], at[5]));
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(along);
        renderer.setDrawYError(!along);
        renderer.setCapLength(8);
        renderer.setErrorStroke(Theme.THICK);
        renderer.setSeriesPaint(0, colour.darker());
        renderer.setSeriesShape(0, dot());
        Theme.add(plot, data, renderer);
    }

    private static List<Double> targets(List<MissingDepth> points) {
        return points.stream().flatMap(point -> point.targets().stream()).distinct().sorted().toList();
    }

    private static Color colour(List<MissingDepth> points, double target) {
        return TARGETS.get(targets(points).indexOf(target) % TARGETS.size());
    }

    private static Shape dot() {
        return new Ellipse2D.Double(-6, -6, 12, 12);
    }
}
