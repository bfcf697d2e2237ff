package firesale.gui.map;

import firesale.gui.view.Layer;
import firesale.gui.view.Mark;
import firesale.gui.view.Regimes;
import firesale.hardware.Cooling;
import firesale.report.Palette;
import firesale.world.Regime;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws a scene. */
final class Painter extends Layer {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final Color PALE = new Color(0xF6F6F6);
    private static final Color TOO_WEAK = new Color(0xEFE9E4);
    private static final int MOST_LABELS = 3;
    private static final long WORTH_A_LABEL = 200;

    private volatile Scene scene;

    Painter() {
        super(Sheet.WIDTH, Sheet.HEIGHT);
    }

    /** Shows another scene from now on. */
    void show(Scene other) {
        scene = other;
    }

    @Override
    protected List<? extends Mark> marks() {
        Scene now = scene;
        return now == null ? List.of() : now.marks();
    }

    @Override
    protected void draw(Graphics2D sheet) {
        Scene now = scene;
        sheet.setColor(Color.WHITE);
        sheet.fill(new Rectangle2D.Double(0, 0, Sheet.WIDTH, Sheet.HEIGHT));
        if (now == null) {
            hint(sheet);
            return;
        }
        status(sheet, now);
        timeline(sheet, now);
        headline(sheet, now);
        plot(sheet, now);
        lane(sheet, now);
        shelf(sheet, now);
        buyers(sheet, now);
        flights(sheet, now);
        Legend.draw(sheet, now);
    }

