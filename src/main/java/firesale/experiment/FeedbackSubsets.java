package firesale.experiment;

import firesale.kernel.numerics.Shapley;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Scalars;
import firesale.world.Feedback;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The points of an attribution to feedback loops: each declared point with every subset of its loops, none first and all
 * last. The place of a subset is the number with the bits of its loops.
 *
 * @param scenario the declared point
 * @param loops    its loops, each once, in the order of the file
 * @param first    the index of the point with no loop
 */
record FeedbackSubsets(Point scenario, List<Feedback> loops, int first) {

    private static final String KEY = "feedbacks";

    /**
     * The subsets of each declared point.
     *
     * @param most the most loops that a point may have
     * @throws InputException if a point has no loop, or more, or there would be too many points in all
     */
    static List<FeedbackSubsets> of(List<Point> declared, int most) {
        List<FeedbackSubsets> subsets = new ArrayList<>();
        int first = 0;
        for (Point point : declared) {
            LinkedHashSet<Feedback> on = new LinkedHashSet<>(point.parameters().feedbacks());
            if (!point.parameters().repo().isOpen()) {
                // haircuts of nothing do nothing, and would double the runs
                on.remove(Feedback.HAIRCUTS);
            }
            List<Feedback> loops = List.copyOf(on);
            if (loops.isEmpty() || loops.size() > most) {
                throw new InputException(point.id() + ": feedbacks: " + loops.size() + " loops, expected 1 to " + most
                        + " for players: feedbacks, which runs every subset of them (here 2^" + loops.size() + ")");
            }
            subsets.add(new FeedbackSubsets(point, loops, first));
            first += 1 << loops.size();
            if (first > Variations.MOST_POINTS) {
                throw new InputException("analysis.players: feedbacks: more than " + Variations.MOST_POINTS
                        + " points with every subset of loops");
            }
        }
        return subsets;
    }

    static List<FeedbackSubsets> of(List<Point> declared) {
        return of(declared, Shapley.MOST_EXACT);
    }

    /** How many subsets there are. */
    int count() {
        return 1 << loops.size();
    }

    /** The points, in the order of their numbers. */
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (int subset = 0; subset < count(); subset++) {
            List<Feedback> on = new ArrayList<>();
            for (int i = 0; i < loops.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    on.add(loops.get(i));
                }
            }
            List<String> names = on.stream().map(Scalars::kebab).toList();
            Map<String, String> varied = new LinkedHashMap<>(scenario.varied());
            varied.put(KEY, "[" + String.join(", ", names) + "]");
            points.add(new Point(first + subset, id(names), varied, scenario.parameters().withFeedbacks(on)));
        }
        return points;
    }

    /** As ids of grids: a slash after a variant's name, a comma after another key's value. */
    private String id(List<String> names) {
        return scenario.id() + (scenario.id().indexOf('=') < 0 ? "/" : ",") + KEY + "="
                + (names.isEmpty() ? "none" : String.join("+", names));
    }
}
