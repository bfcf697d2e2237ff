package firesale.experiment;

import firesale.experiment.store.NonDeterministicException;
import firesale.experiment.store.ParquetExport;
import firesale.experiment.store.ResultLock;
import firesale.experiment.store.Shard;
import firesale.experiment.store.Table;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Carries out an experiment: the runs that are missing, the merged tables, the summary, then Parquet and charts.
 *
 * @param <R> the outcome of a run
 */
public final class Experiment<R> {

    private static final int FINE = 0;
    private static final int BROKEN = 1;
    private static final int INPUT = 2;
    private static final int SOME_FAILED = 3;

    private final SimulatedModel<R> model;
    private final Export parquet;
    private final RunRequest request;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Analysis analysis;
    private final List<Measure> measures;
    private final Plan plan;
    private final RunFormat<R> format;
    private final ResultFolder folder;

    private Experiment(SimulatedModel<R> model, int runsPerShard, Export parquet, RunRequest request,
            PrintWriter out, PrintWriter err) {
        this.model = model;
        this.parquet = parquet;
        this.request = request;
        this.out = out;
        this.err = err;
        Design design = request.design();
        this.analysis = Analyses.of(design);
        List<Point> points = analysis.points(design.points());
        this.measures = Measure.of(model, design.show());
        analysis.check(measures);
        points.forEach(point -> model.simulator().prepare(point.parameters()));
        this.plan = new Plan(design, points, analysis.baselines(design.points(), design.baselines()), model, runsPerShard);
        this.format = new RunFormat<>(plan, model);
        this.folder = new ResultFolder(request.folder(), plan, format.tables(),
                "Choose another folder with --out, or start anew with --force.");
    }

    /**
     * Carries out an experiment with the fire-sale model.
     *
     * @param out results
     * @param err progress, warnings and errors
     * @return the exit code: 0 fine, 1 the results contradict themselves or Parquet could not be written, 2 bad input or a folder
     *         that cannot be used, 3 some runs failed, 130 interrupted
     */
    public static int run(RunRequest request, PrintWriter out, PrintWriter err) {
        return run(SimulatedModel.fireSale(), Plan.RUNS_PER_SHARD, ParquetExport::write, request, out, err);
    }

    /** Writes a merged CSV table in another format, using a folder for temporary files. */
    @FunctionalInterface
    interface Export {
        void write(Table table, Path csv, Path target, Path scratch) throws IOException, InterruptedException;
    }

