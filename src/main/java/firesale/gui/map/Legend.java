package firesale.gui.map;

import firesale.gui.view.Ink;
import firesale.gui.view.Numbers;
import firesale.gui.view.RoundScale;
import firesale.gui.view.Text;
import firesale.hardware.Cooling;
import firesale.report.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What colours, shapes and sizes of the map mean. */
final class Legend {

    private static final double LEFT = Sheet.LEGEND_LEFT + 8;
    private static final double TEXT = Sheet.LEGEND_LEFT + 20;
    private static final double TOP = Sheet.PLOT_TOP + 9;
    private static final double LEAST_STEP = 12.2;
    private static final double LARGEST_STEP = 14.5;

    private final Graphics2D sheet;
    private final MapScene scene;
    private final double step;

    private Legend(Graphics2D sheet, MapScene scene) {
        this.sheet = sheet;
        this.scene = scene;
        this.step = Math.max(LEAST_STEP, Math.min(LARGEST_STEP, (Sheet.HEIGHT - TOP - 8) / rows(scene)));
    }

    static void draw(Graphics2D sheet, MapScene scene) {
        new Legend(sheet, scene).draw();
    }

    /** How many rows there are; what does not occur has none. */
    private static int rows(MapScene scene) {
        int rows = 14 + scene.coolings().size() + (scene.links().isEmpty() ? 0 : 1)
                + (defaults(scene.history().defaults()) ? 1 : 0)
                + (defaults(scene.history().induced()) ? 1 : 0) + (scene.hasDealers() ? 1 : 0);
        for (Shelved each : List.of(Shelved.HELD, Shelved.RUN, Shelved.OFFERED_IN_PLACE)) {
            rows += occurs(scene, each) ? 1 : 0;
        }
        return rows;
    }

    private static boolean defaults(List<Integer> weeks) {
        return weeks.stream().anyMatch(each -> each > 0);
    }

    /** Whether a lot of the shelf stands so to the market. */
    static boolean occurs(MapScene scene, Shelved state) {
        return scene.slots().stream().anyMatch(slot -> slot.lots().stream().anyMatch(lot -> lot.state() == state));
    }

    private void draw() {
        double y = heading("Buyers' racks", TOP);
        for (Cooling cooling : scene.coolings()) {
            sheet.setColor(Ink.through(Signs.of(cooling), 0.62));
            sheet.fill(Signs.shape(cooling, LEFT, y - 4, 4.2));
            sheet.setColor(Signs.of(cooling).darker());
            sheet.setStroke(Ink.line(0.9));
            sheet.draw(Signs.shape(cooling, LEFT, y - 4, 4.2));
            y = text(BuyerCard.word(cooling), y);
        }
        sheet.setColor(Palette.SKY);
        sheet.setStroke(Ink.line(0.9));
        sheet.draw(new Ellipse2D.Double(LEFT - 4.2, y - 8.2, 8.4, 8.4));
        y = text("cannot take any", y);
        sheet.setColor(Palette.SKY);
        sheet.setStroke(Ink.dashed(0.9, 2, 2));
        sheet.draw(new Ellipse2D.Double(LEFT - 5.2, y - 9.2, 10.4, 10.4));
        y = text("money in calm", y);
        if (!scene.links().isEmpty()) {
            sheet.setColor(Palette.AXIS);
            sheet.setStroke(Ink.line(0.9));
            sheet.draw(new Line2D.Double(LEFT - 7, y - 2, LEFT + 7, y - 6));
            y = text("one buyer's sites", y);
        }
        y = money(scene.money(), y);
        y = heading("Machines", y);
        y = size(scene.machines(), y);
        y = lot(Shelved.COMING, true, "being seized", y);
        for (int i = 0; i < 4; i++) {
            Signs.lot(sheet, LEFT - 4 + 8 * i, y - 4, 9, Shelved.OFFERED, true, i * Signs.OLD_WEEKS / 3);
        }
        sheet.setFont(Ink.PLAIN);
        sheet.setColor(Palette.INK);
        Text.write(sheet, "0 \u2026 " + Signs.OLD_WEEKS + " weeks", LEFT + 27, y);
        y += step;
        y = sold(y);
        sheet.setColor(Signs.TOO_WEAK);
        sheet.fill(new Rectangle2D.Double(LEFT - 7, y - 9, 12, 10));
        sheet.setColor(Palette.VERMILION);
        sheet.setStroke(Ink.line(1.4));
        sheet.draw(new Line2D.Double(LEFT + 5, y - 10, LEFT + 5, y + 1));
        y = weeks(text("racks too weak", y));
        y = occurs(scene, Shelved.HELD) ? lot(Shelved.HELD, true, "held back", y) : y;
        y = occurs(scene, Shelved.RUN) ? lot(Shelved.RUN, true, "let or run", y) : y;
        y = occurs(scene, Shelved.OFFERED_IN_PLACE) ? lot(Shelved.OFFERED_IN_PLACE, true, "sold in place", y) : y;
        if (scene.hasDealers()) {
            lot(Shelved.OFFERED, false, "a repo dealer's", y);
        }
    }

