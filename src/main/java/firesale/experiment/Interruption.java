package firesale.experiment;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the end of the process (Ctrl-C, SIGTERM) into an interrupt of the thread that runs the experiment, and lets that
 * thread tidy up before the process goes. It must be closed.
 */
public final class Interruption {

    /** What an interrupted process ends with. */
    public static final int EXIT_CODE = 130;
    /** The same for a task of a cluster: Slurm starts tasks again that end with this, where it is set up so. */
    public static final int AGAIN = 99;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread runner, int exitCode) {
        hook = new Thread(() -> {
            runner.interrupt();
            awaitTidy();
            // the process is ending already; this only sets the exit code, which would depend on the signal
            Runtime.getRuntime().halt(exitCode);
        }, "interruption");
    }

    /** Watches on behalf of the calling thread; an interrupted process ends with {@link #EXIT_CODE}. */
    static Interruption watch() {
        return watch(EXIT_CODE);
    }

    /**
     * Watches on behalf of the calling thread.
     *
     * @param exitCode what the process ends with if it is interrupted
     */
    public static Interruption watch(int exitCode) {
        Interruption interruption = new Interruption(Thread.currentThread(), exitCode);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the process is ending. An interrupt can be lost in a library that swallows it; this cannot. */
    static boolean isEnding() {
        Thread probe = new Thread(() -> { }, "probe");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void awaitTidy() {
        try {
            tidy.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Watches no more. */
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: the hook waits for exactly this
            tidy.countDown();
        }
    }
}
