package firesale.experiment;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.RatioMeasure;
import firesale.model.ModelParameters;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An analysis, by default an attribution, with a model that is a function of parameters and a number drawn from the seed. */
final class Pretended {

    /** A run of the model. */
    @FunctionalInterface
    interface Run {
        /** @param u uniform on (0, 1), the same at all points of a replication */
        Map<String, Double> of(ModelParameters parameters, double u);
    }

    private final Attribution attribution;
    private final List<Point> declared;
    private final List<String> columns;
    private final List<RatioMeasure> ratios;
    private final Run run;
    int replications = 40;
    int runsPerShard = 7;
    List<String> show = List.of();
    String kind = "attribution";
    DepthDesign depth = new DepthDesign(List.of(), 1, 2, 2, List.of());
    SpreadDesign spread = new SpreadDesign(List.of(), 0.1);
    SensitivityDesign sensitivity = new SensitivityDesign(SensitivityMethod.SOBOL, List.of(), List.of(), 1, 4, List.of());
    List<Double> quantiles = List.of();
    Work share = new Work.Everything();
    Runnable beforeRun = () -> { };
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    Pretended(Attribution attribution, List<Point> declared, List<String> columns, List<RatioMeasure> ratios, Run run) {
        this.attribution = attribution;
        this.declared = declared;
        this.columns = columns;
        this.ratios = ratios;
        this.run = run;
    }

    /** Points with the model's defaults under the given names. */
    static List<Point> points(String... ids) {
        List<Point> points = new ArrayList<>();
        for (String id : ids) {
            points.add(new Point(points.size(), id, Map.of(), ExperimentFile.modelSchema().defaults()));
        }
        return points;
    }

    private Map<String, Double> simulate(ModelParameters parameters, long seed) {
        beforeRun.run();
        return run.of(parameters, ((Seeds.mix(seed) >>> 11) + 0.5) * 0x1.0p-53);
    }

    SimulatedModel<Map<String, Double>> model() {
        List<Column<Map<String, Double>>> all = new ArrayList<>();
        columns.forEach(name -> all.add(new Column<>(name, Type.REAL, name.endsWith("_usd") ? "USD" : "count", name,
                values -> values.getOrDefault(name, Double.NaN))));
        return new SimulatedModel<>("code", ParameterText::of, (parameters, seed, recording) -> simulate(parameters, seed), all, ratios,
                List.of(), List.of(), summary -> "", List.of());
    }

    Design design() {
        return new Design("pretended", "Who did it?", kind, declared, Collections.nCopies(declared.size(), 0), replications, 42,
                Set.of(), show, List.of(), attribution, depth, spread, sensitivity,
                quantiles, "schemaVersion: 1\nname: pretended\n");
    }

    int run(Path folder) {
        RunRequest request = new RunRequest(design(), folder, 1, false, false, share, finished -> { });
        return Experiment.run(model(), runsPerShard, Fake::pretendParquet, request, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