    private double sold(double y) {
        sheet.setColor(Palette.VERMILION);
        sheet.setStroke(Ink.line(2.5));
        sheet.draw(new Line2D.Double(LEFT - 7, y - 2, LEFT + 4, y - 6));
        sheet.fill(new Rectangle2D.Double(LEFT + 2, y - 9, 6, 6));
        return text("to who bought", y);
    }

    /** What stands in the bar of weeks. */
    private double weeks(double top) {
        double y = top;
        sheet.setColor(Palette.light(Palette.ORANGE));
        sheet.fill(Ink.polygon(LEFT - 7, y, LEFT - 1, y - 8, LEFT + 7, y - 5, LEFT + 7, y));
        y = text("shelf over time", y);
        if (defaults(scene.history().defaults())) {
            TimelinePainter.sign(sheet, LEFT, y - 4, false);
            y = text("default", y);
        }
        if (defaults(scene.history().induced())) {
            TimelinePainter.sign(sheet, LEFT, y - 4, true);
            y = text("induced default", y);
        }
        return y;
    }

    private double money(MapScene.AreaScale money, double top) {
        double y = top;
        sheet.setStroke(Ink.line(0.9));
        double largest = RoundScale.down(money.reference());
        double widest = money.of(largest);
        double base = y + 2 * widest - 9;
        double x = Sheet.LEGEND_LEFT + widest;
        int row = 0;
        for (double share : new double[] {1, 0.1, 0.01}) {
            double radius = money.of(share * largest);
            sheet.setColor(Palette.FAINT_INK);
            sheet.draw(new Ellipse2D.Double(x - radius, base - 2 * radius, 2 * radius, 2 * radius));
            sheet.setFont(Ink.PLAIN);
            sheet.setColor(Palette.INK);
            sheet.drawString(Numbers.usd(share * largest), (float) (Sheet.LEGEND_LEFT + 2 * widest + 4),
                    (float) (base - 2 * widest + 11 + step * row++));
        }
        return Math.max(base, base - 2 * widest + 11 + step * 2) + step;
    }

    private double size(MapScene.AreaScale machines, double y) {
        double gpus = machines.reference();
        while (machines.of(gpus) > 12 && gpus > 1) {
            gpus = RoundScale.down(gpus * 0.99);
        }
        Signs.lot(sheet, LEFT, y - 4, machines.of(gpus), Shelved.OFFERED, true, 0);
        return text(Numbers.gpus((long) gpus), y);
    }

    private double lot(Shelved state, boolean isSeized, String text, double y) {
        Signs.lot(sheet, LEFT, y - 4, 10, state, isSeized, 0);
        return text(text, y);
    }

    private double heading(String text, double y) {
        sheet.setFont(Ink.BOLD);
        sheet.setColor(Palette.INK);
        sheet.drawString(text, (float) Sheet.LEGEND_LEFT, (float) y);
        return y + step;
    }

    private double text(String text, double y) {
        sheet.setFont(Ink.PLAIN);
        sheet.setColor(Palette.INK);
        Text.write(sheet, text, TEXT, y);
        return y + step;
    }
}
