package firesale.experiment;

import java.util.List;

/**
 * What {@code kind: sensitivity} varies and asks. Its points come in blocks: of Sobol' indices {@code keys + 2} points for each base
 * sample (A, B, then B's values put into A one key at a time), of Morris screening {@code keys + 1} for each trajectory.
 *
 * @param method   by variances or by elementary effects
 * @param keys     the varied keys in the order of the file; empty for other kinds
 * @param samples  base samples, or trajectories
 * @param levels   of Morris: levels of each range
 * @param measures what is explained
 */
public record SensitivityDesign(SensitivityMethod method, List<String> keys, int samples, int levels, List<String> measures) {

    /** What is explained unless the file says otherwise. */
    static final List<String> USUAL_MEASURES = List.of("price_discount", "recovery", "lender_losses_usd");

    public SensitivityDesign {
        keys = List.copyOf(keys);
        measures = List.copyOf(measures);
    }

    /** Points in a block. */
    int block() {
        return keys.size() + (method == SensitivityMethod.SOBOL ? 2 : 1);
    }
}
