package firesale.experiment;

import firesale.kernel.parameters.InputException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A design and how to carry it out. Nothing but the design changes a number.
 *
 * @param design   what to compute
 * @param folder   where the results go
 * @param threads  runs at the same time, at least 1
 * @param force    whether to start anew over results of another plan
 * @param progress whether to draw a progress bar on standard error
 * @param work     which part of it this process does
 * @param charts   draws charts into the folder it is given, once the results are safe
 */
public record RunRequest(Design design, Path folder, int threads, boolean force, boolean progress,
        Work work, Consumer<Path> charts) {

    /** @throws InputException if there is no thread to run on */
    public RunRequest {
        if (threads < 1) {
            throw new InputException("--threads: was " + threads + ", expected at least 1");
        }
    }
}
