package firesale.experiment;

import firesale.model.FireSale;
import firesale.model.ModelParameters;
import firesale.model.Recording;
import firesale.model.RunOutcome;
import firesale.model.Scenario;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Runs the fire-sale model; what all runs of a point share, such as replayed series, is read once a point. */
final class PreparedFireSale implements Simulator<RunOutcome> {

    private final Map<ModelParameters, Scenario> scenarios = Collections.synchronizedMap(new IdentityHashMap<>());

    @Override
    public void prepare(ModelParameters parameters) {
        scenarios.computeIfAbsent(parameters, Scenario::of);
    }

    @Override
    public RunOutcome simulate(ModelParameters parameters, long seed, Set<Recording> recording) {
        return FireSale.simulate(scenarios.computeIfAbsent(parameters, Scenario::of), seed, recording);
    }
}
