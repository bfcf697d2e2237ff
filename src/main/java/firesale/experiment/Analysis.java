package firesale.experiment;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of experiment: a pure function to a list of points, known before the first run, then a pure estimator over the rows.
 * Everything between the two is the engine's.
 */
public interface Analysis {

    /**
     * The points to run.
     *
     * @param declared the points that the experiment declares
     * @throws firesale.kernel.parameters.InputException if the analysis cannot be made of them
     */
    List<Point> points(List<Point> declared);

    /**
     * For each point to run the index of the one that it is compared with.
     *
     * @param declared  the points that the experiment declares
     * @param baselines the same of these
     */
    default List<Integer> baselines(List<Point> declared, List<Integer> baselines) {
        return baselines;
    }

    /**
     * Looks before the first run whether the model measures what the analysis needs.
     *
     * @throws firesale.kernel.parameters.InputException naming a measure that there is not
     */
    default void check(List<Measure> measures) {
    }

    /**
     * What the rows say.
     *
     * @param plan     what was run
     * @param measures what the model measures
     * @param answer   puts the estimates into words
     * @param rows     every run of the plan in order
     */
    Findings findings(Plan plan, List<Measure> measures, Function<Summary, String> answer, RunRows rows) throws IOException;
}
