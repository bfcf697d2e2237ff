package firesale.gui;

import firesale.experiment.store.DurableFiles;
import firesale.gui.view.View;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Writes each week's pictures into a folder, {@code market-map-0041.png}. They are drawn between two weeks, which takes
 * milliseconds; a thread of its own turns them into files, in order. Should it fall far behind, play waits for it.
 */
final class FrameExport implements AutoCloseable {

    private static final int MOST_WAITING = 24;
    private static final long MILLISECOND_NANOS = 1_000_000;
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Path folder;
    private final List<View> views;
    private final Consumer<String> failed;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final ExecutorService writer;
    private volatile boolean isOn = true;

    /**
     * @param failed told on any thread, once, why no more is written
     */
    FrameExport(Path folder, List<View> views, Consumer<String> failed) {
        this.folder = folder;
        this.views = List.copyOf(views);
        this.failed = failed;
        this.writer = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "firesale frames");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The name of a week's picture of a view. */
    static String name(View view, int week) {
        return String.format(Locale.ROOT, "%s-%04d.png", view.name(), week);
    }

    /** How many weeks were written so far. */
    int weeks() {
        return written.get();
    }

    Path folder() {
        return folder;
    }

    /** Takes the pictures of a week that is over; on the thread that plays, or the event thread. */
    void take(int week) {
        if (EventQueue.isDispatchThread()) {
            draw(week);
            return;
        }
        while (waiting.get() >= MOST_WAITING && isOn && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(MILLISECOND_NANOS);
        }
        // MASON's play waits for the event thread after each week, so this is drawn before the next one
        EventQueue.invokeLater(() -> draw(week));
    }

    private void draw(int week) {
        if (!isOn) {
            return;
        }
        List<BufferedImage> pictures = new ArrayList<>(views.size());
        views.forEach(view -> pictures.add(view.picture()));
        waiting.incrementAndGet();
        writer.execute(() -> write(week, pictures));
    }

    private void write(int week, List<BufferedImage> pictures) {
        try {
            for (int i = 0; i < pictures.size() && isOn; i++) {
                Pictures.write(pictures.get(i), folder.resolve(name(views.get(i), week)));
            }
            written.incrementAndGet();
        } catch (IOException | UncheckedIOException e) {
            if (isOn) {
                isOn = false;
                failed.accept(DurableFiles.reason(e));
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Takes no more pictures; returns when those that were taken are written, or cannot be. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            writer.shutdownNow();
            Thread.currentThread().interrupt();
        }
        isOn = false;
    }
}
