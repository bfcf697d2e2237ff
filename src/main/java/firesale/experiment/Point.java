package firesale.experiment;

import firesale.model.ModelParameters;
import java.util.Map;

/**
 * One design point of an experiment.
 *
 * @param index      its place in the list of points, from 0
 * @param id         short, unique, fit for a file name
 * @param varied     what is set apart from the base: key to value as text, in the order of the experiment
 * @param parameters all parameters of the point
 */
public record Point(int index, String id, Map<String, String> varied, ModelParameters parameters) {
}
