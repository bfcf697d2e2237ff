package firesale.experiment;

import firesale.analysis.Difference;
import firesale.analysis.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * All estimates of an experiment.
 *
 * @param name         the experiment's name
 * @param question     what it answers
 * @param seed         its seed
 * @param replications runs at each point
 * @param failed       runs that failed
 * @param firstFailure why the first of them did; empty if none
 * @param points       the points' ids
 * @param baselines    for each point the index of the point that it is compared with
 * @param measures     what was estimated
 * @param cells        by point, then by measure
 */
public record Summary(String name, String question, long seed, int replications, long failed, String firstFailure,
        List<String> points, List<Integer> baselines, List<Measure> measures, List<List<Cell>> cells) {

    /**
     * One measure at one point.
     *
     * @param estimate   over the point's runs
     * @param difference to the point's baseline; empty at a baseline itself
     */
    public record Cell(Estimate estimate, Optional<Difference> difference) {
    }

    /** The estimates of a measure at a point. */
    public Cell cell(int point, int measure) {
        return cells.get(point).get(measure);
    }
}
