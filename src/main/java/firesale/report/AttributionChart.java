package firesale.report;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;

/** What each cause takes of FMV, whatever the order: bars with intervals for a few design points, stacked bars for many. */
final class AttributionChart {

    /** More points are stacked bars. */
    static final int MOST_PANELS = 6;

    private static final String TITLE = "What the discount is made of: Shapley shares of FMV by cause";
    private static final String TOTAL = "Discount";
    private static final int ROW_PIXELS = 34;
    private static final int AROUND_PIXELS = 190;
    private static final double HALF_BAR = 0.36;
    private static final Font IN_BAR = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    private AttributionChart() {
    }

    /** A panel for each of at most {@link #MOST_PANELS} points. */
    static Picture panels(Caption caption, List<Attribution> points) {
        List<Wedge> wedges = wedges(points);
        List<String> rows = new ArrayList<>(wedges.stream().map(Wedge::label).toList());
        rows.add(TOTAL);
        int columns = Math.min(3, points.size());
        int panelRows = (points.size() + columns - 1) / columns;
        int names = RowBars.namesPixels(rows);
        double pixels = Panels.barsPixels(columns, names);
        List<String> titles = Names.cut(points.stream().map(Attribution::point).toList());
        List<Panels.Panel> panels = new ArrayList<>();
        for (int p = 0; p < points.size(); p++) {
            panels.add(new Panels.Panel(titles.get(p), panel(points.get(p), wedges, rows, scale(points, pixels), pixels).plot()));
        }
        Legend legend = new Legend();
        for (Wedge.Group group : Wedge.Group.values()) {
            legend.area(group.label(), colour(group));
        }
        legend.area(TOTAL, Theme.BLACK);
        int height = AROUND_PIXELS + panelRows * (Panels.TITLE_PIXELS + Panels.TICKS_PIXELS + 14 + rows.size() * ROW_PIXELS);
        return new Picture(caption.chart(TITLE, "percentage points of FMV in the week of sale; lines: 95 % intervals"
                + Wedge.leftOut(wedges), legend, new Panels(panels, columns, names)), Picture.WIDTH, Math.max(Picture.HEIGHT, height));
    }

    private static List<Wedge> wedges(List<Attribution> points) {
        return Wedge.present(points.stream().map(Attribution::shares).toList());
    }

    private static RowBars panel(Attribution point, List<Wedge> wedges, List<String> rows, NumberAxis scale, double pixels) {
        RowBars panel = new RowBars(rows, scale, pixels);
        for (int row = 0; row < wedges.size(); row++) {
            bar(panel, row, point.share(wedges.get(row)), colour(wedges.get(row).group()), RowBars.LABEL);
        }
        bar(panel, wedges.size(), point.discount(), Theme.BLACK, RowBars.TOTAL);
        return panel;
    }

    /** The label stands where the bar points to, beyond the interval. */
    private static void bar(RowBars panel, int row, Interval share, Color colour, Font font) {
        panel.bar(row, 0, share.mean(), colour);
        panel.whisker(row, share);
        if (share.mean() < 0) {
            panel.left(row, Math.min(share.mean(), low(share)), Formats.points(share.mean()), font);
        } else {
            panel.right(row, Math.max(share.mean(), high(share)), Formats.points(share.mean()), font);
        }
    }

    private static double low(Interval share) {
        return share.hasEnds() ? share.low() : share.mean();
    }

    private static double high(Interval share) {
        return share.hasEnds() ? share.high() : share.mean();
    }

    /** One scale for all, with room for labels on the sides to which bars point. */
    private static NumberAxis scale(List<Attribution> points, double pixels) {
        double low = 0;
        double high = 0.01;
        boolean anyLeft = false;
        for (Attribution point : points) {
            List<Interval> bars = new ArrayList<>(point.shares());
            bars.add(point.discount());
            for (Interval bar : bars) {
                low = Math.min(low, Math.min(low(bar), bar.mean()));
                high = Math.max(high, Math.max(high(bar), bar.mean()));
                anyLeft |= bar.mean() < 0;
            }
        }
        double room = RowBars.room("\u221210.0 pp");
        double perPixel = (high - low) / (pixels - (anyLeft ? 2 : 1) * room);
        double from = anyLeft ? low - room * perPixel : low;
        double to = from + pixels * perPixel;
        double step = DoubleStream.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1).filter(s -> s / perPixel >= 70).findFirst().orElse(2);
        return Theme.axis(null, Formats.of(Formats::percent), from, to, step);
    }

    static Color colour(Wedge.Group group) {
        return switch (group) {
            case PHYSICS -> Theme.BLUE;
            case BELIEF -> Theme.ORANGE;
            case MONEY -> Theme.GREEN;
            case MARKET -> Theme.PURPLE;
        };
    }
}
