package firesale.gui.network;

import java.awt.geom.Rectangle2D;

/** Where dealers and kinds of buyers stand: buyers on the left of a strip, dealers on its right, both from top to bottom. */
final class RepoStrip {

    private static final double HEAD = 18;

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
        return new Spot(area.getMaxX() - 12, area.getMinY() + HEAD + step * (id + 0.5), Math.min(7.5, step * 0.42));
    }

    Spot buyers(int kind) {
        double step = step(kinds);
        return new Spot(area.getMinX() + 9, area.getMinY() + HEAD + step * (kind + 0.35), Math.min(5, step * 0.3));
    }

    private double step(int count) {
        return (area.getHeight() - HEAD) / Math.max(1, count);
    }
}
