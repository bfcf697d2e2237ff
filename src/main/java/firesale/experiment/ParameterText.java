package firesale.experiment;

import firesale.kernel.parameters.ParameterSchema;
import firesale.model.ModelParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The canonical text of parameters: path to value in the order of declaration, and the hash of every input file. Two points
 * with the same text are the same point.
 */
final class ParameterText {

    private ParameterText() {
    }

    static Map<String, String> of(ModelParameters parameters) {
        Map<String, String> text = new LinkedHashMap<>();
        ParameterSchema<ModelParameters> schema = ExperimentFile.modelSchema();
        schema.effective(parameters).forEach(value -> text.put(value.path(), value.text()));
        schema.inputs(parameters).forEach(input -> text.put(input.path() + " (content)", input.file().sha256()));
        return text;
    }
}
