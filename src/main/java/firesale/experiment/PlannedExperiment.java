package firesale.experiment;

import firesale.experiment.store.ResultLock;
import firesale.experiment.store.Shard;
import firesale.experiment.store.ShardState;
import firesale.kernel.parameters.InputException;
import firesale.model.RunOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An experiment that others will compute: its folder made ready, what is missing there, and how long that may take. */
public final class PlannedExperiment {

    private static final int PROBED_POINTS = 16;
    private static final double NANOS = 1e9;

    private final SimulatedModel<RunOutcome> model = SimulatedModel.fireSale();
    private final Plan plan;
    private final RunFormat<RunOutcome> format;
    private final ResultFolder folder;

    /**
     * @param path the result folder
     * @throws InputException if the analysis cannot be made, or a file that the parameters name makes no sense
     */
    public PlannedExperiment(Design design, Path path) {
        Analysis analysis = Analyses.of(design);
        List<Point> points = analysis.points(design.points());
        analysis.check(Measure.of(model, design.show()));
        points.forEach(point -> model.simulator().prepare(point.parameters()));
        this.plan = new Plan(design, points, analysis.baselines(design.points(), design.baselines()), model, Plan.RUNS_PER_SHARD);
        this.format = new RunFormat<>(plan, model);
        this.folder = new ResultFolder(path, plan, format.tables(),
                "Choose another folder with --out, or remove this one if nothing is computing there.");
    }

    /** The experiment whose results a folder holds, with the parameters that are written there. */
    public static ExperimentFile read(Path folder) {
        Path file = folder.resolve(ResultFolder.EXPERIMENT);
        if (!Files.exists(file)) {
            throw new InputException(folder + " holds no results: it has no " + ResultFolder.EXPERIMENT);
        }
        return ExperimentFile.read(file);
    }

    public String name() {
        return plan.name();
    }

    /** How many shards the plan has. */
    public int shards() {
        return plan.shards().size();
    }

    /** How many runs the plan has. */
    public long runs() {
        return plan.runs();
    }

    /** How many runs the shards with these indices have. */
    public long runs(List<Integer> shards) {
        return shards.stream().mapToLong(shard -> plan.shards().get(shard).runs()).sum();
    }

    /** How many points are run. */
    public int points() {
        return plan.points().size();
    }

    /**
     * Makes the folder one of this plan, as a run would.
     *
     * @param warnings told of shards that are damaged
     * @return the indices of the shards that must be computed
     * @throws InputException if the folder is in use by a plain run, or holds something else
     */
    public List<Integer> prepare(PrintWriter warnings) throws IOException, InterruptedException {
        folder.create();
        try (ResultLock lock = ResultLock.take(folder.path(), true)) {
            return lock.alone(() -> folder.prepare(false)
                    ? List.of() : folder.shards().missing(plan.shards(), warnings).stream().map(Shard::index).toList());
        }
    }

    /** What {@link #prepare} would return, without a trace. */
    public List<Integer> missing() throws IOException {
        folder.requireOwn();
        List<Integer> missing = new ArrayList<>();
        for (Shard shard : plan.shards()) {
            if (folder.shards().state(shard) != ShardState.PUBLISHED) {
                missing.add(shard.index());
            }
        }
        return missing;
    }

    /** Removes what killed tasks left behind, unless somebody else is computing in the folder. */
    public void tidy() throws IOException, InterruptedException {
        try (ResultLock lock = ResultLock.take(folder.path(), false)) {
            lock.alone(() -> {
                folder.shards().removeUnfinished();
                return null;
            });
        } catch (InputException e) {
            // in use: what looks left behind may be under way
            return;
        }
    }

    /**
     * Times runs on this thread, spread over the points, and stores none.
     *
     * @param seconds about how long; one run is timed at least
     * @throws InterruptedException if the thread is interrupted
     */
    public Pace pace(double seconds) throws InterruptedException {
        int points = Math.min(PROBED_POINTS, plan.points().size());
        double[] took = new double[points];
        int[] runs = new int[points];
        long start = System.nanoTime();
        // until the compiler has seen the code; kept only if there is time for nothing else
        round(took, runs, start, seconds / 3);
        if (elapsed(start) < seconds) {
            took = new double[points];
            runs = new int[points];
            round(took, runs, start, seconds);
        }
        int timed = 0;
        int seen = 0;
        double sum = 0;
        double slowest = 0;
        for (int i = 0; i < points; i++) {
            if (runs[i] > 0) {
                timed += runs[i];
                seen++;
                sum += took[i] / runs[i];
                slowest = Math.max(slowest, took[i] / runs[i]);
            }
        }
        return new Pace(timed, seen, sum / seen, slowest, elapsed(start));
    }

    /** One run of each probed point after the other, again and again until the time is over; at least one run. */
    private void round(double[] took, int[] runs, long start, double until) throws InterruptedException {
        for (int i = 0; i == 0 || elapsed(start) < until; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int probed = i % took.length;
            long point = (long) probed * plan.points().size() / took.length;
            long run = (long) (i / took.length % plan.replications()) * plan.points().size() + point;
            long began = System.nanoTime();
            simulate(run);
            took[probed] += elapsed(began);
            runs[probed]++;
        }
    }

    private void simulate(long run) {
        try {
            RunOutcome outcome = model.simulator().simulate(plan.point(run).parameters(), plan.seed(run), plan.recording());
            format.lines(new RunHead(run, plan.point(run), plan.replication(run), plan.seed(run), null), outcome);
        } catch (RuntimeException e) {
            // a failed run takes time too; its row comes with its shard
            return;
        }
    }

    private static double elapsed(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / NANOS;
    }
}
