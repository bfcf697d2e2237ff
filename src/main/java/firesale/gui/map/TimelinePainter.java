package firesale.gui.map;

import firesale.gui.view.Ink;
import firesale.gui.view.Numbers;
import firesale.gui.view.Regimes;
import firesale.gui.view.Text;
import firesale.report.Palette;
import firesale.world.Regime;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws the bar of weeks: above what was on the shelf and who defaulted, below how funding was. */
final class TimelinePainter {

    private static final Color EMPTY = new Color(0xF0F0F0);
    private static final double TOP = Sheet.TIMELINE_TOP;
    private static final double MIDDLE = Sheet.REGIMES_TOP;
    private static final double BOTTOM = Sheet.TIMELINE_BOTTOM;
    private static final double SIGN = 5;
    private static final int MOST_SIGNS = 3;

    private final Graphics2D sheet;
    private final MapScene now;
    private final double step;
    /** Where words stand in the lower part: left and right ends. */
    private final List<double[]> words = new ArrayList<>();

    private TimelinePainter(Graphics2D sheet, MapScene now) {
        this.sheet = sheet;
        this.now = now;
        this.step = Sheet.WIDTH / now.horizon();
    }

    static void draw(Graphics2D sheet, MapScene now) {
        TimelinePainter painter = new TimelinePainter(sheet, now);
        painter.regimes();
        painter.shelf();
        painter.runOff();
        painter.years();
        painter.here();
        painter.defaults();
        painter.peak();
    }

    private void regimes() {
        sheet.setColor(EMPTY);
        sheet.fill(new Rectangle2D.Double(0, TOP, Sheet.WIDTH, BOTTOM - TOP));
        sheet.setFont(Ink.PLAIN);
        FontMetrics metrics = sheet.getFontMetrics();
        int from = 0;
        for (int w = 1; w <= now.regimes().size(); w++) {
            if (w < now.regimes().size() && now.regimes().get(w) == now.regimes().get(from)) {
                continue;
            }
            Regime regime = now.regimes().get(from);
            sheet.setColor(Signs.bar(regime));
            sheet.fill(new Rectangle2D.Double(from * step, MIDDLE, (w - from) * step, BOTTOM - MIDDLE));
            sheet.setColor(regime == Regime.CALM ? Signs.PALE : Regimes.ground(regime));
            sheet.fill(new Rectangle2D.Double(from * step, TOP, (w - from) * step, MIDDLE - TOP));
            String word = regime == Regime.SQUEEZE ? "squeeze" : Regimes.word(regime);
            boolean isInside = metrics.stringWidth(word) + 6 < (w - from) * step;
            double left = isInside ? from * step + 3 : w * step + 5;
            // the last may stand beside its weeks: nothing is there yet
            if (isInside || w == now.regimes().size()
                    && left + metrics.stringWidth(word) < Sheet.WIDTH - 60) {
                sheet.setColor(Palette.INK);
                words.add(new double[] {left, Text.write(sheet, word, left, BOTTOM - 2)});
            }
            from = w;
        }
    }

    private void shelf() {
        List<Long> gpus = now.history().shelfGpus();
        double most = Math.max(1, gpus.get(now.history().peakWeek()));
        Path2D.Double area = new Path2D.Double();
        area.moveTo(0, MIDDLE);
        for (int w = 0; w < gpus.size(); w++) {
            double y = MIDDLE - (MIDDLE - TOP - 2) * gpus.get(w) / most;
            area.lineTo(w * step, y);
            area.lineTo((w + 1) * step, y);
        }
        area.lineTo(gpus.size() * step, MIDDLE);
        area.closePath();
        sheet.setColor(Palette.light(Palette.ORANGE));
        sheet.fill(area);
        sheet.setColor(Palette.ORANGE.darker());
        sheet.setStroke(Ink.line(0.8));
        sheet.draw(area);
    }

    private void runOff() {
        sheet.setStroke(Ink.line(1));
        double end = now.moment().weeks() * step;
        if (now.moment().week() < now.moment().weeks()) {
            sheet.setColor(Palette.GRID.darker());
            for (double x = end; x < Sheet.WIDTH; x += 12) {
                sheet.draw(new Line2D.Double(x, BOTTOM, Math.min(Sheet.WIDTH, x + 12), TOP));
            }
        }
        sheet.setColor(Palette.AXIS);
        sheet.draw(new Line2D.Double(end, TOP, end, BOTTOM));
        sheet.setFont(Ink.PLAIN);
        String text = "run-off at most";
        double left = Sheet.WIDTH - sheet.getFontMetrics().stringWidth(text) - 5;
        double gone = Math.max((now.moment().week() + 1) * step, words.isEmpty() ? 0 : words.get(words.size() - 1)[1]);
        if (left > end + 4 && gone < left - 4) {
            sheet.setColor(EMPTY);
            sheet.fill(new Rectangle2D.Double(left - 4, MIDDLE, Sheet.WIDTH - left + 4, BOTTOM - MIDDLE));
            sheet.setColor(Palette.FAINT_INK);
            Text.write(sheet, text, left, BOTTOM - 2);
            words.add(new double[] {left, Sheet.WIDTH});
        }
    }

