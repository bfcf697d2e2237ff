package firesale.experiment.store;

import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Who may write in a result folder. One byte of the lock file stands for computing (a plain run holds it alone, shares hold it
 * together), another for changing the plan or merging (always alone). The system frees both when the process ends.
 */
public final class ResultLock implements AutoCloseable {

    /** The lock file in a result folder. */
    public static final String FILE = ".lock";

    private static final long COMPUTING = 0;
    private static final long DECIDING = 1;
    private static final long RETRY_MILLIS = 50;
    /** Ten minutes: merging a million runs takes a part of one. */
    private static final int RETRIES = 12_000;

    private final Path folder;
    private final FileChannel channel;

    private ResultLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder for computing.
     *
     * @param shared whether others may compute there too
     * @throws InputException if another process holds it
     */
    public static ResultLock take(Path folder, boolean shared) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(FILE),
                StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ResultLock lock = new ResultLock(folder, channel);
        boolean taken = false;
        try {
            taken = lock.tryLock(COMPUTING, shared) != null;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw lock.busy();
        }
        return lock;
    }

    /** Something done alone. */
    public interface Decision<T> {
        T make() throws IOException, InterruptedException;
    }

    /**
     * Waits for the right to change the plan or to merge, and uses it.
     *
     * @throws InputException if another process has it for ten minutes
     */
    public <T> T alone(Decision<T> decision) throws IOException, InterruptedException {
        FileLock lock = tryLock(DECIDING, false);
        for (int i = 0; lock == null; i++) {
            if (i == RETRIES) {
                throw busy();
            }
            Thread.sleep(RETRY_MILLIS);
            lock = tryLock(DECIDING, false);
        }
        try {
            return decision.make();
        } finally {
            lock.release();
        }
    }

    private FileLock tryLock(long place, boolean shared) throws IOException {
        try {
            return channel.tryLock(place, 1, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private InputException busy() {
        return new InputException(folder + " is in use by another run: wait for it, or choose another folder with --out");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
