package firesale.cli;

import firesale.experiment.ExperimentFile;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Scalars;
import firesale.model.Recording;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lays options of the command line over an experiment file. */
final class Overrides {

    private static final String NOTHING = "none";

    private Overrides() {
    }

    /**
     * The experiment with the options over it; a null option leaves the file's value.
     *
     * @throws InputException naming the option, if a value is refused
     */
    static ExperimentFile apply(ExperimentFile file, List<String> settings, Long seed, Integer replications,
            List<String> record) {
        ExperimentFile experiment = settings.isEmpty() ? file : file.withSettings(settings);
        if (seed != null) {
            experiment = experiment.withSeed(seed);
        }
        if (replications != null) {
            if (replications < 1) {
                throw new InputException("--replications: expected a whole number of at least 1, but found " + replications);
            }
            experiment = experiment.withReplications(replications);
        }
        return record == null ? experiment : experiment.withRecording(recording(record));
    }

    private static Set<Recording> recording(List<String> names) {
        Set<Recording> recording = EnumSet.noneOf(Recording.class);
        if (names.equals(List.of(NOTHING))) {
            return recording;
        }
        for (String name : names) {
            try {
                recording.add((Recording) Scalars.choice(name, Recording.class));
            } catch (IllegalArgumentException e) {
                throw new InputException("--record: expected any of " + String.join(", ", Scalars.choices(Recording.class))
                        + ", or none, but found \"" + name + "\"", e);
            }
        }
        return recording;
    }
}
