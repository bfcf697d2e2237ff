package firesale.experiment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a {@code runs.csv}, and what it was made from.
 *
 * @param file        the table
 * @param experiment  the experiment's name
 * @param question    what it answers
 * @param number      the run's number
 * @param point       where it stands in the experiment
 * @param replication from 0
 * @param seed        the model's seed
 * @param measures    the texts of its measures by name, in the order of the table; empty text where a measure is missing
 */
public record StoredRun(Path file, String experiment, String question, long number, Point point, int replication, long seed,
        Map<String, String> measures) {

    public StoredRun {
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }
}
