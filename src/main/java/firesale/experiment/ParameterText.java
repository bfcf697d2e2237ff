package firesale.experiment;

import firesale.kernel.parameters.ParameterSchema;
import firesale.model.ModelParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The canonical text of parameters: path to value in the order of declaration, and the hash of every input file. Two points
 * with the same text are the same point. The name of an own file is left out: it is another one seen from another folder.
 */
final class ParameterText implements ParameterTexts {

    private static final String OWN_FILE = "own file";

    @Override
    public Map<String, String> apply(ModelParameters parameters) {
        return of(parameters);
    }

    @Override
    public Map<String, String> differences(ModelParameters from, ModelParameters to) {
        ParameterSchema.Differences found = ExperimentFile.modelSchema().differences(from, to);
        return text(found.values(), found.inputs());
    }

    static Map<String, String> of(ModelParameters parameters) {
        ParameterSchema<ModelParameters> schema = ExperimentFile.modelSchema();
        return text(schema.effective(parameters), schema.inputs(parameters));
    }

    private static Map<String, String> text(List<ParameterSchema.Assignment> values, List<ParameterSchema.Input> inputs) {
        Map<String, String> text = new LinkedHashMap<>();
        values.forEach(value -> text.put(value.path(), value.text()));
        for (ParameterSchema.Input input : inputs) {
            if (!input.file().isShipped()) {
                text.put(input.path(), OWN_FILE);
            }
            text.merge(input.path() + " (content)", input.file().sha256(), (one, more) -> one + " " + more);
        }
        return text;
    }
}
