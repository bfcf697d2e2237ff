package firesale.gui.parameters;

import firesale.experiment.ExperimentFile;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Parameter;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Value;
import firesale.kernel.parameters.YamlReader;
import firesale.model.ModelParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays changed values over parameters that are there, as {@code --set path=value} lays them over a file. */
public final class ParameterChange {

    private static final ParameterSchema<ModelParameters> MODEL = ExperimentFile.modelSchema();
    private static final Set<String> SHIPPED = MODEL.parameters().stream().map(Parameter::path).collect(Collectors.toUnmodifiableSet());
    private static final Place HERE = Place.argument("the parameters so far");

    private ParameterChange() {
    }

    /**
     * Every parameter's value by its path, in order, as text that {@link #bind} takes; a file's name is written relative to the
     * current folder.
     */
    public static Map<String, String> texts(ModelParameters parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ParameterSchema.Assignment value : MODEL.effective(parameters, Path.of(""))) {
            texts.put(value.path(), value.text());
        }
        return Collections.unmodifiableMap(texts);
    }

    /** One parameter's value as {@link #texts} writes it. */
    static String text(ModelParameters parameters, String path) {
        return MODEL.texts(parameters, List.of(path), Path.of("")).get(path);
    }

    /** The parameters with one of them changed; see {@link #bind(ModelParameters, Map)}. */
    public static ModelParameters bind(ModelParameters parameters, String path, String text) {
        return bind(parameters, Map.of(path, text));
    }

    /**
     * The parameters with some of them changed, all at once, so that a new row of a table can be given; what no change touches is
     * the same object as before.
     *
     * @param texts values as in {@code --set}, by path; names of files are relative to the current folder
     * @throws InputException as {@code --set} says it, but for the argument's name at the beginning of its lines
     */
    public static ModelParameters bind(ModelParameters parameters, Map<String, String> texts) {
        List<String> arguments = new ArrayList<>();
        texts.forEach((path, text) -> arguments.add(path + "=" + text));
        try {
            return MODEL.bind(parameters, ownRows(parameters), Settings.ofArguments(arguments));
        } catch (InputException e) {
            throw new InputException(withoutPlaces(e.getMessage(), arguments), e);
        }
    }

    /** What is not taken from the parameters themselves: rows of tables that do not ship, which only settings tell of. */
    private static Settings ownRows(ModelParameters parameters) {
        List<Setting> settings = new ArrayList<>();
        texts(parameters).forEach((path, text) -> {
            if (!SHIPPED.contains(path)) {
                settings.add(new Setting(path, value(path, text), HERE));
            }
        });
        return Settings.of(settings);
    }

    private static Value value(String path, String text) {
        return text.startsWith("\"") ? YamlReader.value(text, HERE)
                : MODEL.parameter(path).map(parameter -> parameter.cell(text, HERE)).orElseThrow();
    }

    private static String withoutPlaces(String message, List<String> arguments) {
        String bare = message;
        for (String argument : arguments) {
            bare = bare.replace("--set " + argument.strip() + ": ", "");
        }
        return bare;
    }

    /** The parameter at a path of {@link #texts}. */
    static Parameter parameter(String path) {
        return MODEL.parameter(path).orElseThrow();
    }
}
