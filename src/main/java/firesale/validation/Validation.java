package firesale.validation;

import firesale.kernel.numerics.RunningMean;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.RandomStream;
import firesale.kernel.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Carries out checks. Each has a stream of draws of its own, found by its name: its numbers do not depend on the others. */
public final class Validation {

    private final int draws;
    private final Streams streams;

    /**
     * @param draws of each check that is drawn, at least 2
     * @param seed  any 64-bit number
     */
    public Validation(int draws, long seed) {
        if (draws < 2) {
            throw new IllegalArgumentException("a standard error needs 2 draws, not " + draws);
        }
        this.draws = draws;
        this.streams = new Streams(seed);
    }

    /** The result of one check; a function of the check, the number of draws and the seed alone. */
    public CheckResult run(Check check) {
        if (check.method() instanceof Check.Exact exact) {
            return CheckResult.ofExact(check, exact.value().getAsDouble(), exact.tolerance());
        }
        Check.Trial trial = ((Check.Drawn) check.method()).trials().get();
        RandomStream random = streams.once(Kind.CHECK, Streams.identity(check.name()), Purpose.VALIDATION);
        RunningMean mean = new RunningMean();
        for (int i = 0; i < draws; i++) {
            mean.add(trial.draw(random));
        }
        return CheckResult.ofDraws(check, mean.mean(), mean.standardError());
    }

    /**
     * The results of some checks, in their order.
     *
     * @param threads how many to work with, at least 1; of no effect on the numbers
     */
    public List<CheckResult> run(List<Check> checks, int threads) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<CheckResult>> futures = new ArrayList<>();
            for (Check check : checks) {
                futures.add(workers.submit(() -> run(check)));
            }
            List<CheckResult> results = new ArrayList<>();
            for (Future<CheckResult> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
