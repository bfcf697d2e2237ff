package firesale.experiment;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the end of the process (Ctrl-C, SIGTERM) into an interrupt of the thread that runs the experiment, and lets that
 * thread tidy up before the process goes. It must be closed.
 */
final class Interruption {

    static final int EXIT_CODE = 130;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread runner) {
        hook = new Thread(() -> {
            runner.interrupt();
            awaitTidy();
            // the process is ending already; this only sets the exit code, which would depend on the signal
            Runtime.getRuntime().halt(EXIT_CODE);
        }, "interruption");
    }

    /** Watches on behalf of the calling thread. */
    static Interruption watch() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void awaitTidy() {
        try {
            tidy.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Watches no more. */
    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: the hook waits for exactly this
            tidy.countDown();
        }
    }
}
