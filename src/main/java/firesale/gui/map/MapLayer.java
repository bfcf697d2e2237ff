package firesale.gui.map;

import firesale.gui.view.Ink;
import firesale.gui.view.Layer;
import firesale.gui.view.Mark;
import firesale.gui.view.Numbers;
import firesale.gui.view.Text;
import firesale.hardware.Cooling;
import firesale.report.Palette;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws a scene. */
final class MapLayer extends Layer {

    private final Stamps stamps = new Stamps();
    private volatile MapScene scene;

    MapLayer() {
        super(Sheet.WIDTH, Sheet.HEIGHT);
    }

    /** Shows another scene from now on. */
    void show(MapScene other) {
        scene = other;
    }

    @Override
    protected List<? extends Mark> marks() {
        MapScene now = scene;
        return now == null ? List.of() : now.marks();
    }

    @Override
    protected void draw(Graphics2D sheet) {
        MapScene now = scene;
        sheet.setColor(Color.WHITE);
        sheet.fill(new Rectangle2D.Double(0, 0, Sheet.WIDTH, Sheet.HEIGHT));
        if (now == null) {
            hint(sheet);
            return;
        }
        Banner.draw(sheet, now);
        plot(sheet, now);
        lane(sheet, now);
        shelf(sheet, now);
        buyers(sheet, now);
        FlightPainter.draw(sheet, now);
        for (MapScene.Slot slot : now.slots()) {
            counts(sheet, slot);
        }
        Legend.draw(sheet, now);
    }

    private static void hint(Graphics2D sheet) {
        sheet.setColor(Palette.INK);
        sheet.setFont(Signs.LARGE);
        Text.centred(sheet, "The market map", Sheet.WIDTH / 2, 150);
        sheet.setFont(Ink.PLAIN.deriveFont(12f));
        sheet.setColor(Palette.FAINT_INK);
        Text.centred(sheet, "Press play in the console: buyers appear by what their racks hold and how much power is free,",
                Sheet.WIDTH / 2, 176);
        Text.centred(sheet, "machines that lenders seize appear on a shelf below, and move to who buys them.", Sheet.WIDTH / 2,
                193);
    }

