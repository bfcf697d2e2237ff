package firesale.gui.network;

import java.awt.geom.Rectangle2D;

/** Where dealers and kinds of buyers stand: buyers on the left of a strip, dealers on its right, both from top to bottom. */
final class RepoStrip {

    /** How wide a strip is. */
    static final double WIDTH = 96;
    private static final double HEAD = 18;
    private static final int MOST_LETTERS = 11;

    private final Rectangle2D area;
    private final int dealers;
    private final int kinds;

    RepoStrip(Rectangle2D area, int dealers, int kinds) {
        this.area = area;
        this.dealers = dealers;
        this.kinds = kinds;
    }

    Rectangle2D area() {
        return area;
    }

    Spot dealer(int id) {
        double step = step(dealers);
        return new Spot(area.getMaxX() - 10, area.getMinY() + HEAD + step * (id + 0.5), Math.min(6, step * 0.42));
    }

    Spot buyers(int kind) {
        double step = step(kinds);
        return new Spot(area.getMinX() + 9, area.getMinY() + HEAD + step * (kind + 0.35), Math.min(5, step * 0.3));
    }

    /** A kind of buyers in as many letters as there is room for: its first word, cut if need be. */
    static String label(String kind) {
        String first = kind.split("-")[0];
        return first.length() > MOST_LETTERS ? first.substring(0, MOST_LETTERS - 1) + "\u2026" : first;
    }

    private double step(int count) {
        return (area.getHeight() - HEAD) / Math.max(1, count);
    }
}
