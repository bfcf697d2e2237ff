package firesale.report;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Finds places for labels of dots, near their dots, where they cover no dot and no other label. Lengths are pixels. */
final class DotLabels {

    private static final double GAP = 3;
    private static final double RING = 4;
    private static final int DIRECTIONS = 24;
    private static final double SIDES = 3;
    /** A text nearer than this needs no line to its dot. */
    private static final double NEAR = 11;

    private final Rectangle2D area;
    private final double radius;
    private final List<Line2D> lines;
    private final List<Rectangle2D> dots = new ArrayList<>();
    private final List<Rectangle2D> labels = new ArrayList<>();
    private final List<Line2D> leaders = new ArrayList<>();

    /**
     * Places around dots of one size.
     *
     * @param area   what labels may not leave
     * @param dots   their middles
     * @param radius of the dots
     * @param lines  that labels keep off where there is room close by
     */
    DotLabels(Rectangle2D area, List<Point2D> dots, double radius, List<Line2D> lines) {
        this.lines = List.copyOf(lines);
        this.area = area;
        this.radius = radius;
        dots.forEach(dot -> this.dots.add(new Rectangle2D.Double(dot.getX() - radius, dot.getY() - radius, 2 * radius,
                2 * radius)));
    }

    /**
     * A label's place.
     *
     * @param box    of the text
     * @param leader from the dot to the text, where it stands too far from its dot to be seen as its own
     */
    record Place(Rectangle2D box, Optional<Line2D> leader) {
    }

    /**
     * Takes the nearest free place for the label of a dot; in a crowd lines may cross, but no text covers another.
     *
     * @param farthest how far the label may stand from its dot
     * @return none if all are taken
     */
    Optional<Place> place(Point2D dot, double width, double height, double farthest) {
        return nearest(dot, width, height, Math.min(NEAR, farthest), (box, leader) -> isUncrossed(box, leader)
                && lines.stream().noneMatch(line -> line.intersects(box)))
                .or(() -> nearest(dot, width, height, farthest, this::isUncrossed))
                .or(() -> nearest(dot, width, height, farthest, (box, leader) -> true));
    }

    private Optional<Place> nearest(Point2D dot, double width, double height, double farthest,
            BiPredicate<Rectangle2D, Optional<Line2D>> accepted) {
        for (double out = GAP; out <= farthest; out += RING) {
            for (int d = 0; d < DIRECTIONS; d++) {
                Rectangle2D box = box(dot, width, height, out, 2 * Math.PI * d / DIRECTIONS);
                Optional<Line2D> leader = out <= NEAR ? Optional.empty() : Optional.of(leader(dot, box));
                if (isFree(box) && accepted.test(box, leader)) {
                    labels.add(box);
                    leader.ifPresent(leaders::add);
                    return Optional.of(new Place(box, leader));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A box that lies outside the dot by a given distance, in a direction that turns from the right over the top. Only nearly
     * above and below does it stand across the dot: long texts keep off upright lines through it.
     */
    private Rectangle2D box(Point2D dot, double width, double height, double out, double angle) {
        double x = dot.getX() + Math.cos(angle) * (radius + out) + aside(Math.cos(angle)) * width / 2;
        double y = dot.getY() - Math.sin(angle) * (radius + out) - aside(Math.sin(angle)) * height / 2;
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    private static double aside(double direction) {
        return Math.max(-1, Math.min(1, SIDES * direction));
    }

    private static Line2D leader(Point2D dot, Rectangle2D box) {
        double x = Math.max(box.getMinX(), Math.min(box.getMaxX(), dot.getX()));
        double y = Math.max(box.getMinY(), Math.min(box.getMaxY(), dot.getY()));
        return new Line2D.Double(dot.getX(), dot.getY(), x, y);
    }

    private boolean isFree(Rectangle2D box) {
        return area.contains(box) && dots.stream().noneMatch(box::intersects) && labels.stream().noneMatch(box::intersects);
    }

    private boolean isUncrossed(Rectangle2D box, Optional<Line2D> leader) {
        return leaders.stream().noneMatch(line -> line.intersects(box))
                && leader.stream().noneMatch(line -> labels.stream().anyMatch(line::intersects)
                        || leaders.stream().anyMatch(line::intersectsLine));
    }
}
