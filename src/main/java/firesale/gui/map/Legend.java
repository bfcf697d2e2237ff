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

/** What colours, shapes and sizes of the map mean. */
final class Legend {

    private static final double LEFT = Sheet.LEGEND_LEFT + 8;
    private static final double TEXT = Sheet.LEGEND_LEFT + 20;
    private static final double STEP = 13;

    private Legend() {
    }

    static void draw(Graphics2D sheet, MapScene scene) {
        double y = Sheet.PLOT_TOP + 9;
        y = heading(sheet, "Buyers' racks", y);
        for (Cooling cooling : scene.coolings()) {
            sheet.setColor(Ink.through(Signs.of(cooling), 0.62));
            sheet.fill(Signs.shape(cooling, LEFT, y - 4, 4.2));
            sheet.setColor(Signs.of(cooling).darker());
            sheet.setStroke(Ink.line(0.9));
            sheet.draw(Signs.shape(cooling, LEFT, y - 4, 4.2));
            y = text(sheet, BuyerCard.word(cooling), y);
        }
        sheet.setColor(Palette.SKY);
        sheet.setStroke(Ink.line(0.9));
        sheet.draw(new Ellipse2D.Double(LEFT - 4.2, y - 8.2, 8.4, 8.4));
        y = text(sheet, "cannot take any", y);
        sheet.setStroke(Ink.dashed(0.9, 2, 2));
        sheet.draw(new Ellipse2D.Double(LEFT - 5.2, y - 9.2, 10.4, 10.4));
        y = text(sheet, "money in calm", y);
        if (!scene.links().isEmpty()) {
            sheet.setColor(Palette.AXIS);
            sheet.setStroke(Ink.line(0.9));
            sheet.draw(new Line2D.Double(LEFT - 7, y - 2, LEFT + 7, y - 6));
            y = text(sheet, "one buyer's sites", y);
        }
        y = money(sheet, scene.money(), y + 2);
        y = heading(sheet, "Machines", y + 3);
        y = size(sheet, scene.machines(), y);
        y = lot(sheet, Shelved.COMING, true, 0, "being seized", y);
        for (int i = 0; i < 4; i++) {
            Signs.lot(sheet, LEFT - 4 + 8 * i, y - 4, 9, Shelved.OFFERED, true, i * Signs.OLD_WEEKS / 3);
        }
        sheet.setFont(Ink.PLAIN);
        sheet.setColor(Palette.INK);
        Text.write(sheet, "0 \u2026 " + Signs.OLD_WEEKS + " weeks", LEFT + 27, y);
        y += STEP;
        y = lot(sheet, Shelved.HELD, true, 0, "held back", y);
        y = lot(sheet, Shelved.RUN, true, 0, "let or run", y);
        y = lot(sheet, Shelved.OFFERED_IN_PLACE, true, 0, "sold in place", y);
        if (scene.hasDealers()) {
            y = lot(sheet, Shelved.OFFERED, false, 0, "a repo dealer's", y);
        }
        sheet.setColor(Palette.VERMILION);
        sheet.setStroke(Ink.line(2.5));
        sheet.draw(new Line2D.Double(LEFT - 7, y - 2, LEFT + 4, y - 6));
        sheet.fill(new Rectangle2D.Double(LEFT + 2, y - 9, 6, 6));
        y = text(sheet, "  to who bought", y);
        sheet.setColor(Signs.TOO_WEAK);
        sheet.fill(new Rectangle2D.Double(LEFT - 7, y - 9, 12, 10));
        sheet.setColor(Palette.VERMILION);
        sheet.setStroke(Ink.line(1.4));
        sheet.draw(new Line2D.Double(LEFT + 5, y - 10, LEFT + 5, y + 1));
        text(sheet, "racks too weak", y);
    }

    private static double money(Graphics2D sheet, MapScene.AreaScale money, double top) {
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
                    (float) (base - 2 * widest + 11 + STEP * row++));
        }
        return Math.max(base, base - 2 * widest + 11 + STEP * 2) + STEP;
    }

    private static double size(Graphics2D sheet, MapScene.AreaScale machines, double y) {
        double gpus = machines.reference();
        while (machines.of(gpus) > 12 && gpus > 1) {
            gpus = RoundScale.down(gpus * 0.99);
        }
        Signs.lot(sheet, LEFT, y - 4, machines.of(gpus), Shelved.OFFERED, true, 0);
        return text(sheet, Numbers.gpus((long) gpus), y);
    }

    private static double lot(Graphics2D sheet, Shelved state, boolean isSeized, int weeks, String text, double y) {
        Signs.lot(sheet, LEFT, y - 4, 10, state, isSeized, weeks);
        return text(sheet, text, y);
    }

    private static double heading(Graphics2D sheet, String text, double y) {
        sheet.setFont(Ink.BOLD);
        sheet.setColor(Palette.INK);
        sheet.drawString(text, (float) Sheet.LEGEND_LEFT, (float) y);
        return y + STEP;
    }

    private static double text(Graphics2D sheet, String text, double y) {
        sheet.setFont(Ink.PLAIN);
        sheet.setColor(Palette.INK);
        Text.write(sheet, text, TEXT, y);
        return y + STEP;
    }
}
