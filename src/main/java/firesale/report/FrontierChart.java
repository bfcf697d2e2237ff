package firesale.report;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;

/** The first two measures of a frontier against each other, a dot for each point; a third stands as a number after names. */
final class FrontierChart {

    /** More points would be too many to read. */
    static final int MOST = 30;

    private static final double MARGIN = 0.07;
    private static final double LEAST_SHARE = 0.01;
    /** Ticks nearer to each other would have the same texts: those of large numbers have fewer digits. */
    private static final double LEAST_OF_SMALL = 0.02;
    private static final double LEAST_OF_LARGE = 0.1;
    private static final double LARGE = 1000;

    private FrontierChart() {
    }

    /** The chart of a frontier in which at least one point, and at most {@link #MOST}, have a place. */
    static JFreeChart of(Caption caption, Frontier frontier) {
        Point2D middle = new Point2D.Double();
        Legend legend = new Legend();
        if (!frontier.undominated().isEmpty()) {
            legend.dotAlone("Not dominated, by the estimates", FrontierPlot.UNDOMINATED,
                    FrontierPlot.circle(middle, FrontierPlot.RADIUS));
        }
        if (frontier.undominated().size() < frontier.placed().size()) {
            legend.dotAlone("Dominated: another is as low in both, lower in one", FrontierPlot.DOMINATED,
                    FrontierPlot.circle(middle, FrontierPlot.RADIUS));
        }
        if (frontier.placed().stream().anyMatch(Frontier.Point::baseline)) {
            legend.dotAlone("Ringed: baseline", Color.WHITE, FrontierPlot.circle(middle, FrontierPlot.RADIUS + 3));
        }
        String third = frontier.hasThird() ? "; after names: " + frontier.measures().get(2).name() : "";
        return caption.chart("Points by two measures, lower being better in both", "lines through dots: 95 % intervals" + third
                + undrawn(frontier), legend, new FrontierPlot(frontier, axis(frontier, 0), axis(frontier, 1)));
    }

    private static String undrawn(Frontier frontier) {
        int missing = frontier.points().size() - frontier.placed().size();
        return missing == 0 ? "" : "; " + missing + " without a value " + (missing == 1 ? "is" : "are") + " not drawn";
    }

    /** Holds all dots and intervals. */
    private static NumberAxis axis(Frontier frontier, int measure) {
        String unit = frontier.measures().get(measure).unit();
        List<Interval> all = frontier.placed().stream().map(point -> point.at().get(measure)).toList();
        double low = ends(all, Interval::low).min().orElseThrow();
        double high = ends(all, Interval::high).max().orElseThrow();
        double size = Math.max(Math.abs(low), Math.abs(high));
        double least = unit.equals("share") ? LEAST_SHARE : size == 0 ? 1
                : size * (size < LARGE ? LEAST_OF_SMALL : LEAST_OF_LARGE);
        double spare = Math.max(0, least - (high - low)) / 2 + MARGIN * Math.max(least, high - low);
        NumberAxis axis = Theme.axis(frontier.measures().get(measure).name(), Formats.of(value -> Formats.inUnit(value, unit)));
        axis.setRange(low - spare, high + spare);
        return axis;
    }

    private static DoubleStream ends(List<Interval> all, Function<Interval, Double> end) {
        return all.stream().flatMapToDouble(at -> at.hasEnds() ? DoubleStream.of(at.mean(), end.apply(at))
                : DoubleStream.of(at.mean()));
    }
}
