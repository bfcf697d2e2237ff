package firesale.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;

/** From book, first best and FMV down the steps to the price, a panel for each design point, all of one scale. */
final class WaterfallChart {

    /** More panels would be too small to read. */
    static final int MOST = 6;

    /** As wide as what a label keeps off a mark. */
    private static final String MARK_ROOM = "0";
    private static final int ROW_PIXELS_ALONE = 35;
    private static final int ROW_PIXELS = 25;
    private static final int AROUND_PIXELS = 190;
    /** Book so much larger than the rest is cut, lest the steps be slivers; and how far beyond the rest it then goes. */
    private static final double LONG = 1.5;
    private static final double CUT = 1.15;
    private static final String OLV = "OLV (orderly)";
    private static final String NOLV = "NOLV (net of cost)";
    private static final String FLV = "FLV (forced)";
    private static final Color TOTAL = Theme.AXIS;
    private static final Color FMV = Theme.BLACK;
    private static final Color DOWN = Theme.VERMILION;
    private static final Color UP = Theme.BLUE;
    private static final Color PRICE = Theme.SKY;

    private final List<Waterfall> points;
    private final List<Wedge> wedges;
    private final List<String> rows = new ArrayList<>();
    private final double longest;
    private boolean cut;

    private WaterfallChart(List<Waterfall> points) {
        this.points = points;
        this.wedges = Wedge.present(points.stream().map(Waterfall::steps).toList());
        addRow("Book value", points.stream().map(Waterfall::book));
        addRow("First best", points.stream().map(Waterfall::firstBest));
        rows.add("FMV");
        wedges.forEach(wedge -> rows.add(wedge.label()));
        rows.add("Price");
        addRow(OLV, points.stream().map(Waterfall::olv));
        addRow(NOLV, points.stream().map(Waterfall::nolv));
        addRow(FLV, points.stream().map(Waterfall::flv));
        this.longest = longest();
    }

    private void addRow(String name, Stream<Optional<Interval>> totals) {
        if (totals.anyMatch(Optional::isPresent)) {
            rows.add(name);
        }
    }

    /** The picture of at least one point; of more than {@link #MOST} only the first are drawn. */
    static Picture of(Caption caption, List<Waterfall> points) {
        return new WaterfallChart(points.subList(0, Math.min(MOST, points.size()))).picture(caption);
    }

    private Picture picture(Caption caption) {
        int columns = Panels.columns(points.size());
        int panelRows = (points.size() + columns - 1) / columns;
        int names = RowBars.namesPixels(rows);
        double pixels = Panels.barsPixels(columns, names);
        List<String> titles = Names.cut(points.stream().map(Waterfall::point).toList());
        List<Panels.Panel> panels = new ArrayList<>();
        for (int p = 0; p < points.size(); p++) {
            panels.add(new Panels.Panel(titles.get(p), panel(points.get(p), pixels).plot()));
        }
        Legend legend = new Legend().area("Value", TOTAL).area("FMV", FMV).area("Step down", DOWN).area("Step up", UP)
                .area("Price", PRICE);
        if (rows.indexOf("Price") < rows.size() - 1) {
            legend.dot("Appraisals", Theme.PURPLE, RowBars.markShape());
        }
        String note = "% of FMV in the week of sale; pp: percentage points; lines: 95 % intervals"
                + (cut ? "; slit bars go beyond the scale" : "") + Wedge.leftOut(wedges);
        int height = AROUND_PIXELS + panelRows * (Panels.TITLE_PIXELS + Panels.TICKS_PIXELS + 14
                + rows.size() * (panelRows == 1 ? ROW_PIXELS_ALONE : ROW_PIXELS));
        return new Picture(caption.chart("From book value and FMV to the price, step by step", note, legend,
                new Panels(panels, columns, names)), Picture.WIDTH, Math.max(Picture.HEIGHT, height));
    }

