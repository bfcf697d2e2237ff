package firesale.gui.map;

import firesale.gui.view.Ink;
import firesale.hardware.Cooling;
import firesale.report.Palette;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;

/** Draws a buyer: filled where it could take something, with a ring for the money that it would have in calm. */
final class Bubble {

    /** With a smaller share of the money that it would have in calm, a buyer's ring is dark. */
    private static final double SHORT_OF_MONEY = 0.7;

    private Bubble() {
    }

    /** Whether a buyer has much less money than in calm. */
    static boolean isShort(BuyerSpot spot) {
        return spot.fundsUsd() < SHORT_OF_MONEY * spot.calmUsd();
    }

    /** @param cooling of its racks; null for a buyer that needs none */
    static void draw(Graphics2D sheet, BuyerSpot spot, Cooling cooling) {
        Shape shape = Signs.shape(cooling == null ? Cooling.AIR : cooling, spot.x(), spot.y(), spot.radius());
        Color colour = cooling == null ? Palette.AXIS : Signs.of(cooling);
        if (spot.calmRadius() > spot.radius() + 0.6) {
            boolean isShort = isShort(spot);
            sheet.setColor(isShort ? Palette.INK : Ink.through(colour, 0.75));
            sheet.setStroke(Ink.dashed(isShort ? 1.1 : 0.9, 2, 2));
            sheet.draw(Signs.shape(cooling == null ? Cooling.AIR : cooling, spot.x(), spot.y(), spot.calmRadius()));
        }
        sheet.setColor(spot.couldTake() ? Ink.through(colour, 0.62) : Ink.through(Color.WHITE, 0.55));
        if (spot.couldTake() || spot.place().freeKw() > 0) {
            sheet.fill(shape);
        }
        sheet.setColor(spot.couldTake() ? colour.darker() : Ink.through(colour, 0.8));
        sheet.setStroke(Ink.line(0.9));
        sheet.draw(shape);
    }
}
