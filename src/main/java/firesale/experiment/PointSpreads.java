package firesale.experiment;

import firesale.analysis.FixedPoint;
import java.util.List;
import java.util.Optional;

/**
 * What is found of the spreads at a declared point.
 *
 * @param point   its name
 * @param classes every class of lending, the portfolio last
 * @param curve   term loans of hosts at each spread that was tried, in rising order; only the declared one if none was
 * @param own     the spread that pays for the losses it goes with, if more than one was tried
 * @param several whether the curve crosses the charge more than once
 * @param advance what machines yielded; empty if fleets were not recorded
 */
record PointSpreads(String point, List<ClassSpreads> classes, List<Tried> curve, Optional<FixedPoint> own, boolean several,
        List<SafeAdvance> advance) {

    /**
     * Term loans of hosts at one spread.
     *
     * @param spread as set, 1/a
     */
    record Tried(double spread, ClassSpreads found) {
    }

    ClassSpreads of(String name) {
        return classes.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** Whether what is charged follows the spread that is set; loans of an own book have rates of their own. */
    boolean followsSetting() {
        double first = curve.get(0).found().charged().value();
        double last = curve.get(curve.size() - 1).found().charged().value();
        // where nothing was lent nothing can be said
        return Double.isNaN(last - first) || last - first > (curve.get(curve.size() - 1).spread() - curve.get(0).spread()) / 2;
    }
}
