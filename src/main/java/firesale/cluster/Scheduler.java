package firesale.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What is asked of a cluster's scheduler. Every call ends in bounded time. */
public interface Scheduler {

    /**
     * Hands in a script.
     *
     * @param dependency what it waits for, in the scheduler's words; empty for nothing
     * @return the job's number
     * @throws firesale.kernel.parameters.InputException if the scheduler refuses it
     */
    String submit(Path script, String dependency) throws IOException, InterruptedException;

    /**
     * All that is pending or running under these job names. Names rather than numbers: a controller that lost its memory
     * gives numbers away twice, and a job that it has forgotten is simply not there.
     *
     * @throws UnreachableException if the scheduler does not answer
     */
    List<QueueEntry> queue(Collection<String> jobNames) throws IOException, InterruptedException;

    /** Cancels; what is gone already is no error. */
    void cancel(List<QueueEntry> entries) throws IOException, InterruptedException;

    /** The largest index that an array may have. */
    int largestIndex() throws IOException, InterruptedException;
}
