package firesale.experiment;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that is done on a thread of its own; closed before it is over, it is interrupted and waited for. */
final class Beside implements AutoCloseable {

    private final FutureTask<Void> task;
    private final Thread thread;

    private Beside(Deed deed) {
        task = new FutureTask<>(() -> {
            deed.go();
            return null;
        });
        thread = new Thread(task, "beside");
        thread.setDaemon(true);
    }

    /** What is done. */
    @FunctionalInterface
    interface Deed {
        void go() throws IOException, InterruptedException;
    }

    static Beside start(Deed deed) {
        Beside beside = new Beside(deed);
        beside.thread.start();
        return beside;
    }

    /**
     * Waits until it is done.
     *
     * @throws IOException if it failed so
     */
    void await() throws IOException, InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            } else if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ends it and waits for its end, also while the calling thread is being interrupted. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
