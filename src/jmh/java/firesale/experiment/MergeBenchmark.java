package firesale.experiment;

import firesale.experiment.store.ParquetExport;
import firesale.experiment.store.RunLines;
import firesale.experiment.store.Shard;
import firesale.experiment.store.ShardWriter;
import firesale.model.FireSale;
import firesale.model.RunOutcome;
import firesale.model.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Merging the shards of many baseline runs, in the memory that the launcher gives: the whole, and its parts one by one. A
 * thousand runs are simulated and stand in the shards again and again under other numbers. With {@code -p runs=1000000} it
 * takes 4 GB of disk below the working directory's {@code target}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xmx160m", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 2)
public class MergeBenchmark {

    private static final int SIMULATED = 1_000;

    @Param("20000")
    public int runs;

    private final SimulatedModel<RunOutcome> model = SimulatedModel.fireSale();
    private Path path;
    private RunRequest request;
    private Plan plan;
    private RunFormat<RunOutcome> format;
    private ResultFolder folder;

    /** Writes shards into a folder, for a look at {@code firesale merge} from outside: the folder, then how many runs. */
    public static void main(String[] arguments) throws IOException {
        MergeBenchmark benchmark = new MergeBenchmark();
        benchmark.runs = Integer.parseInt(arguments[1]);
        benchmark.build(Files.createDirectories(Path.of(arguments[0])));
    }

    /** Writes the shards and merges them once. */
    @Setup
    public void build() throws IOException {
        Files.createDirectories(Path.of("target"));
        build(Files.createTempDirectory(Path.of("target"), "merge-benchmark-"));
        folder.merge();
    }

    private void build(Path results) throws IOException {
        path = results;
        Design design = ExperimentFile.read(Path.of("experiments/baseline.yaml")).withReplications(runs).withRecording(Set.of()).design(path);
        request = new RunRequest(design, path, 1, false, false, new Work.Merge(), folder -> { });
        plan = new Plan(design, design.points(), design.baselines(), model, Plan.RUNS_PER_SHARD);
        format = new RunFormat<>(plan, model);
        folder = new ResultFolder(path, plan, format.tables(), "");
        folder.prepare(false);
        List<RunOutcome> outcomes = new ArrayList<>();
        Scenario scenario = Scenario.of(plan.point(0).parameters());
        for (int i = 0; i < SIMULATED; i++) {
            outcomes.add(FireSale.simulate(scenario, plan.seed(i), Set.of()));
        }
        for (Shard shard : plan.shards()) {
            try (ShardWriter writer = new ShardWriter(folder.shards(), shard)) {
                for (long run = shard.first(); run < shard.end(); run++) {
                    RunHead head = new RunHead(run, plan.point(run), plan.replication(run), plan.seed(run), null);
                    writer.append(format.lines(head, outcomes.get((int) (run % SIMULATED))));
                }
                writer.publish();
            }
        }
    }

    /** Each time the folder is one that was never merged. */
    @Setup(Level.Iteration)
    public void start() throws IOException {
        Path manifest = path.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"complete\" : true", "\"complete\" : false"));
    }

    @TearDown
    public void remove() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** What {@code firesale merge} does. */
    @Benchmark
    public String whole() {
        StringWriter err = new StringWriter();
        StringWriter out = new StringWriter();
        if (Experiment.run(request, new PrintWriter(out), new PrintWriter(err)) != 0) {
            throw new IllegalStateException(err.toString());
        }
        return out.toString();
    }

    /** Checking every shard and writing {@code runs.csv}. */
    @Benchmark
    public void copy() throws IOException {
        folder.merge();
    }

    /** Reading the rows and doing nothing with them. */
    @Benchmark
    public double rows() throws IOException {
        double[] sum = {0};
        new RunRows(folder.runs(), format.tables(), format.measuresStart()).forEach(row -> sum[0] += row.values()[0]);
        return sum[0];
    }

    /** The summary with its intervals. */
    @Benchmark
    public int summary() throws IOException {
        RunRows rows = new RunRows(folder.runs(), format.tables(), format.measuresStart());
        return Analyses.of(plan.design()).findings(plan, Measure.of(model, List.of()), model.answer(), rows).text().length();
    }

    /** The database. */
    @Benchmark
    public void parquet() throws IOException, InterruptedException {
        ParquetExport.write(folder.merged(), folder.scratch());
        folder.removeScratch();
    }

    /** The bytes of the lines of a run, as a worker makes them. */
    @Benchmark
    public int lines() {
        RunOutcome outcome = FireSale.simulate(Scenario.of(plan.point(0).parameters()), plan.seed(0), Set.of());
        int bytes = 0;
        for (int run = 0; run < runs; run++) {
            RunLines lines = format.lines(new RunHead(run, plan.point(run), plan.replication(run), plan.seed(run), null), outcome);
            bytes += lines.bytes()[0].length;
        }
        return bytes;
    }
}
