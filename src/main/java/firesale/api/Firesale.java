package firesale.api;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.Settings;
import firesale.model.ModelParameters;
import firesale.model.Scenario;
import java.util.List;
import java.util.Map;

/**
 * The model as a function: parameters and a seed in, measures out. It writes no file, prints nothing, keeps nothing between
 * calls, never ends the process, and may be called from any number of threads. The same parameters and seed give the numbers of
 * {@code firesale run}: the seed is what stands in column {@code seed} of {@code runs.csv}.
 *
 * <p>Parameters are a map of dotted keys, as in the {@code model} section of an experiment file, over the defaults. A value is a
 * number, a boolean, an enum constant, a text as it would stand in a file ({@code "none"}, {@code "[a, b]"}), or a collection or
 * array of these. The key {@code base} may name one of {@link #baseCases}, whose values then stand below the map's. File names
 * are relative to the working directory.
 */
public final class Firesale {

    private static final ParameterSchema<ModelParameters> SCHEMA = ParameterSchema.of(ModelParameters.class);

    private Firesale() {
    }

    /**
     * One run. For several seeds with the same parameters {@link #prepare} them once.
     *
     * @return every measure by its name, in a fixed order; NaN where it is missing
     * @throws IllegalArgumentException if a key is unknown, or a value of another type or out of range, saying which and what was
     *                                  expected
     * @throws IllegalStateException    if the run itself fails: a row of status {@code failed} in {@code runs.csv}
     */
    public static Map<String, Double> run(Map<String, ?> parameters, long seed) {
        return prepare(parameters).run(seed);
    }

    /**
     * Parameters read and checked once, for any number of runs.
     *
     * @throws IllegalArgumentException as {@link #run}
     */
    public static PreparedModel prepare(Map<String, ?> parameters) {
        try {
            Settings settings = GivenParameters.settings(parameters);
            return new PreparedModel(Scenario.of(SCHEMA.bind(settings)), SCHEMA);
        } catch (InputException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Every parameter with its default, in the order of {@code firesale describe parameters}. */
    public static List<ParameterInfo> parameters() {
        return SCHEMA.parameters().stream().map(ParameterInfo::of).toList();
    }

    /** The unit of each measure, in the order of the measures: {@code USD}, {@code share}, {@code count} ...; may be empty. */
    public static Map<String, String> units() {
        return MeasureTable.units();
    }

    /** What each measure means, in the same order. */
    public static Map<String, String> meanings() {
        return MeasureTable.meanings();
    }

    /** The base cases that ship with the program. */
    public static List<String> baseCases() {
        return BaseCases.NAMES;
    }
}
