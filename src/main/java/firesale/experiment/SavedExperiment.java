package firesale.experiment;

import firesale.experiment.store.DurableFiles;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.ParameterSchema.Assignment;
import firesale.kernel.parameters.Scalars;
import firesale.model.ModelParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One run as an experiment file, to be run, changed and shared: the parameters that are no defaults, and a seed that makes run 0
 * the same run.
 *
 * @param name       of the experiment
 * @param question   what it answers
 * @param parameters the model's
 * @param modelSeed  the run's seed
 */
public record SavedExperiment(String name, String question, ModelParameters parameters, long modelSeed) {

    private static final int REPLICATIONS = 100;
    private static final int LONGEST_NAME = 100;

    /** A name that an experiment may have, made of a file's name: {@code My case.yaml} becomes {@code my-case}. */
    public static String nameFor(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.ya?ml$", "")
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "experiment" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** The text of the file, for a folder: names of files that parameters have are relative to it. */
    public String yaml(Path folder) {
        return yaml(different(folder));
    }

    private String yaml(List<Assignment> values) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("schemaVersion: 1\n");
        yaml.append("name: ").append(Scalars.yaml(name)).append('\n');
        yaml.append("question: ").append(Scalars.yaml(question)).append('\n');
        yaml.append(values.isEmpty() ? "model: {}\n" : "model:\n");
        values.forEach(value -> yaml.append("  ").append(value.yaml()).append('\n'));
        yaml.append("analysis:\n");
        yaml.append("  kind: run\n");
        yaml.append("  replications: ").append(REPLICATIONS).append('\n');
        yaml.append("  seed: ").append(Seeds.experiment(modelSeed)).append('\n');
        return yaml.toString();
    }

    private List<Assignment> different(Path folder) {
        ParameterSchema<ModelParameters> schema = ExperimentFile.modelSchema();
        Map<String, String> usual = new HashMap<>();
        schema.effective(schema.defaults(), folder).forEach(value -> usual.put(value.path(), value.text()));
        return schema.effective(parameters, folder).stream().filter(value -> !value.text().equals(usual.get(value.path())))
                .toList();
    }

    /**
     * Writes the file and reads it back; only then it takes the place of one that is there.
     *
     * @throws IOException    if it cannot be written
     * @throws InputException if what was written does not read back as the same run
     */
    public void write(Path file) throws IOException {
        Path aside = DurableFiles.aside(file);
        try {
            Files.writeString(aside, yaml(file.toAbsolutePath().getParent()));
            requireEqual(ExperimentFile.read(aside));
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private void requireEqual(ExperimentFile written) {
        PlannedRuns runs = new PlannedRuns(written);
        ParameterSchema<ModelParameters> schema = ExperimentFile.modelSchema();
        Path here = Path.of("");
        if (!schema.effective(written.points().get(0).parameters(), here).equals(schema.effective(parameters, here))
                || runs.seed(0) != modelSeed) {
            throw new InputException(written.file() + ": was written, but does not read back as the run that is watched");
        }
    }
}
