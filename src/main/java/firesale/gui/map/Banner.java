package firesale.gui.map;

import firesale.gui.view.Ink;
import firesale.gui.view.Regimes;
import firesale.gui.view.Text;
import firesale.report.Palette;
import firesale.world.Regime;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** The head of the map: when, running totals, the bar of weeks, and what happens in a sentence. */
final class Banner {

    private Banner() {
    }

    static void draw(Graphics2D sheet, MapScene now) {
        status(sheet, now);
        TimelinePainter.draw(sheet, now);
        headline(sheet, now);
    }

    private static void status(Graphics2D sheet, MapScene now) {
        Regime regime = now.moment().regime();
        sheet.setColor(regime == Regime.CALM ? Signs.PALE : Regimes.ground(regime));
        sheet.fill(new Rectangle2D.Double(0, 0, Sheet.WIDTH, Sheet.STATUS_BOTTOM));
        double left = Sheet.WIDTH;
        for (int i = now.counters().size() - 1; i >= 0; i--) {
            MapScene.Counter each = now.counters().get(i);
            left -= 14 + Math.max(sheet.getFontMetrics(Ink.PLAIN).stringWidth(each.name()),
                    sheet.getFontMetrics(Ink.BOLD.deriveFont(13f)).stringWidth(each.value()));
            sheet.setColor(Palette.GRID);
            sheet.setStroke(Ink.line(1));
            sheet.draw(new Line2D.Double(left, 5, left, Sheet.STATUS_BOTTOM - 5));
            sheet.setColor(Palette.FAINT_INK);
            sheet.setFont(Ink.PLAIN);
            Text.write(sheet, each.name(), left + 5, 12);
            sheet.setColor(Palette.INK);
            sheet.setFont(Ink.BOLD.deriveFont(13f));
            Text.write(sheet, each.value(), left + 5, 27);
        }
        String week = now.moment().weekText();
        String date = now.moment().dateText();
        String word = now.moment().regimeText();
        float points = 17;
        double width;
        do {
            points -= 0.5f;
            width = metrics(sheet, Font.BOLD, points).stringWidth(week) + metrics(sheet, Font.PLAIN, points - 2).stringWidth(date)
                    + metrics(sheet, Font.BOLD, points - 2).stringWidth(word);
        } while (10 + width > left - 8 && points > 12);
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.BOLD.deriveFont(points));
        double x = Text.write(sheet, week, 10, 21);
        sheet.setFont(Ink.PLAIN.deriveFont(points - 2));
        x = Text.write(sheet, date, x, 21);
        sheet.setFont(Ink.BOLD.deriveFont(points - 2));
        sheet.setColor(regime == Regime.SQUEEZE ? Palette.VERMILION.darker() : Palette.INK);
        Text.write(sheet, word, x, 21);
    }

    private static FontMetrics metrics(Graphics2D sheet, int style, float points) {
        return sheet.getFontMetrics(Ink.PLAIN.deriveFont(style, points));
    }

    private static void headline(Graphics2D sheet, MapScene now) {
        sheet.setColor(Palette.INK);
        Text.fitted(sheet, now.lead(), 10, Sheet.TIMELINE_BOTTOM + 16, Sheet.WIDTH - 20, Font.BOLD, 15);
        sheet.setColor(Palette.FAINT_INK);
        Text.fitted(sheet, now.rest(), 10, Sheet.TIMELINE_BOTTOM + 32, Sheet.WIDTH - 20, Font.PLAIN, 13);
    }
}
