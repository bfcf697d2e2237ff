package firesale.experiment;

import firesale.model.Recording;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an experiment asks for: all that its numbers depend on, beside the code.
 *
 * @param name          the experiment's name
 * @param question      what it answers; printed, changes no number
 * @param kind          the analysis: {@code run}, {@code sweep}, ...
 * @param points        the points that the experiment declares, index equal to place
 * @param baselines     for each declared point the index of the point that it is compared with
 * @param replications  runs at each point, at least 1
 * @param seed          the experiment's seed
 * @param recording     what is written beside the measures
 * @param show          measures that the printed summary has beside the usual ones
 * @param frontier      for {@code sweep}: measures of all points that are shown together; may be empty
 * @param attribution   for {@code attribution}: of what, among whom
 * @param depth         for {@code depth}: what is tried
 * @param spread        for {@code spread}: what is tried
 * @param sensitivity   for {@code sensitivity}: what is varied how
 * @param quantiles     for {@code run} and {@code sweep}: quantiles across runs beside the means
 * @param precision     for {@code run} and {@code sweep}: how sure an estimate has to be; empty if replications are given
 * @param effectiveYaml the text of the experiment with all bases and settings applied, stored beside the results
 */
public record Design(String name, String question, String kind, List<Point> points, List<Integer> baselines, int replications,
        long seed, Set<Recording> recording, List<String> show, List<String> frontier, Attribution attribution, DepthDesign depth,
        SpreadDesign spread, SensitivityDesign sensitivity, List<Double> quantiles,
        Optional<PrecisionParameters> precision, String effectiveYaml) {

    public Design {
        points = List.copyOf(points);
        baselines = List.copyOf(baselines);
        show = List.copyOf(show);
        frontier = List.copyOf(frontier);
        quantiles = List.copyOf(quantiles);
    }

    /** The same with replications that are given. */
    public Design(String name, String question, String kind, List<Point> points, List<Integer> baselines, int replications, long seed,
            Set<Recording> recording, List<String> show, List<String> frontier, Attribution attribution, DepthDesign depth,
            SpreadDesign spread, SensitivityDesign sensitivity, List<Double> quantiles, String effectiveYaml) {
        this(name, question, kind, points, baselines, replications, seed, recording, show, frontier, attribution, depth, spread,
                sensitivity, quantiles, Optional.empty(), effectiveYaml);
    }

    /** The same with another number of runs at each point. */
    Design withReplications(int number) {
        return new Design(name, question, kind, points, baselines, number, seed, recording, show, frontier, attribution, depth, spread,
                sensitivity, quantiles, precision, effectiveYaml);
    }
}
