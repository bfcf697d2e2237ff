package firesale.gui.parameters;

import firesale.model.ModelParameters;

/**
 * What a run is a function of.
 *
 * @param parameters its parameters
 * @param seed       the model's seed, 64 bits
 */
public record Setup(ModelParameters parameters, long seed) {

    /** The same with other parameters. */
    Setup with(ModelParameters others) {
        return new Setup(others, seed);
    }

    /** The same with another seed. */
    Setup with(long otherSeed) {
        return new Setup(parameters, otherSeed);
    }
}
