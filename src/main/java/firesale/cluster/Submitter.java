package firesale.cluster;

import firesale.experiment.Pace;
import firesale.experiment.PlannedExperiment;
import firesale.experiment.ShardSurvey;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Hands in what is missing in a result folder, and nothing else. */
public final class Submitter {

    private static final double PROBE_SECONDS = 6;
    private static final int TOKEN_DIGITS = 6;
    private static final double MILLIS = 1_000;
    private static final double SECONDS_PER_MINUTE = 60;

    private final PlannedExperiment experiment;
    private final Path results;
    private final Scheduler scheduler;
    private final Resources resources;
    private final Optional<Integer> tasksWanted;
    private final boolean again;
    private final PrintWriter out;
    private final PrintWriter err;
    private Optional<Pace> measured = Optional.empty();

    /**
     * @param results     the result folder
     * @param tasksWanted how many tasks; empty to choose
     * @param again       whether shards that are in the queue are handed in once more
     * @param out         what was submitted
     * @param err         warnings
     */
    public Submitter(PlannedExperiment experiment, Path results, Scheduler scheduler, Resources resources,
            Optional<Integer> tasksWanted,
            boolean again, PrintWriter out, PrintWriter err) {
        this.experiment = experiment;
        this.results = results.toAbsolutePath().normalize();
        this.scheduler = scheduler;
        this.resources = resources;
        this.tasksWanted = tasksWanted;
        this.again = again;
        this.out = out;
        this.err = err;
        if (tasksWanted.isPresent() && tasksWanted.get() < 1) {
            throw new InputException("--tasks: was " + tasksWanted.get() + ", expected at least 1");
        }
    }

    /**
     * Submits an array for the shards that are missing and not in the queue, and a job that merges.
     *
     * @throws UnreachableException if the scheduler does not answer; then nothing is written in a new folder
     */
    public void submit() throws IOException, InterruptedException {
        if (!looksFull()) {
            // before anything is written
            scheduler.largestIndex();
        }
        List<Integer> missing = experiment.prepare(err);
        Waits waits = again ? Waits.nothing() : waits();
        List<Integer> chosen = new ArrayList<>(missing);
        chosen.removeAll(waits.shards);
        if (chosen.size() < missing.size()) {
            out.println((missing.size() - chosen.size()) + " of " + missing.size()
                    + " missing shards are in the queue already (submission "
                    + String.join(", ", waits.submissions) + "); --again hands them in once more.");
        }
        if (!chosen.isEmpty()) {
            submit(chosen, waits.arrays);
        } else if (missing.isEmpty()) {
            out.println("All " + experiment.shards() + " shards are there" + (ShardSurvey.of(results, false).merged()
                    ? " and merged."
                    : "; firesale merge " + Shell.word(results.toString()) + " merges them."));
        }
        out.flush();
    }

    /** Whether nothing will be submitted, so that no scheduler is needed. */
    private boolean looksFull() throws IOException {
        try {
            return ShardSurvey.of(results, false).isFull();
        } catch (InputException e) {
            // new, or something else: preparing says what is wrong with it
            return false;
        }
    }