    /** The same with any model, shard size and way to Parquet. */
    static <R> int run(SimulatedModel<R> model, int runsPerShard, Export parquet, RunRequest request,
            PrintWriter out, PrintWriter err) {
        try {
            return new Experiment<>(model, runsPerShard, parquet, request, out, err).carryOut();
        } catch (InputException e) {
            err.println(e.getMessage());
            return INPUT;
        } catch (NonDeterministicException e) {
            err.println(e.getMessage());
            return BROKEN;
        } catch (UncheckedIOException | IOException e) {
            err.println(unusable(request, e));
            return INPUT;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static String unusable(RunRequest request, Exception failure) {
        return "cannot write to " + request.folder() + ": " + failure.getClass().getSimpleName() + " " + failure.getMessage()
                + "\nFinished shards are kept; " + howToGoOn(request) + ".";
    }

    private static String howToGoOn(RunRequest request) {
        return "the same command " + (request.force() ? "without --force " : "") + "goes on from them";
    }

    private int carryOut() throws IOException {
        int exitCode = request.work().exitCodeIfInterrupted();
        Interruption interruption = Interruption.watch(exitCode);
        try {
            return underLock();
        } catch (InterruptedException | ClosedByInterruptException e) {
            Thread.interrupted();
            err.println("Interrupted. Finished shards are kept in " + folder.path() + "; " + howToGoOn(request) + ".");
            err.flush();
            return exitCode;
        } finally {
            interruption.close();
        }
    }

    private int underLock() throws IOException, InterruptedException {
        folder.create();
        try (ResultLock lock = ResultLock.take(folder.path(), request.work().isShared())) {
            return request.work().isShared() ? computePart(lock) : computeAll(lock);
        }
    }

    private int computeAll(ResultLock lock) throws IOException, InterruptedException {
        return lock.alone(() -> {
            if (folder.prepare(request.force())) {
                return printStored();
            }
            folder.shards().removeUnfinished();
            folder.removeScratch();
            compute(plan.shards());
            folder.shards().removeUnfinished();
            return merge();
        });
    }

    private int computePart(ResultLock lock) throws IOException, InterruptedException {
        if (request.force()) {
            throw new InputException("--force needs the folder for itself: other processes may be under way");
        }
        if (lock.alone(() -> folder.prepare(false))) {
            return printStored();
        }
        compute(plan.shards().stream().filter(request.work()::holds).toList());
        List<Shard> missing = plan.shards().stream().filter(shard -> !folder.shards().isPublished(shard)).toList();
        if (request.work() instanceof Work.Merge && !missing.isEmpty()) {
            throw new InputException(missing.size() + " of " + plan.shards().size() + " shards are missing in " + folder.path()
                    + ", the first is " + missing.get(0).index() + ": nothing was merged");
        } else if (request.work() instanceof Work.Share share) {
            err.println("Share " + share.index() + " of " + share.of() + " is done: " + (plan.shards().size() - missing.size())
                    + " of " + plan.shards().size() + " shards are there.");
        }
        if (!missing.isEmpty() || request.work() instanceof Work.Chosen) {
            return FINE;
        }
        return lock.alone(() -> folder.prepare(false) ? printStored() : merge());
    }

    private int printStored() throws IOException {
        out.print(folder.printed());
        out.println(where());
        return folder.manifest().orElseThrow().failed() > 0 ? SOME_FAILED : FINE;
    }

    private void compute(List<Shard> shards) throws IOException, InterruptedException {
        List<Shard> missing = folder.shards().missing(shards, err);
        long runs = missing.stream().mapToLong(Shard::runs).sum();
        if (runs > 0) {
            try (Progress progress = Progress.of(request.progress(), plan.name(), runs)) {
                new Runner<>(plan, model.simulator(), format, request.threads()).compute(missing, folder.shards(), progress);
            }
        }
    }

    /** Everything after the runs. The summary is printed before the slow files are written. */
    private int merge() throws IOException, InterruptedException {
        folder.merge();
        RunRows rows = new RunRows(folder.runs(), format.tables(), format.measuresStart());
        Findings findings = analysis.findings(plan, measures, model.answer(), rows);
        folder.write(findings);
        out.print(findings.text());
        out.println(where());
        out.flush();
        if (!writeParquet()) {
            return BROKEN;
        }
        Map<String, FileTime> chartsBefore = folder.charts();
        drawCharts();
        folder.complete(findings, chartsBefore);
        return findings.failed() > 0 ? SOME_FAILED : FINE;
    }

    private String where() {
        String tables = format.tables().stream().map(Table::fileName).collect(Collectors.joining(", "));
        return "Results in " + folder.path() + ": " + ResultFolder.SUMMARY + ", " + tables + ", " + ResultFolder.PARQUET;
    }

    private boolean writeParquet() throws IOException, InterruptedException {
        try {
            parquet.write(format.tables().get(0), folder.runs(), folder.parquet(), folder.scratch());
            return true;
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            err.println(e.getMessage() + "\nThe CSV files are safe; the same command tries again.");
            return false;
        } finally {
            folder.removeScratch();
        }
    }

    private void drawCharts() {
        try {
            request.charts().accept(folder.path());
        } catch (RuntimeException | LinkageError e) {
            err.println("warning: the charts could not be drawn, the results are safe: " + e);
        }
    }
}
