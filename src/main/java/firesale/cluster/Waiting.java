package firesale.cluster;

import firesale.experiment.ShardSurvey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Waits until a result folder is full, and hands in again what got lost. The truth is the folder; the queue only says whether
 * somebody is still at it.
 */
public final class Waiting {

    /** How a wait ended. */
    public enum End {
        /** Every shard is there; the results may be merged or not. */
        FULL,
        /** Shards are missing, and handing them in again did not help. */
        LOST,
        /** The time is over. */
        LATE
    }

    /** Time, so that tests need none. */
    interface Time {
        double seconds();

        void sleep(double seconds) throws InterruptedException;
    }

    /** Hands in what is missing. */
    public interface Again {
        void submit() throws IOException, InterruptedException;
    }

    private static final int MOST_ROUNDS = 3;
    /** Looks that find nothing of ours in the queue before shards count as lost: shared file systems may show them late. */
    private static final int QUIET_LOOKS = 3;
    /** How long a merge job may still wait for a place when every shard is there. */
    private static final double MERGE_SECONDS = 60;
    private static final double LONGEST_PAUSE_SECONDS = 20;
    private static final double GROWTH = 1.5;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1_000;
    private static final double PERCENT = 100;

    private final Path results;
    private final Scheduler scheduler;
    private final Again again;
    private final double firstPauseSeconds;
    private final double patienceSeconds;
    private final Time time;
    private final PrintWriter err;

    private double pause;
    private long runsTold = -1;
    private boolean silent;
    private int rounds;

    /**
     * @param firstPauseSeconds how long between the first looks; later ones are rarer
     * @param patienceSeconds   how long in all
     * @param err               progress
     */
    public Waiting(Path results, Scheduler scheduler, Again again, double firstPauseSeconds, double patienceSeconds,
            PrintWriter err) {
        this(results, scheduler, again, firstPauseSeconds, patienceSeconds, new Time() {
            @Override
            public double seconds() {
                return System.nanoTime() / NANOS;
            }

            @Override
            public void sleep(double seconds) throws InterruptedException {
                Thread.sleep((long) (seconds * MILLIS));
            }
        }, err);
    }

    Waiting(Path results, Scheduler scheduler, Again again, double firstPauseSeconds, double patienceSeconds, Time time,
            PrintWriter err) {
        this.results = results;
        this.scheduler = scheduler;
        this.again = again;
        this.firstPauseSeconds = firstPauseSeconds;
        this.patienceSeconds = patienceSeconds;
        this.time = time;
        this.err = err;
    }

    /**
     * Waits.
     *
     * @throws InterruptedException if the thread is interrupted; the jobs stay in the queue
     */
    public End await() throws IOException, InterruptedException {
        double start = time.seconds();
        double fullSince = -1;
        int quiet = 0;
        pause = firstPauseSeconds;
        while (true) {
            // the queue before the folder: what ends in between has published before
            Look look = look();
            ShardSurvey survey = survey();
            tell(survey);
            if (survey.merged()) {
                return End.FULL;
            }
            if (survey.isFull()) {
                fullSince = fullSince < 0 ? time.seconds() : fullSince;
                if (look.reached && !look.merging || time.seconds() - fullSince >= MERGE_SECONDS) {
                    scheduler.cancel(look.mergeJobs);
                    return End.FULL;
                }
            } else if (look.reached && !look.computing) {
                fullSince = -1;
                quiet++;
                if (quiet >= QUIET_LOOKS) {
                    if (rounds == MOST_ROUNDS) {
                        return End.LOST;
                    }
                    quiet = 0;
                    submitAgain(survey);
                }
            } else {
                quiet = 0;
            }
            if (time.seconds() - start >= patienceSeconds) {
                return End.LATE;
            }
            time.sleep(pause);
            pause = Math.min(pause * GROWTH, Math.max(LONGEST_PAUSE_SECONDS, firstPauseSeconds));
        }
    }

    /** Full by its names is not enough: a damaged shard is as good as missing. */
    private ShardSurvey survey() throws IOException {
        ShardSurvey names = ShardSurvey.of(results, false);
        return names.isFull() && !names.merged() ? ShardSurvey.of(results, true) : names;
    }

    private void submitAgain(ShardSurvey survey) throws IOException, InterruptedException {
        rounds++;
        err.println("The queue holds nothing of this any more, but " + (survey.missing().size() + survey.damaged().size()) + " of "
                + survey.shards() + " shards are missing: submitting them again (" + rounds + " of " + MOST_ROUNDS
                        + " times at most).");
        err.flush();
        try {
            again.submit();
        } catch (UnreachableException e) {
            err.println("That failed: " + e.getMessage());
            err.flush();
        }
        pause = firstPauseSeconds;
    }

    /**
     * What a look at the queue shows.
     *
     * @param reached   whether there was an answer
     * @param computing whether tasks are under way or to come
     * @param merging   whether a merge job is
     * @param mergeJobs these
     */
    private record Look(boolean reached, boolean computing, boolean merging, List<QueueEntry> mergeJobs) {
    }

    private Look look() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        List<String> mergeNames = new ArrayList<>();
        for (Submission submission : Submission.all(results)) {
            names.add(submission.jobName());
            mergeNames.add(submission.mergeName());
        }
        names.addAll(mergeNames);
        try {
            List<QueueEntry> entries = scheduler.queue(names);
            List<QueueEntry> stuck = entries.stream().filter(QueueEntry::isStuck).toList();
            if (!stuck.isEmpty()) {
                err.println("Cancelled what would never run: " + String.join(", ", stuck.stream().map(e -> e.id() + " ("
                        + e.reason() + ")")
                        .toList()));
                scheduler.cancel(stuck);
            }
            List<QueueEntry> alive = entries.stream().filter(entry -> !entry.isStuck()).toList();
            List<QueueEntry> merges = alive.stream().filter(entry -> mergeNames.contains(entry.name())).toList();
            if (silent) {
                err.println("The scheduler answers again.");
            }
            silent = false;
            return new Look(true, alive.size() > merges.size(), !merges.isEmpty(), merges);
        } catch (UnreachableException e) {
            if (!silent) {
                err.println("The scheduler does not answer (" + e.getMessage().lines().findFirst().orElse("")
                        + "); waiting for it.");
            }
            silent = true;
            return new Look(false, false, false, List.of());
        } finally {
            err.flush();
        }
    }

    private void tell(ShardSurvey survey) {
        if (survey.runsDone() != runsTold) {
            runsTold = survey.runsDone();
            err.println(String.format(Locale.ROOT, "%s: %,d of %,d runs (%.0f %%)", survey.name(), survey.runsDone(), survey.runs(),
                    PERCENT * survey.runsDone() / survey.runs()));
            err.flush();
        }
    }
}
