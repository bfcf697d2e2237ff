package firesale.report;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.ui.Layer;
import org.jfree.ui.TextAnchor;

/** What each cause takes of FMV, whatever the order: bars with intervals for a few design points, stacked bars for many. */
final class AttributionChart {

    /** More points are stacked bars. */
    static final int MOST_PANELS = 6;

    private static final String TITLE = "What the discount is made of: Shapley shares of FMV by cause";
    private static final String TOTAL = "Discount";
    private static final int ROW_PIXELS = 34;
    private static final int AROUND_PIXELS = 190;
    private static final double HALF_BAR = 0.36;
    /** About the width of the bars' area in a picture of the usual width, beside long names. */
    private static final double STACKED_PIXELS = 1000;
    /** How much of its group's colour a member has. */
    private static final List<Double> SHADES = List.of(1.0, 0.62, 0.32, 1.45);
    private static final Font IN_BAR = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    private AttributionChart() {
    }

    /** A panel for each of at most {@link #MOST_PANELS} points. */
    static Picture panels(Caption caption, List<Attribution> points) {
        List<Wedge> wedges = wedges(points);
        List<String> rows = new ArrayList<>(wedges.stream().map(Wedge::label).toList());
        rows.add(TOTAL);
        int columns = Panels.columns(points.size());
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
        String note = "percentage points of FMV in the week of sale; lines: 95 % intervals" + Wedge.leftOut(wedges);
        return new Picture(caption.chart(TITLE, note, legend, new Panels(panels, columns, names)), Picture.WIDTH,
                Math.max(Picture.HEIGHT, height));
    }

    /** A stacked bar for each of many points: what lowers the price right of zero, what raises it left. */
    static JFreeChart stacked(Caption caption, List<Attribution> points) {
        List<Wedge> wedges = wedges(points);
        SymbolAxis names = Names.axis(points.stream().map(Attribution::point).toList());
        names.setInverted(true);
        XYPlot plot = Theme.plot(null, names, null, null);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setDomainGridlinesVisible(false);
        ValueMarker zero = new ValueMarker(0, Theme.AXIS, Theme.THIN);
        zero.setAlpha(1);
        plot.addRangeMarker(zero, Layer.FOREGROUND);
        double[] left = new double[points.size()];
        double[] right = new double[points.size()];
        Legend legend = new Legend();
        for (Wedge wedge : wedges) {
            stack(plot, wedge, points, left, right);
            legend.area(wedge.label(), shade(wedge));
        }
        LabelledScale scale = new LabelledScale();
        for (int p = 0; p < points.size(); p++) {
            scale.at(left[p]).right(right[p], label(points.get(p).discount()));
            text(plot, p, right[p], " " + label(points.get(p).discount()), TextAnchor.CENTER_LEFT, RowBars.TOTAL, Theme.INK);
        }
        NumberAxis axis = scale.axis(STACKED_PIXELS);
        labelSegments(plot, wedges, points, STACKED_PIXELS / axis.getRange().getLength());
        plot.setRangeAxis(axis);
        String note = "percentage points of FMV in the week of sale, and their sum; intervals are in summary.csv";
        return caption.chart(TITLE, note + Wedge.leftOut(wedges), legend, plot);
    }

    private static void stack(XYPlot plot, Wedge wedge, List<Attribution> points, double[] left, double[] right) {
        XYIntervalSeriesCollection bars = Series.bars();
        for (int p = 0; p < points.size(); p++) {
            double share = points.get(p).share(wedge).mean();
            double from = share >= 0 ? right[p] : left[p];
            Series.bar(bars, p - HALF_BAR, p + HALF_BAR, from, from + share);
            Tip.box(plot, p - HALF_BAR, from, p + HALF_BAR, from + share,
                    tip(points.get(p), wedge.label(), points.get(p).share(wedge)));
            right[p] += Math.max(0, share);
            left[p] += Math.min(0, share);
        }
        Theme.addBars(plot, bars, shade(wedge));
    }

