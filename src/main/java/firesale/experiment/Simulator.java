package firesale.experiment;

import firesale.model.ModelParameters;
import firesale.model.Recording;
import java.util.Set;

/**
 * Runs a model once. Called from several threads at the same time; the outcome depends on the arguments alone.
 *
 * @param <R> the outcome of a run
 */
@FunctionalInterface
public interface Simulator<R> {

    /**
     * One run.
     *
     * @return the outcome, never null
     * @throws RuntimeException if the run fails; it becomes a row with status {@code failed} and the message as reason
     */
    R simulate(ModelParameters parameters, long seed, Set<Recording> recording);

    /**
     * Reads what the runs of a point share, before the first run.
     *
     * @throws firesale.kernel.parameters.InputException if a file that the parameters name makes no sense
     */
    default void prepare(ModelParameters parameters) {
    }
}
