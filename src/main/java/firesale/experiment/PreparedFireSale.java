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
import java.util.concurrent.atomic.AtomicReference;

/** Runs the fire-sale model; what runs share, such as replayed series, is read once a point, or once for all that agree in it. */
final class PreparedFireSale implements Simulator<RunOutcome> {

    private final Map<ModelParameters, Scenario> scenarios = Collections.synchronizedMap(new IdentityHashMap<>());
    /** Most points differ from the first in nothing that is read from files. */
    private final AtomicReference<Scenario> first = new AtomicReference<>();

    @Override
    public void prepare(ModelParameters parameters) {
        scenarios.computeIfAbsent(parameters, this::scenario);
    }

    private Scenario scenario(ModelParameters parameters) {
        Scenario like = first.get();
        if (like != null) {
            return Scenario.of(parameters, like);
        }
        Scenario scenario = Scenario.of(parameters);
        first.compareAndSet(null, scenario);
        return scenario;
    }

    @Override
    public RunOutcome simulate(ModelParameters parameters, long seed, Set<Recording> recording) {
        return FireSale.simulate(scenarios.computeIfAbsent(parameters, this::scenario), seed, recording);
    }
}
