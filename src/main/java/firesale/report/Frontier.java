package firesale.report;

import java.util.Comparator;
import java.util.List;

/**
 * Some measures of all points together; the first two are the axes.
 *
 * @param measures two at least
 * @param points   in the order of the experiment
 */
record Frontier(List<Measure> measures, List<Point> points) {

    /** What was estimated, and its unit. */
    record Measure(String name, String unit) {
    }

    /**
     * A point and its estimates.
     *
     * @param baseline    whether others are compared with it
     * @param undominated whether no other point is as low on both axes and lower on one
     * @param at          an estimate for each measure, without a mean where nothing was to be estimated
     */
    record Point(String id, boolean baseline, boolean undominated, List<Interval> at) {

        Interval x() {
            return at.get(0);
        }

        Interval y() {
            return at.get(1);
        }

        boolean hasBoth() {
            return x().hasMean() && y().hasMean();
        }
    }

    /** The same with the first so many points that have a place on both axes, and those without one among them. */
    Frontier first(int most) {
        List<Point> last = placed().stream().skip(most).limit(1).toList();
        return last.isEmpty() ? this : new Frontier(measures, points.subList(0, points.indexOf(last.get(0))));
    }

    /** Points with a place on both axes. */
    List<Point> placed() {
        return points.stream().filter(Point::hasBoth).toList();
    }

    /** The undominated points from left to right. */
    List<Point> undominated() {
        return placed().stream().filter(Point::undominated)
                .sorted(Comparator.comparingDouble((Point point) -> point.x().mean()).thenComparing(point -> -point.y().mean()))
                .toList();
    }

    boolean hasThird() {
        return measures.size() > 2;
    }

    /** The third measure at a point as text; empty if there is none. */
    String third(Point point) {
        return hasThird() && point.at.get(2).hasMean() ? Formats.inUnit(point.at.get(2).mean(), measures.get(2).unit()) : "";
    }
}
