package firesale.experiment;

import firesale.experiment.store.ParquetExport;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.RatioMeasure;
import firesale.model.ModelParameters;
import firesale.model.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A model of two lines and experiments with it. */
final class Fake {

    /** What a run yields. */
    record Outcome(double price, double sold, boolean hot, String note, List<Row> rows) {
    }

    /** A row of the sub-table. */
    record Row(long week, double amount) {
    }

    private final Map<ModelParameters, Double> shifts = Collections.synchronizedMap(new IdentityHashMap<>());
    private final List<Point> points = new ArrayList<>();
    String name = "fake";
    String code = "code-1";
    int replications = 10;
    int runsPerShard = 4;
    long seed = 42;
    int threads = 1;
    List<String> frontier = List.of();
    Optional<PrecisionParameters> precision = Optional.empty();
    boolean force;
    Set<Recording> recording = Set.of(Recording.SALES);
    Work share = new Work.Everything();
    Consumer<Path> charts = folder -> { };
    Consumer<Long> beforeRun = seed -> { };
    Experiment.Export parquet = Fake::pretendParquet;
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    /** An experiment whose points add the given amounts to the price; the first point is the baseline. */
    Fake(double... amounts) {
        for (double amount : amounts) {
            ModelParameters parameters = ExperimentFile.modelSchema().defaults();
            shifts.put(parameters, amount);
            Map<String, String> varied = new LinkedHashMap<>();
            if (amounts.length > 1) {
                varied.put("fake.shift", Double.toString(amount));
            }
            points.add(new Point(points.size(), "p" + points.size(), varied, parameters));
        }
    }

    /** Copies the CSV files: the database takes its time. */
    static void pretendParquet(List<ParquetExport.Merged> tables, Path scratch) throws IOException {
        for (ParquetExport.Merged merged : tables) {
            Files.copy(merged.csv(), merged.parquet(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Outcome simulate(ModelParameters parameters, long runSeed, Set<Recording> what) {
        beforeRun.accept(runSeed);
        if (Long.remainderUnsigned(runSeed, 7) == 0) {
            throw new IllegalStateException("no, \"never\"\nfor " + Long.toHexString(runSeed));
        }
        double u = (Seeds.mix(runSeed) >>> 11) * 0x1.0p-53;
        double price = u < 0.2 ? Double.NaN : u + shifts.get(parameters);
        List<Row> rows = what.isEmpty() ? List.of() : List.of(new Row(1, u), new Row(2, -u));
        return new Outcome(price, StrictMath.floor(100 * u), u > 0.5, u > 0.9 ? "a, b" : null, rows);
    }

    SimulatedModel<Outcome> model() {
        return new SimulatedModel<>(code, parameters -> Map.of("fake.shift", shifts.get(parameters).toString()), this::simulate,
                List.of(new Column<>("price", Type.REAL, "USD", "Price", Outcome::price),
                        new Column<>("sold", Type.REAL, "count", "Sold", Outcome::sold),
                        new Column<>("hot", Type.BOOLEAN, "", "Hot", Outcome::hot),
                        new Column<>("note", Type.TEXT, "", "Note", Outcome::note)),
                List.of(new RatioMeasure("price_of_sold", "USD", "Price over sold", "price", "sold")),
                List.of("price", "price_of_sold"), List.of("price", "price_of_sold"), summary -> "",
                List.of(new SubTable<Outcome, Row>("sales", Recording.SALES,
                        List.of(new Column<>("week", Type.INTEGER, "weeks", "Week", Row::week),
                                new Column<>("amount", Type.REAL, "USD", "Amount", Row::amount)),
                        Outcome::rows)));
    }

    Design design() {
        return new Design(name, "Does it fake?", points.size() == 1 ? "run" : "sweep", points,
                Collections.nCopies(points.size(), 0), replications, seed, recording, List.of(), frontier,
                new Attribution(Players.FRICTIONS, List.of()), new DepthDesign(List.of(), 1, 2, 2, List.of()),
                new SpreadDesign(List.of(), 0.1), new SensitivityDesign(SensitivityMethod.SOBOL, List.of(), List.of(), 1, 4,
                        List.of()),
                List.of(), precision, "schemaVersion: 1\nname: " + name + "\n");
    }

    Plan plan() {
        return new Plan(design(), points, design().baselines(), model(), runsPerShard);
    }

    int run(Path folder) {
        return run(folder, new PrintWriter(err, true));
    }

    int run(Path folder, PrintWriter errors) {
        RunRequest request = new RunRequest(design(), folder, threads, force, false, share, charts);
        return Experiment.run(model(), runsPerShard, parquet, request, new PrintWriter(out, true), errors);
    }
}
