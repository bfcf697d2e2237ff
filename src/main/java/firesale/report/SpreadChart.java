package firesale.report;

import firesale.model.SpreadFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;

/** Spreads that would pay for losses against spreads charged, a panel for each kind of lending and a row for each point. */
final class SpreadChart {

    /** More points would be too many to read. */
    static final int MOST = 30;

    private static final int ROW_PIXELS = 34;
    private static final int LEAST_ROWS = 3;
    private static final int AROUND_PIXELS = 190;
    /** As wide as what a label keeps off a mark. */
    private static final String MARK_ROOM = "0";

    private final SpreadTable table;
    private final List<String> points;

    private SpreadChart(SpreadTable table) {
        this.table = table;
        this.points = table.points().subList(0, Math.min(MOST, table.points().size()));
    }

    /** The picture of a table that is not empty; of more than {@link #MOST} points only the first are drawn. */
    static Picture of(Caption caption, SpreadTable table) {
        return new SpreadChart(table).picture(caption);
    }

    private Picture picture(Caption caption) {
        List<String> kinds = table.kinds();
        int columns = Panels.columns(kinds.size());
        int panelRows = (kinds.size() + columns - 1) / columns;
        List<String> rows = Names.cut(points);
        int names = RowBars.namesPixels(rows);
        double pixels = Panels.barsPixels(columns, names);
        List<Panels.Panel> panels = new ArrayList<>();
        for (String kind : kinds) {
            panels.add(new Panels.Panel(title(kind), panel(kind, rows, pixels).plot()));
        }
        Legend legend = new Legend().area("Fair: pays for losses, as labelled", Theme.SKY).area("Charged", Theme.PURPLE);
        int height = AROUND_PIXELS + panelRows * (Panels.TITLE_PIXELS + Panels.TICKS_PIXELS + 14
                + Math.max(LEAST_ROWS, rows.size()) * ROW_PIXELS);
        return new Picture(caption.chart("What lending charges, and what would pay for its losses",
                "basis points a year over the risk-free rate; lines: 95 % intervals; each panel has a scale of its own", legend,
                new Panels(panels, columns, names)), Picture.WIDTH, height);
    }

    /** Holders of convertible notes are paid by an option as well. */
    private static String title(String kind) {
        String words = SpreadFigures.words(kind);
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return kind.equals("convertible_notes") ? title + " (and an option)" : title;
    }

    private RowBars panel(String kind, List<String> rows, double pixels) {
        RowBars panel = new RowBars(rows, scale(kind, pixels), pixels);
        for (int row = 0; row < points.size(); row++) {
            Optional<Interval> fair = table.fair(kind, points.get(row));
            Optional<Interval> charged = table.charged(kind, points.get(row));
            if (fair.isPresent() && charged.isPresent()) {
                panel.bar(row, 0, fair.get().mean(), Theme.SKY);
                panel.whisker(row, fair.get());
                panel.mark(row, charged.get().mean());
                panel.tip(row, points.get(row) + ", " + title(kind) + ": fair " + Tip.of(fair.get(), Formats::basisPoints)
                        + "; charged " + Formats.basisPoints(charged.get().mean()));
                panel.right(row, Math.max(high(fair.get()), panel.besideMark(charged.get().mean())),
                        Formats.basisPoints(fair.get().mean()), RowBars.LABEL);
            }
        }
        return panel;
    }

    private static double high(Interval value) {
        return value.hasEnds() ? Math.max(value.high(), value.mean()) : value.mean();
    }

    /** With room for labels right of the bars, and for what is charged below zero. */
    private NumberAxis scale(String kind, double pixels) {
        LabelledScale scale = new LabelledScale();
        for (String point : points) {
            double charged = table.charged(kind, point).map(Interval::mean).orElse(0.0);
            scale.left(Math.min(0, charged), MARK_ROOM);
            table.fair(kind, point).ifPresent(fair -> scale.at(fair.mean()).right(Math.max(high(fair), charged),
                    Formats.basisPoints(fair.mean()) + MARK_ROOM));
        }
        return scale.axis(pixels, perYear -> Formats.basisPoints(perYear).replace(" bp", ""));
    }
}
