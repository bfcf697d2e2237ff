package firesale.experiment;

import firesale.model.ModelParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** The canonical text of parameters: path to value, in a fixed order. */
@FunctionalInterface
public interface ParameterTexts {

    /** All of it; outcomes must not depend on more. */
    Map<String, String> apply(ModelParameters parameters);

    /** What of {@code to} is not so in {@code from}, in the same order. */
    default Map<String, String> differences(ModelParameters from, ModelParameters to) {
        Map<String, String> before = apply(from);
        Map<String, String> different = new LinkedHashMap<>();
        apply(to).forEach((path, text) -> {
            if (!text.equals(before.get(path))) {
                different.put(path, text);
            }
        });
        return different;
    }
}
