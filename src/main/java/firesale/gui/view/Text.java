package firesale.gui.view;

import java.awt.FontMetrics;
import java.awt.Graphics2D;

/** Writing on the sheet. */
public final class Text {

    private static final double LEAST = 11;
    private static final String DOTS = "\u2026";

    private Text() {
    }

    /** Writes; returns where the text ends. */
    public static double write(Graphics2D sheet, String text, double x, double y) {
        sheet.drawString(text, (float) x, (float) y);
        return x + sheet.getFontMetrics().stringWidth(text);
    }

    /** Writes around a place. */
    public static void centred(Graphics2D sheet, String text, double x, double y) {
        write(sheet, text, x - sheet.getFontMetrics().stringWidth(text) / 2.0, y);
    }

    /** Writes up to a place. */
    public static void right(Graphics2D sheet, String text, double x, double y) {
        write(sheet, text, x - sheet.getFontMetrics().stringWidth(text), y);
    }

    /**
     * Writes as large as fits, and cuts what fits in no size.
     *
     * @param width where it has to end
     * @param style of the font
     * @param size  the largest, in points
     */
    public static void fitted(Graphics2D sheet, String text, double x, double y, double width, int style, double size) {
        double points = size;
        sheet.setFont(Ink.PLAIN.deriveFont(style, (float) points));
        while (points > LEAST && sheet.getFontMetrics().stringWidth(text) > width) {
            points = Math.max(LEAST, points - 0.5);
            sheet.setFont(Ink.PLAIN.deriveFont(style, (float) points));
        }
        write(sheet, cut(sheet.getFontMetrics(), text, width), x, y);
    }

    /** As much of a text as has room, with dots where something is missing. */
    static String cut(FontMetrics metrics, String text, double width) {
        String left = text;
        while (left.length() > 1 && metrics.stringWidth(left.equals(text) ? text : left + DOTS) > width) {
            left = left.substring(0, left.length() - 1).stripTrailing();
        }
        return left.equals(text) ? text : left + DOTS;
    }
}