    private RowBars panel(Waterfall point, double pixels) {
        RowBars panel = new RowBars(rows, scale(pixels), pixels);
        point.book().ifPresent(book -> total(panel, "Book value", book, TOTAL));
        point.firstBest().ifPresent(best -> total(panel, "First best", best, TOTAL));
        total(panel, "FMV", new Interval(1, Double.NaN, Double.NaN, 0, ""), FMV);
        double level = 1;
        int row = rows.indexOf("FMV");
        for (Wedge wedge : wedges) {
            panel.link(row, level);
            row++;
            double step = point.step(wedge).mean();
            panel.bar(row, level, level - step, step >= 0 ? DOWN : UP);
            panel.tip(row, wedge.label() + ": takes " + Tip.of(point.step(wedge), WaterfallChart::points));
            panel.right(row, Math.max(level, level - step), Formats.points(-step), RowBars.LABEL);
            level -= step;
        }
        panel.link(row, level);
        total(panel, "Price", point.price(), PRICE);
        point.olv().ifPresent(olv -> appraisal(panel, OLV, olv));
        point.nolv().ifPresent(nolv -> appraisal(panel, NOLV, nolv));
        point.flv().ifPresent(flv -> appraisal(panel, FLV, flv));
        return panel;
    }

    private void total(RowBars panel, String name, Interval value, Color colour) {
        int row = rows.indexOf(name);
        double end = isLong(value) ? longest * CUT : value.mean();
        panel.bar(row, 0, end, colour);
        panel.tip(row, name + ": " + Tip.of(value, Formats::percentWithDecimal) + " of FMV");
        if (isLong(value)) {
            panel.cut(row, end);
            cut = true;
            panel.right(row, end, Formats.percentWithDecimal(value.mean()), RowBars.TOTAL);
        } else {
            panel.whisker(row, value);
            panel.right(row, high(value), Formats.percentWithDecimal(value.mean()), RowBars.TOTAL);
        }
    }

    private void appraisal(RowBars panel, String name, Interval value) {
        int row = rows.indexOf(name);
        panel.whisker(row, value);
        panel.mark(row, value.mean());
        panel.tip(row, name + ": " + Tip.of(value, Formats::percentWithDecimal) + " of FMV");
        panel.right(row, Math.max(panel.besideMark(value.mean()), high(value)),
                Formats.percentWithDecimal(value.mean()), RowBars.LABEL);
    }

    private boolean isLong(Interval total) {
        return total.mean() > longest * CUT;
    }

    /** How far bars reach, but for those that are cut: totals far above all others. */
    private double longest() {
        double steps = 1;
        for (Waterfall point : points) {
            double level = 1;
            for (Interval step : point.steps()) {
                level -= step.mean();
                steps = Math.max(steps, level);
            }
            steps = Math.max(steps, Stream.of(Optional.of(point.price()), point.olv(), point.nolv(), point.flv())
                    .flatMap(Optional::stream).mapToDouble(WaterfallChart::high).max().orElse(1));
        }
        double most = LONG * steps;
        return Math.max(steps, points.stream().flatMap(point -> Stream.of(point.book(), point.firstBest()))
                .flatMap(Optional::stream).filter(total -> total.mean() <= most).mapToDouble(WaterfallChart::high).max()
                .orElse(1));
    }

    private static String points(double share) {
        return Formats.points(share).replaceFirst("^\\+", "");
    }

    private static double high(Interval value) {
        return value.hasEnds() ? Math.max(value.high(), value.mean()) : value.mean();
    }

    /** One scale for all, with room for labels right of the bars. */
    private NumberAxis scale(double pixels) {
        LabelledScale scale = new LabelledScale();
        scale.right(1, Formats.percentWithDecimal(1));
        for (Waterfall point : points) {
            double level = 1;
            for (Wedge wedge : wedges) {
                double step = point.step(wedge).mean();
                scale.at(level - step).right(Math.max(level, level - step), Formats.points(-step));
                level -= step;
            }
            Stream.of(point.book(), point.firstBest(), Optional.of(point.price()), point.olv(), point.nolv(), point.flv())
                    .flatMap(Optional::stream)
                    .forEach(total -> scale.right(isLong(total) ? longest * CUT : high(total),
                            Formats.percentWithDecimal(total.mean()) + MARK_ROOM));
        }
        return scale.axis(pixels);
    }
}
