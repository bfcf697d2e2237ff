package firesale.experiment;

import firesale.experiment.store.DurableFiles;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final int MOST_RANGES = 8;

    /** Merging so many takes seconds, in which somebody may wonder what is going on. */
    private static final int MANY_RUNS = 20_000;

    private final SimulatedModel<R> model;
    private final Export parquet;
    private final RunRequest request;
    private final int runsPerShard;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Analysis analysis;
    private final List<Measure> measures;
    /** Null if the number of replications is given. */
    private final Precision precision;
    private final Plan plan;
    private final RunFormat<R> format;
    private final ResultFolder folder;

    private Experiment(SimulatedModel<R> model, int runsPerShard, Export parquet, RunRequest request,
            PrintWriter out, PrintWriter err) {
        this.model = model;
        this.runsPerShard = runsPerShard;
        this.parquet = parquet;
        this.request = request;
        this.out = out;
        this.err = err;
        Design design = request.design();
        this.analysis = Analyses.of(design);
        List<Point> points = analysis.points(design.points());
        this.measures = Measure.of(model, design.show());
        analysis.check(measures);
        this.precision = design.precision().isEmpty() ? null : Precision.of(design, measures);
        points.forEach(point -> model.simulator().prepare(point.parameters()));
        this.plan = new Plan(design, points, analysis.baselines(design.points(), design.baselines()), model, runsPerShard);
        this.format = new RunFormat<>(plan, model);
        this.folder = new ResultFolder(request.folder(), plan, format.tables(), request.work() instanceof Work.Merge
                ? "Merge with the program that computed the shards, or compute them anew: firesale run --force."
                : "Choose another folder with --out, or start anew with --force.");
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

    /** Writes merged CSV tables in another format, using a folder for temporary files. */
    @FunctionalInterface
    interface Export {
        void write(List<ParquetExport.Merged> tables, Path scratch) throws IOException, InterruptedException;
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
        return "cannot write to " + request.folder() + ": " + DurableFiles.reason(failure)
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
            Experiment<R> stage = atLeastStored();
            if (stage.isDone(request.force())) {
                return printStored();
            }
            folder.shards().removeUnfinished();
            folder.removeScratch();
            stage.compute(stage.plan.shards());
            for (Optional<Experiment<R>> more = stage.next(); more.isPresent(); more = stage.next()) {
                stage = more.get();
                stage.folder.prepare(false);
                stage.compute(stage.plan.shards());
            }
            folder.shards().removeUnfinished();
            return stage.finish();
        });
    }

    private int computePart(ResultLock lock) throws IOException, InterruptedException {
        if (request.force()) {
            throw new InputException("--force needs the folder for itself: other processes may be under way");
        }
        if (request.work() instanceof Work.Merge) {
            return lock.alone(() -> atLeastStored().mergeOnly());
        }
        Optional<Experiment<R>> stage = lock.alone(this::open);
        return stage.isEmpty() ? printStored() : stage.get().computeItsPart(lock);
    }

    /** Makes the folder one of this plan; whether all is there already. Merged tables that were lost since are made again. */
    private boolean isDone(boolean force) throws IOException {
        boolean complete = folder.prepare(force);
        if (complete && !folder.hasTables()) {
            folder.reopen();
            return false;
        }
        return complete;
    }

    /** The experiment with the replications that are to be computed now; empty if all is done. */
    private Optional<Experiment<R>> open() throws IOException {
        Experiment<R> stage = atLeastStored();
        if (stage.isDone(false)) {
            return Optional.empty();
        }
        if (precision != null && request.work() instanceof Work.Share && stage.missing().isEmpty()) {
            Optional<Experiment<R>> more = stage.next();
            if (more.isPresent()) {
                more.get().folder.prepare(false);
                return more;
            }
        }
        return Optional.of(stage);
    }

    private int computeItsPart(ResultLock lock) throws IOException, InterruptedException {
        compute(plan.shards().stream().filter(request.work()::holds).toList());
        List<Shard> missing = missing();
        if (request.work() instanceof Work.Share share) {
            err.println("Share " + share.index() + " of " + share.of() + " is done: " + (plan.shards().size() - missing.size())
                    + " of " + plan.shards().size() + " shards are there.");
        }
        if (!missing.isEmpty() || request.work() instanceof Work.Chosen) {
            return FINE;
        }
        return lock.alone(this::settle);
    }

    /** All shards are there: merges them, unless another process has, or more are wanted. */
    private int settle() throws IOException, InterruptedException {
        Experiment<R> stage = atLeastStored();
        if (stage.folder.prepare(false)) {
            return printStored();
        }
        if (stage.plan.replications() == plan.replications()) {
            Optional<Experiment<R>> more = stage.next();
            if (more.isPresent()) {
                stage = more.get();
                stage.folder.prepare(false);
            }
        }
        if (stage.plan.replications() != plan.replications()) {
            err.println("More replications are needed: the same command, for every share again, goes on with "
                    + stage.plan.replications() + ".");
            return FINE;
        }
        return stage.finish();
    }

    /** If replications are chosen by precision: with as many as the folder's plan has already, or else enough to judge by. */
    private Experiment<R> atLeastStored() throws IOException {
        if (precision == null) {
            return this;
        }
        int first = precision.first(plan.replications());
        int stored = request.force() ? 0 : folder.storedReplications();
        return withReplications(Math.max(first, stored));
    }

    private Experiment<R> withReplications(int number) {
        if (number == plan.replications()) {
            return this;
        }
        RunRequest more = new RunRequest(request.design().withReplications(number), request.folder(), request.threads(),
                request.force(), request.progress(), request.work(), request.charts());
        return new Experiment<>(model, runsPerShard, parquet, more, out, err);
    }

    /** Merges the tables; the experiment with more replications, if the precision that is wanted needs them. */
    private Optional<Experiment<R>> next() throws IOException {
        mergeTables();
        if (precision == null) {
            return Optional.empty();
        }
        Precision.Reached reached = precision.reached(plan, rows());
        int next = precision.next(plan, reached);
        err.println(precision.step(plan, reached) + (next == plan.replications() ? "" : "; going on with " + next));
        return next == plan.replications() ? Optional.empty() : Optional.of(withReplications(next));
    }

    private void mergeTables() throws IOException {
        if (request.progress() && plan.runs() >= MANY_RUNS) {
            err.println(String.format(Locale.ROOT, "Merging %,d runs", plan.runs()));
        }
        folder.merge();
    }

    private RunRows rows() {
        return new RunRows(folder.runs(), format.tables(), format.measuresStart());
    }

    private List<Shard> missing() {
        return plan.shards().stream().filter(shard -> !folder.shards().isPublished(shard)).toList();
    }

    /** Merges unless it was done; done again if a file was lost since. */
    private int mergeOnly() throws IOException, InterruptedException {
        boolean complete = folder.prepare(false);
        List<String> lost = complete ? folder.lost() : List.of();
        if (complete && lost.isEmpty()) {
            err.println(folder.path() + " is merged already; nothing was to be done.");
            return printStored();
        }
        List<Shard> missing = missing();
        if (!missing.isEmpty()) {
            throw new InputException(missing.size() + " of " + plan.shards().size() + " shards are missing in " + folder.path() + ": "
                    + ranges(missing.stream().map(Shard::index).toList()) + "; nothing was merged.\nThey are computed by: firesale run "
                    + folder.experiment() + " --out " + folder.path());
        }
        if (complete) {
            err.println("Merging again: " + String.join(", ", lost) + (lost.size() == 1 ? " is" : " are") + " missing.");
        }
        mergeTables();
        return finish();
    }

    /** Numbers as people write them: 0-3, 7, 9-11; the first few ranges only. */
    static String ranges(List<Integer> ascending) {
        List<String> ranges = new ArrayList<>();
        for (int from = 0, to; from < ascending.size(); from = to + 1) {
            to = from;
            while (to + 1 < ascending.size() && ascending.get(to + 1) == ascending.get(to) + 1) {
                to++;
            }
            ranges.add(ascending.get(from) + (to > from ? "-" + ascending.get(to) : ""));
        }
        int more = ranges.size() - MOST_RANGES;
        return String.join(", ", ranges.subList(0, Math.min(ranges.size(), MOST_RANGES))) + (more > 0 ? ", ..." : "");
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

    /**
     * Everything after the tables are merged. The database works beside the charts, and of many runs beside the summary too; of
     * few, whose summary is a matter of a moment, the reader comes first.
     */
    private int finish() throws IOException, InterruptedException {
        folder.removeScratch();
        Findings early = plan.runs() < MANY_RUNS ? find() : null;
        try (Beside export = Beside.start(() -> parquet.write(folder.merged(), folder.scratch()))) {
            Findings findings = early == null ? find() : early;
            stopIfEnding();
            Map<String, FileTime> chartsBefore = folder.charts();
            drawCharts();
            stopIfEnding();
            if (!isWritten(export)) {
                return BROKEN;
            }
            folder.complete(findings, chartsBefore);
            return findings.failed() > 0 ? SOME_FAILED : FINE;
        } finally {
            folder.removeScratch();
        }
    }

    private static void stopIfEnding() throws InterruptedException {
        if (Thread.interrupted() || Interruption.isEnding()) {
            throw new InterruptedException();
        }
    }

    /** Analyses the runs, writes what was found and prints it. */
    private Findings find() throws IOException {
        Findings findings = analysis.findings(plan, measures, model.answer(), rows());
        if (precision != null) {
            findings = findings.adding(precision.words(plan, precision.reached(plan, rows())), plan);
        }
        folder.write(findings);
        out.print(findings.text());
        out.println(where());
        out.flush();
        return findings;
    }

    private String where() {
        String tables = format.tables().stream().map(Table::fileName).collect(Collectors.joining(", "));
        return "Results in " + folder.path() + ": " + ResultFolder.SUMMARY + ", " + tables + ", "
                + format.tables().get(0).parquetName() + "; all on one page: " + ResultFolder.REPORT;
    }

    private boolean isWritten(Beside export) throws IOException, InterruptedException {
        try {
            export.await();
            return true;
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            err.println(e.getMessage() + "\nThe CSV files are safe; the same command tries again.");
            return false;
        }
    }

    private void drawCharts() {
        try {
            request.charts().accept(folder.path());
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            err.println("warning: the charts could not be drawn, the results are safe: " + e);
        }
    }
}
