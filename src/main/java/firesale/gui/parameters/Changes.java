package firesale.gui.parameters;

import firesale.kernel.parameters.InputException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Carries changes out in the background, one after the other; of those that come while one is under way only the last, which
 * holds all that was chosen before. One that takes long is abandoned when another comes.
 */
final class Changes {

    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final Adjustable run;
    private final Consumer<Result> whenDone;
    private final ThreadPoolExecutor worker;
    private Request next;
    private int unfinished;
    private volatile boolean isClosed;

    private record Request(Setup given, Setup wanted) {
    }

    /**
     * What became of a change.
     *
     * @param text      a line for the user
     * @param isRefused whether nothing has changed
     * @param isLast    whether no other change waits
     */
    record Result(String text, boolean isRefused, boolean isLast) {
    }

    /** @param whenDone told of each change that was not abandoned, on the thread that carried it out */
    Changes(Adjustable run, Consumer<Result> whenDone) {
        this.run = run;
        this.whenDone = whenDone;
        this.worker = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "Firesale: changes of parameters");
            thread.setDaemon(true);
            return thread;
        });
        worker.allowCoreThreadTimeOut(true);
    }

    /** Carries a change out as soon as no other is under way. */
    synchronized void want(Setup given, Setup wanted) {
        if (isClosed) {
            return;
        }
        if (next == null) {
            unfinished++;
            worker.execute(this::carryOut);
        }
        next = new Request(given, wanted);
    }

    /** Whether a change waits or is under way. */
    synchronized boolean isBusy() {
        return unfinished > 0;
    }

    /** Forgets what waits, and abandons what is under way. */
    void close() {
        isClosed = true;
        worker.shutdownNow();
    }

    private synchronized Request take() {
        Request request = next;
        next = null;
        return request;
    }

    private synchronized boolean isAnotherWaiting() {
        return next != null;
    }

    private synchronized boolean finished() {
        unfinished--;
        return unfinished == 0;
    }

    private void carryOut() {
        Request request = take();
        long since = System.nanoTime();
        String text;
        boolean isRefused = false;
        try {
            text = run.adjust(request.given, request.wanted,
                    () -> isClosed || System.nanoTime() - since > PATIENCE_NANOS && isAnotherWaiting());
        } catch (CancellationException e) {
            finished();
            return;
        } catch (InputException | IllegalArgumentException | IllegalStateException e) {
            text = e.getMessage();
            isRefused = true;
        }
        whenDone.accept(new Result(text, isRefused, finished()));
    }
}
