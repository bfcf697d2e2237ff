package firesale.gui;

import firesale.model.ModelParameters;

/**
 * What is watched: one run, a function of its parameters and its seed.
 *
 * @param title      what the window calls it
 * @param question   the question of its experiment
 * @param parameters its parameters
 * @param seed       the model's seed, 64 bits
 */
public record Subject(String title, String question, ModelParameters parameters, long seed) {

    /** The same with other parameters. */
    public Subject with(ModelParameters other) {
        return new Subject(title, question, other, seed);
    }

    /** The same with another seed. */
    public Subject with(long otherSeed) {
        return new Subject(title, question, parameters, otherSeed);
    }
}
