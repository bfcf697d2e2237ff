package firesale.experiment;

import firesale.experiment.store.RunLines;
import firesale.experiment.store.Shard;
import firesale.experiment.store.ShardStore;
import firesale.experiment.store.ShardWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Computes shards: runs at the same time on several threads, written in the order of the plan. Only a bounded window of runs
 * is under way, so memory does not grow with their number.
 *
 * @param <R> the outcome of a run
 */
final class Runner<R> {

    private static final int WINDOW_PER_THREAD = 16;
    private static final int PATIENCE_SECONDS = 10;

    private final Plan plan;
    private final Simulator<R> simulator;
    private final RunFormat<R> format;
    private final int threads;

    Runner(Plan plan, Simulator<R> simulator, RunFormat<R> format, int threads) {
        this.plan = plan;
        this.simulator = simulator;
        this.format = format;
        this.threads = threads;
    }

    /**
     * Computes and publishes shards, one after the other. A run that fails is a row; it stops nothing.
     *
     * @throws InterruptedException      if the calling thread is interrupted: shards published so far stay, the one under way is
     *                                   dropped
     * @throws NonDeterministicException if a shard is there already with other content
     * @throws Error                     if a run ends in one, such as {@link OutOfMemoryError}
     */
    void compute(List<Shard> shards, ShardStore store, Progress progress) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Runner::daemon);
        try {
            Iterator<Long> ahead = shards.stream().flatMapToLong(s -> LongStream.range(s.first(), s.end())).iterator();
            Deque<Future<RunLines>> window = new ArrayDeque<>();
            for (Shard shard : shards) {
                try (ShardWriter writer = new ShardWriter(store, shard)) {
                    for (long run = shard.first(); run < shard.end(); run++) {
                        while (ahead.hasNext() && window.size() < threads * WINDOW_PER_THREAD) {
                            long next = ahead.next();
                            window.add(pool.submit(() -> simulate(next)));
                        }
                        writer.append(await(window.remove()));
                        progress.step();
                    }
                    writer.publish();
                }
            }
        } finally {
            stop(pool);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "run");
        thread.setDaemon(true);
        return thread;
    }

    private RunLines simulate(long run) {
        Point point = plan.point(run);
        int replication = plan.replication(run);
        long seed = plan.seed(run);
        try {
            R outcome = simulator.simulate(point.parameters(), seed, plan.recording());
            return format.lines(new RunHead(run, point, replication, seed, null), outcome);
        } catch (RuntimeException e) {
            return format.failed(new RunHead(run, point, replication, seed, reason(e)));
        }
    }

    private static String reason(RuntimeException failure) {
        String kind = failure.getClass().getName();
        return failure.getMessage() == null ? kind : kind + ": " + failure.getMessage();
    }

    private static RunLines await(Future<RunLines> run) throws InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a run ended without a row", e.getCause());
        }
    }

    /** Starts nothing more and gives the runs under way a moment to end. */
    private static void stop(ExecutorService pool) throws InterruptedException {
        pool.shutdownNow();
        pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
