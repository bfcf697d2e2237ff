package firesale.gui;

import firesale.experiment.PlannedRuns;
import firesale.experiment.Point;
import firesale.experiment.StoredRun;
import firesale.model.ModelParameters;
import java.util.Optional;

/**
 * What is watched: one run, a function of its parameters and its seed.
 *
 * @param title      what the window calls it
 * @param question   the question of its experiment
 * @param parameters its parameters
 * @param seed       the model's seed, 64 bits
 * @param stored     the row of a table of runs that it is compared with when it is over
 */
public record Subject(String title, String question, ModelParameters parameters, long seed, Optional<StoredRun> stored) {

    /** A run that is compared with nothing. */
    public Subject(String title, String question, ModelParameters parameters, long seed) {
        this(title, question, parameters, seed, Optional.empty());
    }

    /**
     * A run of an experiment: the one that its {@code runs.csv} has for the point and the replication.
     *
     * @param replication from 0
     */
    public static Subject of(PlannedRuns runs, Point point, int replication) {
        String where = (runs.points().size() > 1 ? ", " + point.id() : "") + ", replication " + replication;
        return new Subject(runs.experiment().name() + where, runs.experiment().question(), point.parameters(),
                runs.seed(replication));
    }

    /** A stored run, to be compared with its row. */
    public static Subject of(StoredRun run) {
        return new Subject("run " + run.number() + " of " + run.experiment() + ", " + run.point().id(), run.question(),
                run.point().parameters(), run.seed(), Optional.of(run));
    }

    /** The same with other parameters; then it is no stored run any more. */
    public Subject with(ModelParameters other) {
        return changed(other, seed);
    }

    /** The same with another seed; then it is no stored run any more. */
    public Subject with(long otherSeed) {
        return changed(parameters, otherSeed);
    }

    /** What is watched when this one was changed; itself if all is as it was. */
    public Subject changed(ModelParameters toParameters, long toSeed) {
        boolean isOther = !toParameters.equals(parameters);
        if (!isOther && toSeed == seed) {
            return this;
        }
        return new Subject(title + (isOther ? ", changed" : "") + (toSeed == seed ? "" : ", seed " + toSeed), question, toParameters,
                toSeed);
    }
}
