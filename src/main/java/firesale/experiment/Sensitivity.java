package firesale.experiment;

import firesale.analysis.Estimate;
import java.util.List;

/**
 * What an analysis of sensitivity found of one measure.
 *
 * @param method  by variances or by elementary effects
 * @param measure what is explained
 * @param keys    by falling total order, or mean size of effects
 * @param varies  whether the measure varies at all over the points; if not there is nothing to explain
 * @param sum     of the first orders; of Morris without value
 * @param leads   share of resamples in which the first key is the first
 * @param noise   share of the variance across points that is noise of replications; NaN if it cannot be told
 * @param without share of points at which no run has a value
 */
record Sensitivity(SensitivityMethod method, Measure measure, List<Influence> keys, boolean varies, Estimate sum, double leads,
        double noise, double without) {

    Sensitivity {
        keys = List.copyOf(keys);
    }

    /**
     * What a parameter does.
     *
     * @param key    the parameter's path
     * @param main   total order; or mean size of effects
     * @param second first order; or mean effect
     * @param sigma  of Morris: standard deviation of effects; null otherwise
     * @param moves  standard errors of main, second and (of Morris) sigma over replications: how far they would move with other
     *               seeds; NaN if that cannot be told
     */
    record Influence(String key, Estimate main, Estimate second, Estimate sigma, List<Double> moves) {

        Influence {
            moves = List.copyOf(moves);
        }
    }

    /** The largest standard error over replications of any key's main index; NaN if none can be told. */
    double move() {
        return keys.stream().mapToDouble(key -> key.moves().get(0)).filter(move -> !Double.isNaN(move)).max().orElse(Double.NaN);
    }

    /** Base samples or trajectories that entered. */
    long n() {
        return keys.get(0).main().n();
    }

    /** Those that were left out. */
    long missing() {
        return keys.get(0).main().missing();
    }
}
