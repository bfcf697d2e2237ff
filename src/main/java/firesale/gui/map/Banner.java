package firesale.gui.map;

import firesale.gui.view.Ink;
import firesale.gui.view.Regimes;
import firesale.gui.view.Text;
import firesale.report.Palette;
import firesale.world.Regime;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** The head of the map: when, running totals, the bar of weeks, and what happens in a sentence. */
final class Banner {

    private static final Color EMPTY = new Color(0xF0F0F0);

    private Banner() {
    }

    static void draw(Graphics2D sheet, MapScene now) {
        status(sheet, now);
        timeline(sheet, now);
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
            Text.write(sheet, each.name(), left + 5, 13);
            sheet.setColor(Palette.INK);
            sheet.setFont(Ink.BOLD.deriveFont(13f));
            Text.write(sheet, each.value(), left + 5, 28);
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
        } while (10 + width > left - 8 && points > 13);
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.BOLD.deriveFont(points));
        double x = Text.write(sheet, week, 10, 22);
        sheet.setFont(Ink.PLAIN.deriveFont(points - 2));
        x = Text.write(sheet, date, x, 22);
        sheet.setFont(Ink.BOLD.deriveFont(points - 2));
        sheet.setColor(regime == Regime.SQUEEZE ? Palette.VERMILION.darker() : Palette.INK);
        Text.write(sheet, word, x, 22);
    }

    private static FontMetrics metrics(Graphics2D sheet, int style, float points) {
        return sheet.getFontMetrics(Ink.PLAIN.deriveFont(style, points));
    }

    private static void timeline(Graphics2D sheet, MapScene now) {
        double height = Sheet.TIMELINE_BOTTOM - Sheet.TIMELINE_TOP;
        double step = Sheet.WIDTH / now.horizon();
        sheet.setColor(EMPTY);
        sheet.fill(new Rectangle2D.Double(0, Sheet.TIMELINE_TOP, Sheet.WIDTH, height));
        int from = 0;
        for (int w = 1; w <= now.regimes().size(); w++) {
            if (w == now.regimes().size() || now.regimes().get(w) != now.regimes().get(from)) {
                sheet.setColor(Signs.bar(now.regimes().get(from)));
                sheet.fill(new Rectangle2D.Double(from * step, Sheet.TIMELINE_TOP, (w - from) * step, height));
                sheet.setColor(Palette.INK);
                sheet.setFont(Ink.PLAIN);
                String word = now.regimes().get(from) == Regime.SQUEEZE ? "squeeze" : Regimes.word(now.regimes().get(from));
                if (sheet.getFontMetrics().stringWidth(word) + 6 < (w - from) * step) {
                    Text.write(sheet, word, from * step + 3, Sheet.TIMELINE_BOTTOM - 2);
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
                sheet.setColor(EMPTY);
                sheet.fill(new Rectangle2D.Double(text - 4, Sheet.TIMELINE_TOP, Sheet.WIDTH - text + 4, height));
                sheet.setColor(Palette.FAINT_INK);
                Text.write(sheet, text > end + 4 ? "run-off at most" : "run-off", text, Sheet.TIMELINE_BOTTOM - 2);
            }
        }
    }

    private static void headline(Graphics2D sheet, MapScene now) {
        sheet.setColor(Palette.INK);
        Text.fitted(sheet, now.lead(), 10, Sheet.TIMELINE_BOTTOM + 17, Sheet.WIDTH - 20, Font.BOLD, 15);
        sheet.setColor(Palette.FAINT_INK);
        Text.fitted(sheet, now.rest(), 10, Sheet.TIMELINE_BOTTOM + 34, Sheet.WIDTH - 20, Font.PLAIN, 13);
    }
}
