package firesale.model;

import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.Settings;
import java.util.ArrayList;
import java.util.List;

/** Parameters for tests: the defaults with {@code key=value} settings over them. */
public final class Bound {

    /** The schema, read once. */
    public static final ParameterSchema<ModelParameters> SCHEMA = ParameterSchema.of(ModelParameters.class);

    /** Regimes stay calm and no loop is on. */
    public static final String[] ONE_REGIME = {"feedbacks=[]", "market.squeeze.startWeek=none", "market.squeeze.hazardPerYear=0",
        "market.squeeze.believedPerYear=0"};

    private Bound() {
    }

    /** The defaults with settings. */
    public static ModelParameters parameters(String... settings) {
        return SCHEMA.bind(Settings.ofArguments(List.of(settings)));
    }

    /** The defaults with settings over others. */
    public static ModelParameters parameters(String[] base, String... settings) {
        List<String> all = new ArrayList<>(List.of(base));
        all.addAll(List.of(settings));
        return SCHEMA.bind(Settings.ofArguments(all));
    }
}
