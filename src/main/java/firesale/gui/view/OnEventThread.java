package firesale.gui.view;

import java.awt.EventQueue;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

/** Swing is touched by its own thread only. */
public final class OnEventThread {

    private OnEventThread() {
    }

    /** Work that writes a file. */
    public interface Work {

        /** @throws IOException if it cannot be written */
        void run() throws IOException;
    }

    /**
     * Does the work on the event thread, and waits for it.
     *
     * @throws IOException what the work throws, or that somebody interrupts the wait
     */
    public static void write(Work work) throws IOException {
        if (EventQueue.isDispatchThread()) {
            work.run();
            return;
        }
        List<IOException> failures = new ArrayList<>(1);
        try {
            EventQueue.invokeAndWait(() -> {
                try {
                    work.run();
                } catch (IOException e) {
                    failures.add(e);
                }
            });
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a picture was drawn");
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
