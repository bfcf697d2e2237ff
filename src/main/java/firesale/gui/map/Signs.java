package firesale.gui.map;

import firesale.gui.view.Ink;
import firesale.hardware.Cooling;
import firesale.report.Palette;
import firesale.world.Regime;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Colours and shapes of the map. Nothing is told by colour alone. */
final class Signs {

    /** Behind what is no data. */
    static final Color PALE = new Color(0xF6F6F6);
    /** Behind racks that cannot hold what is on the shelf. */
    static final Color TOO_WEAK = new Color(0xEFE9E4);
    static final Font LARGE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    /** Weeks on the shelf after which a lot is as dark as it gets. */
    static final int OLD_WEEKS = 40;

    private static final Color FRESH = Palette.ORANGE;
    private static final Color OLD = new Color(0x4A3B1E);
    private static final Color CALM_BAR = new Color(0xCFD8D2);
    private static final Color SQUEEZE_BAR = new Color(0xC9772B);
    private static final Color EASING_BAR = new Color(0x8FB3CF);

    private Signs() {
    }

    /** The colour of a kind of cooling. */
    static Color of(Cooling cooling) {
        return switch (cooling) {
            case AIR -> Palette.SKY;
            case REAR_DOOR -> Palette.GREEN;
            case DIRECT_LIQUID -> Palette.BLUE;
            case IMMERSION -> Palette.PURPLE;
        };
    }

    /** The shape of a kind of cooling, of an area of radius squared times pi: circle, square, diamond, triangle. */
    static Shape shape(Cooling cooling, double x, double y, double radius) {
        double half = radius * 0.886;
        return switch (cooling) {
            case AIR -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            case REAR_DOOR -> new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
            case DIRECT_LIQUID -> {
                double reach = half * 1.414;
                yield Ink.polygon(x, y - reach, x + reach, y, x, y + reach, x - reach, y);
            }
            case IMMERSION -> {
                double reach = radius * 1.347;
                yield Ink.polygon(x, y - 1.155 * reach, x + reach, y + 0.577 * reach, x - reach, y + 0.577 * reach);
            }
        };
    }

    /** The colour of a regime in the bar of weeks. */
    static Color bar(Regime regime) {
        return switch (regime) {
            case CALM -> CALM_BAR;
            case SQUEEZE -> SQUEEZE_BAR;
            case EASING -> EASING_BAR;
        };
    }

    /** The colour of a lot that has been on the shelf for some weeks. */
    static Color age(int weeks) {
        double share = Math.max(0, Math.min(1, (double) weeks / OLD_WEEKS));
        return new Color(mix(FRESH.getRed(), OLD.getRed(), share), mix(FRESH.getGreen(), OLD.getGreen(), share),
                mix(FRESH.getBlue(), OLD.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** A lot as it is drawn on the shelf and in the legend. */
    static void lot(Graphics2D sheet, double x, double y, double side, Shelved state, boolean isSeized, int weeks) {
        double half = side / 2;
        Rectangle2D.Double box = new Rectangle2D.Double(x - half + 0.5, y - half + 0.5, side - 1, side - 1);
        switch (state) {
            case COMING -> {
                sheet.setColor(Color.WHITE);
                sheet.fill(box);
                sheet.setColor(Palette.VERMILION);
                sheet.setStroke(Ink.dashed(1.1, 2, 1.5f));
                sheet.draw(box);
                return;
            }
            case RUN -> {
                sheet.setColor(Palette.light(Palette.GREEN));
                sheet.fill(box);
                sheet.setColor(Palette.GREEN);
                sheet.setStroke(Ink.line(1.4));
                sheet.draw(box);
                return;
            }
            case HELD -> {
                sheet.setColor(Color.WHITE);
                sheet.fill(box);
                sheet.setColor(age(weeks));
                sheet.setStroke(Ink.line(1.1));
                Shape clip = sheet.getClip();
                sheet.clip(box);
                for (double d = 0; d < 2 * side; d += 3.5) {
                    sheet.draw(new Line2D.Double(box.x + d, box.y, box.x + d - side, box.y + side));
                }
                sheet.setClip(clip);
                sheet.draw(box);
            }
            case OFFERED, OFFERED_IN_PLACE -> {
                sheet.setColor(age(weeks));
                sheet.fill(box);
            }
            default -> throw new IllegalStateException(state.name());
        }
        if (!isSeized) {
            sheet.setColor(Palette.INK);
            sheet.setStroke(Ink.line(1.6));
            sheet.draw(box);
        }
        if (state == Shelved.OFFERED_IN_PLACE) {
            sheet.setColor(Palette.GREEN);
            sheet.setStroke(Ink.line(2));
            sheet.draw(new Line2D.Double(box.x, box.y + box.height, box.x + box.width, box.y + box.height));
        }
    }
}