    private static void hint(Graphics2D sheet) {
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.LARGE);
        centred(sheet, "The market map", Sheet.WIDTH / 2, 150);
        sheet.setFont(Ink.PLAIN.deriveFont(12f));
        sheet.setColor(Palette.FAINT_INK);
        centred(sheet, "Press play in the console: buyers appear by what their racks hold and how much power is free,", Sheet.WIDTH / 2, 176);
        centred(sheet, "machines that lenders seize appear on a shelf below, and move to who buys them.", Sheet.WIDTH / 2, 193);
    }

    private static void status(Graphics2D sheet, Scene now) {
        Regime regime = now.moment().regime();
        sheet.setColor(regime == Regime.CALM ? PALE : Regimes.ground(regime));
        sheet.fill(new Rectangle2D.Double(0, 0, Sheet.WIDTH, Sheet.STATUS_BOTTOM));
        double left = Sheet.WIDTH;
        for (int i = now.counters().size() - 1; i >= 0; i--) {
            Scene.Counter each = now.counters().get(i);
            left -= 14 + Math.max(sheet.getFontMetrics(Ink.PLAIN).stringWidth(each.name()),
                    sheet.getFontMetrics(Ink.BOLD.deriveFont(13f)).stringWidth(each.value()));
            sheet.setColor(Palette.GRID);
            sheet.setStroke(Ink.line(1));
            sheet.draw(new Line2D.Double(left, 5, left, Sheet.STATUS_BOTTOM - 5));
            sheet.setColor(Palette.FAINT_INK);
            sheet.setFont(Ink.PLAIN);
            write(sheet, each.name(), left + 5, 13);
            sheet.setColor(Palette.INK);
            sheet.setFont(Ink.BOLD.deriveFont(13f));
            write(sheet, each.value(), left + 5, 28);
        }
        String week = "Week " + now.moment().week();
        String date = " \u00b7 " + DATE.format(now.moment().date()) + " \u00b7 ";
        String word = Regimes.word(regime) + (now.moment().isRunOff() ? ", run-off" : "");
        float points = 17;
        double width;
        do {
            points -= 0.5f;
            width = metrics(sheet, Font.BOLD, points).stringWidth(week) + metrics(sheet, Font.PLAIN, points - 2).stringWidth(date)
                    + metrics(sheet, Font.BOLD, points - 2).stringWidth(word);
        } while (10 + width > left - 8 && points > 13);
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.BOLD.deriveFont(points));
        double x = write(sheet, week, 10, 22);
        sheet.setFont(Ink.PLAIN.deriveFont(points - 2));
        x = write(sheet, date, x, 22);
        sheet.setFont(Ink.BOLD.deriveFont(points - 2));
        sheet.setColor(regime == Regime.SQUEEZE ? Palette.VERMILION.darker() : Palette.INK);
        write(sheet, word, x, 22);
    }

    private static FontMetrics metrics(Graphics2D sheet, int style, float points) {
        return sheet.getFontMetrics(Ink.PLAIN.deriveFont(style, points));
    }

    private static void timeline(Graphics2D sheet, Scene now) {
        double height = Sheet.TIMELINE_BOTTOM - Sheet.TIMELINE_TOP;
        double step = Sheet.WIDTH / now.horizon();
        sheet.setColor(new Color(0xF0F0F0));
        sheet.fill(new Rectangle2D.Double(0, Sheet.TIMELINE_TOP, Sheet.WIDTH, height));
        int from = 0;
        for (int w = 1; w <= now.regimes().size(); w++) {
            if (w == now.regimes().size() || now.regimes().get(w) != now.regimes().get(from)) {
                sheet.setColor(Ink.bar(now.regimes().get(from)));
                sheet.fill(new Rectangle2D.Double(from * step, Sheet.TIMELINE_TOP, (w - from) * step, height));
                sheet.setColor(Palette.INK);
                sheet.setFont(Ink.PLAIN);
                String word = now.regimes().get(from) == Regime.SQUEEZE ? "squeeze" : Regimes.word(now.regimes().get(from));
                if (sheet.getFontMetrics().stringWidth(word) + 6 < (w - from) * step) {
                    write(sheet, word, from * step + 3, Sheet.TIMELINE_BOTTOM - 2);
                }
                from = w;
            }
        }
        sheet.setStroke(Ink.line(1));
        sheet.setColor(Palette.AXIS);
        double end = now.moment().weeks() * step;
        for (double x = end; x < Sheet.WIDTH && now.moment().week() < now.moment().weeks(); x += 9) {
            sheet.draw(new Line2D.Double(x, Sheet.TIMELINE_BOTTOM, Math.min(Sheet.WIDTH, x + 6), Sheet.TIMELINE_TOP));
        }
        sheet.draw(new Line2D.Double(end, Sheet.TIMELINE_TOP, end, Sheet.TIMELINE_BOTTOM));
        sheet.setColor(Palette.INK);
        double here = (now.moment().week() + 1) * step;
        sheet.fill(new Rectangle2D.Double(here - 1.5, Sheet.TIMELINE_TOP - 2, 3, height + 4));
        sheet.setFont(Ink.PLAIN);
        if (end < Sheet.WIDTH - 50) {
            double text = Sheet.WIDTH - sheet.getFontMetrics().stringWidth("run-off at most") - 5;
            text = text > end + 4 ? text : Sheet.WIDTH - sheet.getFontMetrics().stringWidth("run-off") - 5;
            if (here < text - 4) {
                sheet.setColor(new Color(0xF0F0F0));
                sheet.fill(new Rectangle2D.Double(text - 4, Sheet.TIMELINE_TOP, Sheet.WIDTH - text + 4, height));
                sheet.setColor(Palette.FAINT_INK);
                write(sheet, text > end + 4 ? "run-off at most" : "run-off", text, Sheet.TIMELINE_BOTTOM - 2);
            }
        }
    }

    private static void headline(Graphics2D sheet, Scene now) {
        sheet.setColor(Palette.INK);
        fitted(sheet, now.lead(), 10, Sheet.TIMELINE_BOTTOM + 17, Sheet.WIDTH - 20, Font.BOLD, 15);
        sheet.setColor(Palette.FAINT_INK);
        fitted(sheet, now.rest(), 10, Sheet.TIMELINE_BOTTOM + 34, Sheet.WIDTH - 20, Font.PLAIN, 13);
    }

    /** Writes in a size in which it fits, 11 at least. */
    private static void fitted(Graphics2D sheet, String text, double x, double y, double width, int style, int size) {
        int points = size;
        sheet.setFont(new Font(Font.SANS_SERIF, style, points));
        while (points > 11 && sheet.getFontMetrics().stringWidth(text) > width) {
            sheet.setFont(new Font(Font.SANS_SERIF, style, --points));
        }
        write(sheet, text, x, y);
    }

    private static void plot(Graphics2D sheet, Scene now) {
        sheet.setColor(Color.WHITE);
        sheet.fill(new Rectangle2D.Double(Sheet.PLOT_LEFT, Sheet.PLOT_TOP, Sheet.PLOT_RIGHT - Sheet.PLOT_LEFT,
                Sheet.PLOT_BOTTOM - Sheet.PLOT_TOP));
        Scene.Slot largest = null;
        for (Scene.Slot slot : now.slots()) {
            largest = slot.gpus() > 0 && (largest == null || slot.gpus() > largest.gpus()) ? slot : largest;
        }
        if (largest != null) {
            tooWeak(sheet, now.density().at(largest.needsKw()));
        }
        sheet.setColor(PALE);
        sheet.fill(new Rectangle2D.Double(Sheet.PLOT_LEFT, Sheet.BAND_TOP, Sheet.PLOT_RIGHT - Sheet.PLOT_LEFT,
                Sheet.PLOT_BOTTOM - Sheet.BAND_TOP));
        sheet.setStroke(Ink.line(1));
        sheet.setFont(Ink.PLAIN);
        for (double tick : now.power().ticks()) {
            double y = now.power().at(tick);
            sheet.setColor(Palette.GRID);
            sheet.draw(new Line2D.Double(Sheet.PLOT_LEFT, y, Sheet.PLOT_RIGHT, y));
        }
        double lastLabel = Double.POSITIVE_INFINITY;
        boolean isDense = now.power().at(1) - now.power().at(2) < 13;
        for (double tick : now.power().ticks()) {
            double y = now.power().at(tick);
            if (lastLabel - y > 13 && (!isDense || LogScale.isPowerOfTen(tick))) {
                sheet.setColor(Palette.FAINT_INK);
                right(sheet, Numbers.plain(tick), Sheet.PLOT_LEFT - 5, y + 4);
                lastLabel = y;
            }
        }
        double lastEnd = Double.NEGATIVE_INFINITY;
        double title = Sheet.PLOT_RIGHT - sheet.getFontMetrics().stringWidth("kW per rack");
        for (double tick : now.density().ticks()) {
            double x = now.density().at(tick);
            sheet.setColor(Palette.GRID);
            sheet.draw(new Line2D.Double(x, Sheet.PLOT_TOP, x, Sheet.PLOT_BOTTOM));
            String text = Numbers.plain(tick);
            double half = sheet.getFontMetrics().stringWidth(text) / 2.0;
            if (x - half > lastEnd + 6 && x + half < title - 4) {
                sheet.setColor(Palette.FAINT_INK);
                centred(sheet, text, x, Sheet.GUTTER_TOP - 2);
                lastEnd = x + half;
            }
        }
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.PLAIN);
        write(sheet, "kW per rack", title, Sheet.GUTTER_TOP - 2);
        write(sheet, "MW of free racks", 4, Sheet.PLOT_TOP + 9);
        sheet.setColor(Palette.FAINT_INK);
        right(sheet, "none", Sheet.PLOT_LEFT - 5, Sheet.BAND_TOP + 12);
        right(sheet, "free", Sheet.PLOT_LEFT - 5, Sheet.BAND_TOP + 22);
        sheet.setColor(Palette.AXIS);
        sheet.draw(new Line2D.Double(Sheet.PLOT_LEFT, Sheet.PLOT_BOTTOM, Sheet.PLOT_RIGHT, Sheet.PLOT_BOTTOM));
        sheet.draw(new Line2D.Double(Sheet.PLOT_LEFT, Sheet.PLOT_TOP + 13, Sheet.PLOT_LEFT, Sheet.PLOT_BOTTOM));
        for (Scene.Slot slot : now.slots()) {
            need(sheet, now, slot, slot == largest);
        }
    }

    private static void tooWeak(Graphics2D sheet, double x) {
        Rectangle2D.Double zone = new Rectangle2D.Double(Sheet.PLOT_LEFT, Sheet.PLOT_TOP + 13, x - Sheet.PLOT_LEFT,
                Sheet.PLOT_BOTTOM - Sheet.PLOT_TOP - 13);
        sheet.setColor(TOO_WEAK);
        sheet.fill(zone);
    }

    /** The line from a kind of machine up to the density that it needs, and on through the plot if there is some on the shelf. */
    private static void need(Graphics2D sheet, Scene now, Scene.Slot slot, boolean isLargest) {
        double x = now.density().at(slot.needsKw());
        boolean some = slot.gpus() > 0;
        sheet.setColor(some ? Palette.VERMILION : Palette.AXIS);
        sheet.setStroke(Ink.line(some ? 1.3 : 0.8));
        sheet.draw(new Line2D.Double(x, Sheet.PLOT_BOTTOM, x, Sheet.PLOT_BOTTOM + 3));
        sheet.draw(new Line2D.Double(x, Sheet.GUTTER_TOP, slot.middle(), Sheet.SHELF_TOP));
        if (some) {
            sheet.setStroke(isLargest ? Ink.line(1.4) : Ink.dashed(0.9, 3, 3));
            sheet.draw(new Line2D.Double(x, Sheet.PLOT_TOP + 13, x, Sheet.PLOT_BOTTOM));
        }
    }

    private static void lane(Graphics2D sheet, Scene now) {
        sheet.setColor(PALE);
        sheet.fill(new Rectangle2D.Double(Sheet.LANE_LEFT, Sheet.PLOT_TOP, Sheet.LANE_RIGHT - Sheet.LANE_LEFT,
                Sheet.PLOT_BOTTOM - Sheet.PLOT_TOP));
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.BOLD);
        write(sheet, "need no rack", Sheet.LANE_LEFT + 4, Sheet.PLOT_TOP + 11);
        sheet.setFont(Ink.PLAIN);
        sheet.setColor(Palette.FAINT_INK);
        for (Scene.Heading each : now.headings()) {
            write(sheet, each.text(), Sheet.LANE_LEFT + 4, each.y());
        }
        for (Scene.Taker taker : now.takers()) {
            taker(sheet, taker);
        }
    }

    private static void taker(Graphics2D sheet, Scene.Taker taker) {
        boolean isScrap = taker.label().equals("scrap");
        sheet.setStroke(Ink.line(1.6));
        if (isScrap) {
            sheet.setColor(taker.gpus() > 0 ? Palette.INK : Palette.AXIS);
            sheet.draw(new Line2D.Double(taker.x() - 5, taker.y() - 5, taker.x() + 5, taker.y() + 5));
            sheet.draw(new Line2D.Double(taker.x() - 5, taker.y() + 5, taker.x() + 5, taker.y() - 5));
        } else {
            sheet.setColor(taker.gpus() > 0 ? Palette.GREEN : Palette.AXIS);
            sheet.fill(Ink.polygon(taker.x() - 7, taker.y() + 5, taker.x() + 7, taker.y() + 5, taker.x() + 7, taker.y() + 1,
                    taker.x() + 2, taker.y() + 1, taker.x() + 2, taker.y() - 5, taker.x() - 2, taker.y() - 5, taker.x() - 2, taker.y() + 1,
                    taker.x() - 7, taker.y() + 1));
        }
        sheet.setFont(Ink.BOLD);
        sheet.setColor(taker.gpus() > 0 ? Palette.INK : Palette.FAINT_INK);
        write(sheet, taker.text(), taker.x() + 12, taker.y() - 1);
        sheet.setFont(Ink.PLAIN);
        write(sheet, taker.gpus() == 0 ? "none so far" : Numbers.gpus(taker.gpus()), taker.x() + 12, taker.y() + 11);
    }

    private void buyers(Graphics2D sheet, Scene now) {
        sheet.setStroke(Ink.line(0.8));
        sheet.setColor(Palette.AXIS);
        for (double[] link : now.links()) {
            sheet.draw(new Line2D.Double(link[0], link[1], link[2], link[3]));
        }
        for (BuyerSpot each : now.sites()) {
            bubble(sheet, each, each.place().cooling());
        }
        for (BuyerSpot each : now.lane()) {
            bubble(sheet, each, null);
        }
    }

    private void bubble(Graphics2D sheet, BuyerSpot spot, Cooling cooling) {
        java.awt.Shape shape = Ink.shape(cooling == null ? Cooling.AIR : cooling, spot.x(), spot.y(), spot.radius());
        Color colour = cooling == null ? Palette.AXIS : Ink.of(cooling);
        if (spot.calmRadius() > spot.radius() + 0.6) {
            sheet.setColor(Ink.through(colour, 0.75));
            sheet.setStroke(Ink.dashed(0.9, 2, 2));
            sheet.draw(Ink.shape(cooling == null ? Cooling.AIR : cooling, spot.x(), spot.y(), spot.calmRadius()));
        }
        sheet.setColor(spot.couldTake() ? Ink.through(colour, 0.62) : Ink.through(Color.WHITE, 0.55));
        if (spot.couldTake() || spot.place().freeKw() > 0) {
            sheet.fill(shape);
        }
        sheet.setColor(spot.couldTake() ? colour.darker() : Ink.through(colour, 0.8));
        sheet.setStroke(Ink.line(0.9));
        sheet.draw(shape);
        if (isSelected(spot)) {
            sheet.setColor(Palette.INK);
            sheet.setStroke(Ink.line(2));
            sheet.draw(new Ellipse2D.Double(spot.x() - spot.radius() - 3, spot.y() - spot.radius() - 3, 2 * spot.radius() + 6,
                    2 * spot.radius() + 6));
        }
    }

    private void shelf(Graphics2D sheet, Scene now) {
        sheet.setColor(PALE);
        sheet.fill(new Rectangle2D.Double(Sheet.PLOT_LEFT, Sheet.SHELF_TOP, Sheet.PLOT_RIGHT - Sheet.PLOT_LEFT,
                Sheet.SHELF_BOTTOM - Sheet.SHELF_TOP));
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.BOLD);
        write(sheet, "shelf", 6, Sheet.SHELF_BOTTOM - 3);
        for (Scene.Slot slot : now.slots()) {
            slot(sheet, slot);
        }
        sheet.setColor(Palette.INK);
        sheet.setStroke(Ink.line(2));
        sheet.draw(new Line2D.Double(Sheet.PLOT_LEFT, Sheet.SHELF_BOTTOM, Sheet.PLOT_RIGHT, Sheet.SHELF_BOTTOM));
    }

    private void slot(Graphics2D sheet, Scene.Slot slot) {
        sheet.setColor(Color.WHITE);
        sheet.setStroke(Ink.line(1.5));
        sheet.draw(new Line2D.Double(slot.left(), Sheet.SHELF_TOP, slot.left(), Sheet.SHELF_BOTTOM));
        for (LotSpot lot : slot.lots()) {
            Ink.lot(sheet, lot.x(), lot.y(), lot.side(), lot.state(), lot.isSeized(), lot.weeks());
            sheet.setFont(Ink.BOLD);
            String weeks = Integer.toString(lot.weeks());
            if (lot.weeks() > 0 && (lot.state() == Shelved.OFFERED || lot.state() == Shelved.OFFERED_IN_PLACE)
                    && sheet.getFontMetrics().stringWidth(weeks) < lot.side() - 2 && lot.side() > 13) {
                sheet.setColor(lot.weeks() > Ink.OLD_WEEKS / 3 ? Color.WHITE : Palette.INK);
                centred(sheet, weeks, lot.x(), lot.y() + 4);
            }
            if (isSelected(lot)) {
                sheet.setColor(Palette.INK);
                sheet.setStroke(Ink.line(2));
                sheet.draw(new Rectangle2D.Double(lot.x() - lot.side() / 2 - 1, lot.y() - lot.side() / 2 - 1, lot.side() + 2, lot.side() + 2));
            }
        }
        double x = slot.left() + 4;
        double width = slot.right() - slot.left() - 6;
        sheet.setFont(Ink.BOLD);
        sheet.setColor(Palette.INK);
        if (slot.gpus() > 0) {
            write(sheet, Numbers.count(slot.gpus()) + (slot.folded() > 0 ? "" : slot.gpus() == 1 ? " GPU" : " GPUs"), x,
                    Sheet.SHELF_TOP + 11);
            if (slot.folded() > 0) {
                sheet.setFont(Ink.PLAIN);
                right(sheet, "+" + slot.folded() + " lots", slot.right() - 3, Sheet.SHELF_TOP + 11);
            }
        }
        if (slot.gpus() == 0 && slot.coming() > 0) {
            sheet.setFont(Ink.PLAIN);
            sheet.setColor(Palette.FAINT_INK);
            write(sheet, Numbers.count(slot.coming()) + " coming", x, Sheet.SHELF_TOP + 11);
        }
        sheet.setFont(Ink.PLAIN);
        sheet.setColor(slot.gpus() + slot.coming() > 0 ? Palette.INK : Palette.FAINT_INK);
        List<String> lines = Names.lines(slot.machine(), Numbers.plain(slot.needsKw()) + " kW", width,
                sheet.getFontMetrics()::stringWidth);
        write(sheet, lines.get(0), x, Sheet.SHELF_BOTTOM + 13);
        write(sheet, lines.get(1), x, Sheet.SHELF_BOTTOM + 26);
    }

    private static void flights(Graphics2D sheet, Scene now) {
        int week = now.moment().week();
        for (Scene.Path path : now.flights()) {
            double strength = path.flight().strength(week);
            QuadCurve2D.Double curve = curve(path);
            boolean isScrap = path.flight().taker().equals("scrap");
            Color colour = isScrap ? Palette.BLACK : Palette.VERMILION;
            sheet.setColor(Ink.through(colour, 0.15 + 0.5 * strength));
            sheet.setStroke(Ink.line(Math.max(0.8, Math.min(8, now.machines().of(path.flight().gpus()) / 3))));
            QuadCurve2D.Double flown = part(curve, path.flight().way(week));
            sheet.draw(flown);
            double side = Math.max(4, Math.min(16, now.machines().of(path.flight().gpus())));
            if (path.flight().way(week) < 1) {
                sheet.setColor(colour);
                sheet.fill(new Rectangle2D.Double(flown.x2 - side / 2, flown.y2 - side / 2, side, side));
                sheet.setColor(Color.WHITE);
                sheet.setStroke(Ink.line(0.8));
                sheet.draw(new Rectangle2D.Double(flown.x2 - side / 2, flown.y2 - side / 2, side, side));
            } else {
                double ring = path.toRadius() + 3;
                sheet.setColor(Ink.through(colour, Math.max(0.25, strength)));
                sheet.setStroke(Ink.line(1.8));
                sheet.draw(new Ellipse2D.Double(path.toX() - ring, path.toY() - ring, 2 * ring, 2 * ring));
            }
        }
        labels(sheet, now, week);
    }

    /** Says of the largest what they are, none over another. */
    private static void labels(Graphics2D sheet, Scene now, int week) {
        List<Rectangle2D> taken = new ArrayList<>();
        sheet.setFont(Ink.BOLD);
        FontMetrics metrics = sheet.getFontMetrics();
        for (int i = now.flights().size() - 1; i >= 0 && taken.size() < MOST_LABELS; i--) {
            Scene.Path path = now.flights().get(i);
            Flights.Flight flight = path.flight();
            if (flight.gpus() < WORTH_A_LABEL || week - flight.week() > 3) {
                continue;
            }
            boolean isScrap = flight.taker().equals("scrap");
            String text = Numbers.gpus(flight.gpus()) + (isScrap ? " scrapped" : ", " + Numbers.againstFmv(flight.usd() / flight.fmvUsd()));
            QuadCurve2D.Double flown = part(curve(path), flight.way(week));
            double width = metrics.stringWidth(text);
            double x = Math.max(Sheet.PLOT_LEFT + 2, Math.min(Sheet.PLOT_RIGHT - width - 4, flown.x2 + 10));
            double y = Math.max(Sheet.PLOT_TOP + 24, Math.min(Sheet.PLOT_BOTTOM - 3, flown.y2 - 6));
            Rectangle2D.Double box = new Rectangle2D.Double(x - 3, y - 11, width + 6, 15);
            if (taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                sheet.setColor(Ink.through(Color.WHITE, 0.88));
                sheet.fill(box);
                sheet.setColor(isScrap ? Palette.INK : Palette.VERMILION.darker());
                write(sheet, text, x, y);
            }
        }
    }

    private static QuadCurve2D.Double curve(Scene.Path path) {
        double midX = (path.fromX() + path.toX()) / 2;
        double lift = Math.min(path.fromY(), path.toY()) - 18;
        return new QuadCurve2D.Double(path.fromX(), path.fromY(), midX * 0.5 + path.fromX() * 0.5, Math.max(Sheet.PLOT_TOP + 12, lift),
                path.toX(), path.toY());
    }

    /** The first part of a curve. */
    private static QuadCurve2D.Double part(QuadCurve2D.Double whole, double share) {
        double ax = whole.x1 + (whole.ctrlx - whole.x1) * share;
        double ay = whole.y1 + (whole.ctrly - whole.y1) * share;
        double bx = whole.ctrlx + (whole.x2 - whole.ctrlx) * share;
        double by = whole.ctrly + (whole.y2 - whole.ctrly) * share;
        return new QuadCurve2D.Double(whole.x1, whole.y1, ax, ay, ax + (bx - ax) * share, ay + (by - ay) * share);
    }

    /** Writes; returns where the text ends. */
    private static double write(Graphics2D sheet, String text, double x, double y) {
        sheet.drawString(text, (float) x, (float) y);
        return x + sheet.getFontMetrics().stringWidth(text);
    }

    private static void centred(Graphics2D sheet, String text, double x, double y) {
        write(sheet, text, x - sheet.getFontMetrics().stringWidth(text) / 2.0, y);
    }

    private static void right(Graphics2D sheet, String text, double x, double y) {
        write(sheet, text, x - sheet.getFontMetrics().stringWidth(text), y);
    }
}
