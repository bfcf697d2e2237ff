package firesale.experiment;

import firesale.kernel.parameters.ParameterSchema.Assignment;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Value;
import firesale.model.ModelParameters;
import java.nio.file.Path;
import java.util.List;

/** Writes an experiment as one file that needs no other. */
final class EffectiveYaml {

    private final ExperimentFile experiment;
    private final Variations variations;
    private final ModelParameters base;
    private final Path folder;
    private final StringBuilder yaml = new StringBuilder();

    /** @param base the model's parameters before any variant */
    EffectiveYaml(ExperimentFile experiment, Variations variations, ModelParameters base, Path folder) {
        this.experiment = experiment;
        this.variations = variations;
        this.base = base;
        this.folder = folder;
    }

    String text() {
        for (Assignment assignment : ExperimentFile.headerSchema().effective(experiment.header(), folder)) {
            line("", assignment);
        }
        yaml.append("model:\n");
        ExperimentFile.modelSchema().effective(base, folder).forEach(assignment -> line("  ", assignment));
        variants();
        variations.design().yaml(folder).forEach(assignment -> line("", assignment));
        return yaml.toString();
    }

    private void variants() {
        for (String variant : experiment.variants()) {
            List<String> keys = variations.variants().get(variant).all().stream()
                    .filter(setting -> !(setting.value() instanceof Value.Nothing)).map(Setting::path).toList();
            yaml.append("analysis.variants.").append(variant).append(keys.isEmpty() ? ": {}\n" : ":\n");
            Point any = experiment.points().stream().filter(point -> isOf(variant, point)).findFirst().orElseThrow();
            ExperimentFile.modelSchema().texts(any.parameters(), keys, folder)
                    .forEach((key, text) -> line("  ", new Assignment(key, text)));
        }
    }

    private static boolean isOf(String variant, Point point) {
        return point.id().equals(variant) || point.id().startsWith(variant + "/");
    }

    private void line(String indent, Assignment assignment) {
        yaml.append(indent).append(assignment.yaml()).append('\n');
    }
}