    private void submit(List<Integer> chosen, Set<String> arrays) throws IOException, InterruptedException {
        Sized sized = size(chosen, scheduler.largestIndex());
        Path program = Program.install(Program.classPath(), Submission.root(results));
        int number = Submission.next(results);
        String token = UUID.randomUUID().toString().substring(0, TOKEN_DIGITS);
        String name = experiment.name() + "-" + Submission.label(number) + "-" + token;
        SlurmScripts scripts = scripts(number, name, sized.plan, program);
        Path folder = Submission.folder(results, number);
        Files.createDirectories(folder.resolve("log"));
        Submission.writeTasks(results, number, sized.plan.tasks());
        Path array = Files.writeString(folder.resolve("array.sh"), scripts.array(), StandardCharsets.UTF_8);
        Path merge = Files.writeString(folder.resolve("merge.sh"), scripts.merge(), StandardCharsets.UTF_8);
        Submission submission = new Submission(number, name, program.getFileName().toString(), sized.plan.tasks().size(),
                chosen.size(),
                experiment.runs(chosen), resources.cpus(), resources.memoryMegabytes(), time(sized.plan),
                sized.pace.map(Pace::secondsPerRun).orElse(0.0), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), "", "");
        submission.write(results);
        describe(sized, chosen);
        String arrayJob = scheduler.submit(array, "");
        submission.submitted(arrayJob, "").write(results);
        StringBuilder dependency = new StringBuilder("afterok:" + arrayJob);
        arrays.forEach(earlier -> dependency.append(",afterany:").append(earlier));
        String mergeJob = scheduler.submit(merge, dependency.toString());
        submission.submitted(arrayJob, mergeJob).write(results);
        out.println("Submission " + Submission.label(number) + ": job " + arrayJob + ", an array of " + submission.tasks()
                + ", then job "
                + mergeJob + " merges.");
        out.println("See:  firesale cluster status " + Shell.word(results.toString()));
    }

    /** Prints what {@link #submit} would do; asks no scheduler and writes nothing. */
    public void rehearse() throws IOException, InterruptedException {
        List<Integer> missing = experiment.missing();
        if (missing.isEmpty()) {
            out.println("All " + experiment.shards() + " shards are there: nothing would be submitted.");
            return;
        }
        Sized sized = size(missing, TaskPlan.MOST_TASKS);
        describe(sized, missing);
        int number = Submission.all(results).stream().mapToInt(Submission::number).max().orElse(0) + 1;
        SlurmScripts scripts = scripts(number, experiment.name() + "-" + Submission.label(number), sized.plan,
                Submission.root(results).resolve("program"));
        Path folder = Submission.folder(results, number);
        out.print("\n==> " + folder.resolve("tasks.txt") + " <==\n" + Submission.tasksText(sized.plan.tasks()));
        out.print("\n==> " + folder.resolve("array.sh") + " <==\n" + scripts.array());
        out.print("\n==> " + folder.resolve("merge.sh") + " <==\n" + scripts.merge());
        out.println("\nNothing was submitted or written.");
        out.flush();
    }

    private SlurmScripts scripts(int number, String name, TaskPlan plan, Path program) {
        return new SlurmScripts(results, program, Path.of(System.getProperty("java.home"), "bin", "java"), number, name,
                plan.tasks().size(),
                time(plan), experiment.runs(), resources);
    }

    private String time(TaskPlan plan) {
        return resources.time().isEmpty() ? Integer.toString(plan.minutes()) : resources.time();
    }

    private record Sized(TaskPlan plan, Optional<Pace> pace) {
    }

    private Sized size(List<Integer> shards, int largestIndex) throws InterruptedException {
        boolean probes = tasksWanted.isEmpty() || resources.time().isEmpty();
        if (probes && measured.isEmpty()) {
            measured = Optional.of(experiment.pace(PROBE_SECONDS));
        }
        Optional<Pace> pace = measured;
        int most = Math.min(TaskPlan.MOST_TASKS, largestIndex);
        int count = tasksWanted.map(wanted -> Math.min(wanted, Math.min(shards.size(), most)))
                .orElseGet(() -> TaskPlan.count(experiment.runs(shards), pace.orElseThrow(), resources.cpus(), shards.size(),
                        most));
        List<List<Integer>> tasks = TaskPlan.deal(shards, count);
        int minutes = pace.map(p -> TaskPlan.minutes(longest(tasks), p, resources.cpus())).orElse(0);
        return new Sized(new TaskPlan(tasks, minutes), pace);
    }

    private long longest(List<List<Integer>> tasks) {
        return tasks.stream().mapToLong(experiment::runs).max().orElseThrow();
    }

    private void describe(Sized sized, List<Integer> shards) {
        int tasks = sized.plan.tasks().size();
        sized.pace.ifPresent(pace -> out.println(String.format(Locale.ROOT,
                "Probe: %,d runs at %d of %d points took %.3g ms each on one thread, the slowest point %.3g ms; %.1f s in all.",
                pace.runs(), pace.points(), experiment.points(), pace.secondsPerRun() * MILLIS, pace.slowestSeconds() * MILLIS,
                pace.tookSeconds())));
        String longest = sized.pace.map(pace -> String.format(Locale.ROOT, ", the longest about %.1f minutes here",
                TaskPlan.seconds(longest(sized.plan.tasks()), pace, resources.cpus()) / SECONDS_PER_MINUTE)).orElse("");
        out.println(String.format(Locale.ROOT, "%,d runs in %,d of %,d shards: %,d task%s%s; time limit %s, %d processor%s and %,d MB each.",
                experiment.runs(shards), shards.size(), experiment.shards(), tasks, tasks == 1 ? "" : "s", longest,
                resources.time().isEmpty() ? sized.plan.minutes() + " minutes" : resources.time(), resources.cpus(),
                resources.cpus() == 1 ? "" : "s", resources.memoryMegabytes()));
    }

    /** What is in the queue for this folder. */
    private record Waits(Set<Integer> shards, Set<String> arrays, Set<String> submissions) {

        static Waits nothing() {
            return new Waits(Set.of(), Set.of(), Set.of());
        }
    }

    private Waits waits() throws IOException, InterruptedException {
        List<Submission> submissions = Submission.all(results);
        List<QueueEntry> entries = scheduler.queue(submissions.stream().map(Submission::jobName).toList());
        Waits waits = new Waits(new TreeSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (Submission submission : submissions) {
            List<List<Integer>> tasks = Submission.tasks(results, submission.number());
            for (QueueEntry entry : entries) {
                if (entry.name().equals(submission.jobName()) && !entry.isStuck()) {
                    waits.shards.addAll(tasks.get(Integer.parseInt(entry.task()) - 1));
                    waits.arrays.add(entry.job());
                    waits.submissions.add(Submission.label(submission.number()));
                }
            }
        }
        return waits;
    }
}
