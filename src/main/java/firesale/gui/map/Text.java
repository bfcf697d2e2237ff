package firesale.gui.map;

import java.awt.Graphics2D;

/** Writing on the sheet. */
final class Text {

    private Text() {
    }

    /** Writes; returns where the text ends. */
    static double write(Graphics2D sheet, String text, double x, double y) {
        sheet.drawString(text, (float) x, (float) y);
        return x + sheet.getFontMetrics().stringWidth(text);
    }

    /** Writes around a place. */
    static void centred(Graphics2D sheet, String text, double x, double y) {
        write(sheet, text, x - sheet.getFontMetrics().stringWidth(text) / 2.0, y);
    }

    /** Writes up to a place. */
    static void right(Graphics2D sheet, String text, double x, double y) {
        write(sheet, text, x - sheet.getFontMetrics().stringWidth(text), y);
    }
}