    private static void plot(Graphics2D sheet, MapScene now) {
        sheet.setColor(Color.WHITE);
        sheet.fill(new Rectangle2D.Double(Sheet.PLOT_LEFT, Sheet.PLOT_TOP, Sheet.PLOT_RIGHT - Sheet.PLOT_LEFT,
                Sheet.PLOT_BOTTOM - Sheet.PLOT_TOP));
        MapScene.Slot largest = null;
        for (MapScene.Slot slot : now.slots()) {
            largest = slot.gpus() > 0 && (largest == null || slot.gpus() > largest.gpus()) ? slot : largest;
        }
        if (largest != null) {
            tooWeak(sheet, now.density().at(largest.needsKw()));
        }
        sheet.setColor(Signs.PALE);
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
                Text.right(sheet, Numbers.plain(tick), Sheet.PLOT_LEFT - 5, y + 4);
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
                Text.centred(sheet, text, x, Sheet.GUTTER_TOP - 2);
                lastEnd = x + half;
            }
        }
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.PLAIN);
        Text.write(sheet, "kW per rack", title, Sheet.GUTTER_TOP - 2);
        Text.write(sheet, "MW of free racks", 4, Sheet.PLOT_TOP + 9);
        sheet.setColor(Palette.FAINT_INK);
        Text.right(sheet, "none", Sheet.PLOT_LEFT - 5, Sheet.BAND_TOP + 12);
        Text.right(sheet, "free", Sheet.PLOT_LEFT - 5, Sheet.BAND_TOP + 22);
        sheet.setColor(Palette.AXIS);
        sheet.draw(new Line2D.Double(Sheet.PLOT_LEFT, Sheet.PLOT_BOTTOM, Sheet.PLOT_RIGHT, Sheet.PLOT_BOTTOM));
        sheet.draw(new Line2D.Double(Sheet.PLOT_LEFT, Sheet.PLOT_TOP + 13, Sheet.PLOT_LEFT, Sheet.PLOT_BOTTOM));
        for (MapScene.Slot slot : now.slots()) {
            need(sheet, now, slot, slot == largest);
        }
    }

    private static void tooWeak(Graphics2D sheet, double x) {
        Rectangle2D.Double zone = new Rectangle2D.Double(Sheet.PLOT_LEFT, Sheet.PLOT_TOP + 13, x - Sheet.PLOT_LEFT,
                Sheet.PLOT_BOTTOM - Sheet.PLOT_TOP - 13);
        sheet.setColor(Signs.TOO_WEAK);
        sheet.fill(zone);
    }

    /** The line from a kind of machine up to the density that it needs, and on through the plot if there is some on the shelf. */
    private static void need(Graphics2D sheet, MapScene now, MapScene.Slot slot, boolean isLargest) {
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

    private static void lane(Graphics2D sheet, MapScene now) {
        sheet.setColor(Signs.PALE);
        sheet.fill(new Rectangle2D.Double(Sheet.LANE_LEFT, Sheet.PLOT_TOP, Sheet.LANE_RIGHT - Sheet.LANE_LEFT,
                Sheet.PLOT_BOTTOM - Sheet.PLOT_TOP));
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.BOLD);
        Text.write(sheet, "need no rack", Sheet.LANE_LEFT + 4, Sheet.PLOT_TOP + 11);
        sheet.setFont(Ink.PLAIN);
        sheet.setColor(Palette.FAINT_INK);
        for (MapScene.Heading each : now.headings()) {
            Text.write(sheet, each.text(), Sheet.LANE_LEFT + 4, each.y());
        }
        for (MapScene.Taker taker : now.takers()) {
            taker(sheet, taker);
        }
    }

    private static void taker(Graphics2D sheet, MapScene.Taker taker) {
        boolean isScrap = taker.label().equals("scrap");
        sheet.setStroke(Ink.line(1.6));
        if (isScrap) {
            sheet.setColor(taker.gpus() > 0 ? Palette.INK : Palette.AXIS);
            sheet.draw(new Line2D.Double(taker.x() - 5, taker.y() - 5, taker.x() + 5, taker.y() + 5));
            sheet.draw(new Line2D.Double(taker.x() - 5, taker.y() + 5, taker.x() + 5, taker.y() - 5));
        } else {
            sheet.setColor(taker.gpus() > 0 ? Palette.GREEN : Palette.AXIS);
            sheet.fill(Ink.polygon(taker.x() - 7, taker.y() + 5, taker.x() + 7, taker.y() + 5, taker.x() + 7, taker.y() + 1,
                    taker.x() + 2, taker.y() + 1, taker.x() + 2, taker.y() - 5, taker.x() - 2, taker.y() - 5, taker.x() - 2,
                            taker.y() + 1,
                    taker.x() - 7, taker.y() + 1));
        }
        sheet.setFont(Ink.BOLD);
        sheet.setColor(taker.gpus() > 0 ? Palette.INK : Palette.FAINT_INK);
        Text.write(sheet, taker.text(), taker.x() + 12, taker.y() - 1);
        sheet.setFont(Ink.PLAIN);
        Text.write(sheet, taker.gpus() == 0 ? "none so far" : Numbers.gpus(taker.gpus()), taker.x() + 12, taker.y() + 11);
    }

    private void buyers(Graphics2D sheet, MapScene now) {
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
        if (Math.max(spot.radius(), spot.calmRadius()) > Stamps.LARGEST_RADIUS) {
            Bubble.draw(sheet, spot, cooling);
        } else {
            stamps.put(sheet, spot, cooling);
        }
        if (isSelected(spot)) {
            sheet.setColor(Palette.INK);
            sheet.setStroke(Ink.line(2));
            sheet.draw(new Ellipse2D.Double(spot.x() - spot.radius() - 3, spot.y() - spot.radius() - 3, 2 * spot.radius() + 6,
                    2 * spot.radius() + 6));
        }
    }

    private void shelf(Graphics2D sheet, MapScene now) {
        sheet.setColor(Signs.PALE);
        sheet.fill(new Rectangle2D.Double(Sheet.PLOT_LEFT, Sheet.SHELF_TOP, Sheet.PLOT_RIGHT - Sheet.PLOT_LEFT,
                Sheet.SHELF_BOTTOM - Sheet.SHELF_TOP));
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.BOLD);
        Text.write(sheet, "shelf", 6, Sheet.SHELF_BOTTOM - 3);
        for (MapScene.Slot slot : now.slots()) {
            slot(sheet, slot);
        }
        sheet.setColor(Palette.INK);
        sheet.setStroke(Ink.line(2));
        sheet.draw(new Line2D.Double(Sheet.PLOT_LEFT, Sheet.SHELF_BOTTOM, Sheet.PLOT_RIGHT, Sheet.SHELF_BOTTOM));
    }

    private void slot(Graphics2D sheet, MapScene.Slot slot) {
        sheet.setColor(Color.WHITE);
        sheet.setStroke(Ink.line(1.5));
        sheet.draw(new Line2D.Double(slot.left(), Sheet.SHELF_TOP, slot.left(), Sheet.SHELF_BOTTOM));
        for (LotSpot lot : slot.lots()) {
            Signs.lot(sheet, lot.x(), lot.y(), lot.side(), lot.state(), lot.isSeized(), lot.weeks());
            sheet.setFont(Ink.BOLD);
            String weeks = Integer.toString(lot.weeks());
            if (lot.weeks() > 0 && (lot.state() == Shelved.OFFERED || lot.state() == Shelved.OFFERED_IN_PLACE)
                    && sheet.getFontMetrics().stringWidth(weeks) < lot.side() - 2 && lot.side() > 13) {
                sheet.setColor(lot.weeks() > Signs.OLD_WEEKS / 3 ? Color.WHITE : Palette.INK);
                Text.centred(sheet, weeks, lot.x(), lot.y() + 4);
            }
            if (isSelected(lot)) {
                sheet.setColor(Palette.INK);
                sheet.setStroke(Ink.line(2));
                sheet.draw(new Rectangle2D.Double(lot.x() - lot.side() / 2 - 1, lot.y() - lot.side() / 2 - 1, lot.side() + 2,
                        lot.side() + 2));
            }
        }
        double x = slot.left() + 4;
        double width = slot.right() - slot.left() - 6;
        sheet.setFont(Ink.PLAIN);
        sheet.setColor(slot.gpus() + slot.coming() > 0 ? Palette.INK : Palette.FAINT_INK);
        List<String> lines = MachineName.lines(slot.machine(), Numbers.plain(slot.needsKw()) + " kW", width,
                sheet.getFontMetrics()::stringWidth);
        Text.write(sheet, lines.get(0), x, Sheet.SHELF_BOTTOM + 13);
        Text.write(sheet, lines.get(1), x, Sheet.SHELF_BOTTOM + 26);
    }

    /** How many there are, above what is on its way. */
    private static void counts(Graphics2D sheet, MapScene.Slot slot) {
        double x = slot.left() + 4;
        sheet.setFont(Ink.BOLD);
        sheet.setColor(Palette.INK);
        if (slot.gpus() > 0) {
            String text = Numbers.count(slot.gpus()) + (slot.folded() > 0 ? "" : slot.gpus() == 1 ? " GPU" : " GPUs");
            sheet.setColor(Ink.through(Color.WHITE, 0.75));
            sheet.fill(new Rectangle2D.Double(x - 2, Sheet.SHELF_TOP + 1, sheet.getFontMetrics().stringWidth(text) + 4, 12));
            sheet.setColor(Palette.INK);
            Text.write(sheet, text, x, Sheet.SHELF_TOP + 11);
            if (slot.folded() > 0) {
                sheet.setFont(Ink.PLAIN);
                Text.right(sheet, "+" + slot.folded() + " lots", slot.right() - 3, Sheet.SHELF_TOP + 11);
            }
        }
        if (slot.gpus() == 0 && slot.coming() > 0) {
            sheet.setFont(Ink.PLAIN);
            sheet.setColor(Palette.FAINT_INK);
            Text.write(sheet, Numbers.count(slot.coming()) + " coming", x, Sheet.SHELF_TOP + 11);
        }
    }
}