    /** Numbers in the parts that are wide enough for them. */
    private static void labelSegments(XYPlot plot, List<Wedge> wedges, List<Attribution> points, double pixelsPerShare) {
        for (int p = 0; p < points.size(); p++) {
            double left = 0;
            double right = 0;
            for (Wedge wedge : wedges) {
                double share = points.get(p).share(wedge).mean();
                String text = label(points.get(p).share(wedge)).replace(" pp", "");
                if (Math.abs(share) * pixelsPerShare > Panels.pixels(text, IN_BAR) + 8) {
                    text(plot, p, (share >= 0 ? right : left) + share / 2, text, TextAnchor.CENTER, IN_BAR, ink(shade(wedge)));
                }
                right += Math.max(0, share);
                left += Math.min(0, share);
            }
        }
    }

    private static void text(XYPlot plot, int row, double at, String text, TextAnchor anchor, Font font, Color ink) {
        XYTextAnnotation label = new XYTextAnnotation(text, row, at);
        label.setFont(font);
        label.setPaint(ink);
        label.setTextAnchor(anchor);
        plot.addAnnotation(label);
    }

    /** Black or white, whichever is read better on a colour. */
    private static Color ink(Color ground) {
        double light = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return light > 125 ? Theme.INK : Color.WHITE;
    }

    /** The group's colour, lighter for each further member. */
    private static Color shade(Wedge wedge) {
        int member = 0;
        for (Wedge before : Wedge.values()) {
            member += before.group() == wedge.group() && before.ordinal() < wedge.ordinal() ? 1 : 0;
        }
        Color full = colour(wedge.group());
        double part = SHADES.get(member);
        return new Color(mixed(full.getRed(), part), mixed(full.getGreen(), part), mixed(full.getBlue(), part));
    }

    /** Mixed with white, or, above one, with black. */
    private static int mixed(int colour, double part) {
        return (int) Math.round(part > 1 ? colour * (2 - part) : 255 - part * (255 - colour));
    }

    private static List<Wedge> wedges(List<Attribution> points) {
        return Wedge.present(points.stream().map(Attribution::shares).toList());
    }

    private static RowBars panel(Attribution point, List<Wedge> wedges, List<String> rows, NumberAxis scale, double pixels) {
        RowBars panel = new RowBars(rows, scale, pixels);
        for (int row = 0; row < wedges.size(); row++) {
            bar(panel, row, point.share(wedges.get(row)), colour(wedges.get(row).group()), RowBars.LABEL,
                    tip(point, wedges.get(row).label(), point.share(wedges.get(row))));
        }
        bar(panel, wedges.size(), point.discount(), Theme.BLACK, RowBars.TOTAL, tip(point, TOTAL, point.discount()));
        return panel;
    }

    private static String tip(Attribution point, String what, Interval share) {
        return point.point() + ": " + what + " " + Tip.of(share, AttributionChart::label) + " of FMV";
    }

    /** The label stands where the bar points to, beyond the interval. */
    private static void bar(RowBars panel, int row, Interval share, Color colour, Font font, String tip) {
        panel.bar(row, 0, share.mean(), colour);
        panel.tip(row, tip);
        panel.whisker(row, share);
        if (share.mean() < 0) {
            panel.left(row, low(share), label(share), font);
        } else {
            panel.right(row, high(share), label(share), font);
        }
    }

    private static double low(Interval share) {
        return share.hasEnds() ? Math.min(share.low(), share.mean()) : share.mean();
    }

    private static double high(Interval share) {
        return share.hasEnds() ? Math.max(share.high(), share.mean()) : share.mean();
    }

    /** One scale for all, with room for labels on the sides to which bars point. */
    private static NumberAxis scale(List<Attribution> points, double pixels) {
        LabelledScale scale = new LabelledScale();
        for (Attribution point : points) {
            List<Interval> bars = new ArrayList<>(point.shares());
            bars.add(point.discount());
            for (Interval bar : bars) {
                scale.at(low(bar)).at(high(bar));
                if (bar.mean() < 0) {
                    scale.left(low(bar), label(bar));
                } else {
                    scale.right(high(bar), label(bar));
                }
            }
        }
        return scale.axis(pixels);
    }

    private static String label(Interval share) {
        return label(share.mean());
    }

    private static String label(double share) {
        return Formats.points(share).replaceFirst("^\\+", "");
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
