package firesale.api;

import firesale.kernel.parameters.ParameterSchema;
import firesale.model.FireSale;
import firesale.model.ModelParameters;
import firesale.model.Recording;
import firesale.model.RunOutcome;
import firesale.model.Scenario;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checked parameters, ready to run with any seed. Immutable; any number of threads may use one. */
public final class PreparedModel {

    private final Scenario scenario;
    private final ParameterSchema<ModelParameters> schema;

    PreparedModel(Scenario scenario, ParameterSchema<ModelParameters> schema) {
        this.scenario = scenario;
        this.schema = schema;
    }

    /**
     * One run.
     *
     * @param seed any number; runs with the same one share their luck at all parameters
     * @return every measure by its name, in a fixed order; NaN where it is missing
     * @throws IllegalStateException if the run fails
     */
    public Map<String, Double> run(long seed) {
        RunOutcome outcome;
        try {
            outcome = FireSale.simulate(scenario, seed, EnumSet.noneOf(Recording.class));
        } catch (RuntimeException e) {
            throw new IllegalStateException("the run with seed " + seed + " failed: " + e, e);
        }
        return MeasureTable.values(outcome);
    }

    /** Every parameter's value as text, in the order of {@link Firesale#parameters}; each text reads back as the same value. */
    public Map<String, String> parameters() {
        Map<String, String> texts = new LinkedHashMap<>();
        schema.effective(scenario.parameters()).forEach(assignment -> texts.put(assignment.path(), assignment.text()));
        return Collections.unmodifiableMap(texts);
    }
}
