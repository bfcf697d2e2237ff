package firesale.experiment;

import firesale.analysis.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * Some measures of all points together. Of the first two of them lower is better: a point is dominated if another is as low in
 * both and lower in one. That goes by the estimates: intervals of differences are known to a point's baseline alone.
 */
final class Frontier {

    static final int FEWEST = 2;
    static final int MOST = 6;

    private final Summary summary;
    private final List<Integer> places;

    private Frontier(Summary summary, List<Integer> places) {
        this.summary = summary;
        this.places = places;
    }

    /**
     * The measures of the given names; none for no names.
     *
     * @throws firesale.kernel.parameters.InputException if there is no measure of a name
     * @throws IllegalArgumentException                  if they are too few or too many
     */
    static Optional<Frontier> of(Summary summary, List<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        if (!holds(names.size())) {
            throw new IllegalArgumentException(FEWEST + " to " + MOST + " measures, please, not " + names);
        }
        List<Integer> places = names.stream().map(name -> summary.measures().indexOf(Measure.named(summary.measures(), name)))
                .toList();
        return Optional.of(new Frontier(summary, places));
    }

    /** Whether so many measures can be shown together. */
    static boolean holds(int measures) {
        return measures >= FEWEST && measures <= MOST;
    }

    List<String> points() {
        return summary.points();
    }

    /** The measures in the order asked for. */
    List<Measure> measures() {
        return places.stream().map(summary.measures()::get).toList();
    }

    /** The estimate of one of these measures at a point. */
    Estimate at(int point, int measure) {
        return summary.cell(point, places.get(measure)).estimate();
    }

    /** Whether others are compared with the point. */
    boolean isBaseline(int point) {
        return summary.baselines().contains(point);
    }

    /** Whether no other point is as low in the first two measures and lower in one; false where either has no value. */
    boolean isUndominated(int point) {
        if (!hasBoth(point)) {
            return false;
        }
        for (int other = 0; other < points().size(); other++) {
            if (dominates(other, point)) {
                return false;
            }
        }
        return true;
    }

    private boolean dominates(int better, int worse) {
        double first = at(better, 0).value() - at(worse, 0).value();
        double second = at(better, 1).value() - at(worse, 1).value();
        return first <= 0 && second <= 0 && (first < 0 || second < 0);
    }

    private boolean hasBoth(int point) {
        return !Double.isNaN(at(point, 0).value()) && !Double.isNaN(at(point, 1).value());
    }
}