    private void years() {
        sheet.setFont(Ink.PLAIN);
        for (int week : now.history().yearWeeks(now.horizon())) {
            double x = week * step;
            sheet.setColor(Palette.AXIS);
            sheet.setStroke(Ink.dashed(0.8, 2, 2));
            sheet.draw(new Line2D.Double(x, TOP, x, BOTTOM));
            String year = Integer.toString(now.history().yearOf(week));
            double right = x + 3 + sheet.getFontMetrics().stringWidth(year);
            double here = (now.moment().week() + 1) * step;
            if (right < Sheet.WIDTH && (here < x - 1 || here > right + 2)
                    && words.stream().noneMatch(each -> each[0] < right + 1 && x - 1 < each[1])) {
                sheet.setColor(week > now.moment().week() ? Palette.FAINT_INK : Palette.INK);
                words.add(new double[] {x, Text.write(sheet, year, x + 3, BOTTOM - 2)});
            }
        }
    }

    private void here() {
        double x = (now.moment().week() + 1) * step;
        sheet.setColor(Palette.INK);
        sheet.fill(new Rectangle2D.Double(x - 1.25, TOP, 2.5, BOTTOM - TOP));
    }

    private void defaults() {
        for (int w = 0; w < now.history().defaults().size(); w++) {
            double x = (w + 0.5) * step;
            int initial = now.history().defaults().get(w);
            int all = Math.min(MOST_SIGNS, initial + now.history().induced().get(w));
            // of more than have room, induced ones are never the ones that are left out
            int first = Math.max(0, Math.min(initial, all - now.history().induced().get(w)));
            for (int i = 0; i < all; i++) {
                sign(sheet, x, MIDDLE - 3.5 - i * (SIGN + 1), i >= first);
            }
        }
    }

    /** The sign of a default. */
    static void sign(Graphics2D sheet, double x, double y, boolean isInduced) {
        double half = SIGN / 2;
        if (isInduced) {
            sheet.setColor(Palette.VERMILION);
            sheet.fill(Ink.polygon(x, y - half - 0.8, x + half + 0.8, y, x, y + half + 0.8, x - half - 0.8, y));
            return;
        }
        sheet.setColor(Palette.INK);
        sheet.setStroke(Ink.line(1.3));
        sheet.draw(new Line2D.Double(x - half + 0.4, y - half + 0.4, x + half - 0.4, y + half - 0.4));
        sheet.draw(new Line2D.Double(x - half + 0.4, y + half - 0.4, x + half - 0.4, y - half + 0.4));
    }

    private void peak() {
        int week = now.history().peakWeek();
        long gpus = now.history().shelfGpus().get(week);
        if (gpus == 0) {
            return;
        }
        sheet.setFont(Ink.PLAIN);
        String text = "peak: " + Numbers.gpus(gpus) + " on the shelf, week " + week;
        double width = sheet.getFontMetrics().stringWidth(text);
        // beside the weeks that are over, where nothing is drawn yet; else where the shelf is as good as empty
        double after = (now.moment().week() + 1) * step + 5;
        double x = after + width < Sheet.WIDTH - 4 ? after : emptyPlace(width);
        sheet.setColor(Ink.through(Color.WHITE, 0.8));
        sheet.fill(new Rectangle2D.Double(x - 2, TOP + 1, width + 4, 12));
        sheet.setColor(Palette.INK);
        Text.write(sheet, text, x, TOP + 11);
    }

    /** A place from which on least is on the shelf for so long as a text is. */
    private double emptyPlace(double width) {
        List<Long> gpus = now.history().shelfGpus();
        int weeks = (int) Math.ceil(width / step) + 1;
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int from = gpus.size() - weeks; from >= 0; from--) {
            long most = 0;
            for (int w = from; w < from + weeks; w++) {
                most = Math.max(most, gpus.get(w));
            }
            if (most < least) {
                least = most;
                best = from;
            }
        }
        return best * step + 3;
    }
}
