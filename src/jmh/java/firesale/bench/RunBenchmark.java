package firesale.bench;

import firesale.experiment.ExperimentFile;
import firesale.kernel.parameters.Settings;
import firesale.model.FireSale;
import firesale.model.ModelParameters;
import firesale.model.Recording;
import firesale.model.RunOutcome;
import firesale.model.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One whole run on one thread. The budget of the default population is 5 ms, with the waterfall 8 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RunBenchmark {

    /**
     * Default, with the waterfall or the attribution on, with repo without limit and haircuts that rise as prices fall, ten times the
     * buyers, ten times the borrowers, or the replay experiment.
     */
    @Param({"default", "waterfall", "attribution", "repo", "buyers-x10", "borrowers-x10", "replay"})
    public String population;

    private Scenario scenario;
    private long seed;

    /** Binds the parameters; each run has a seed of its own. */
    @Setup
    public void bind() {
        if (population.equals("replay")) {
            scenario = Scenario.of(ExperimentFile.read(Path.of("experiments/replay.yaml")).points().get(0).parameters());
            return;
        }
        ModelParameters defaults = ExperimentFile.modelSchema().defaults();
        List<String> settings = new ArrayList<>();
        if (population.equals("waterfall") || population.equals("attribution")) {
            settings.add("anatomy=" + population);
        } else if (population.equals("repo")) {
            settings.addAll(List.of("repo.capacityUsd=1e13", "repo.haircut.rule=procyclical"));
        } else if (population.equals("buyers-x10")) {
            defaults.buyers().types().forEach(type -> settings.add("buyers.types." + type.name() + ".count=" + 10 * type.count()));
        } else if (population.equals("borrowers-x10")) {
            settings.add("credit.borrowers.count=" + 10 * defaults.credit().borrowers().count());
        }
        scenario = Scenario.of(ExperimentFile.modelSchema().bind(Settings.ofArguments(settings)));
    }

    /** A run without recording. */
    @Benchmark
    public RunOutcome run() {
        return FireSale.simulate(scenario, seed++, EnumSet.noneOf(Recording.class));
    }
}
