package firesale.cli;

import firesale.experiment.Design;
import firesale.experiment.Experiment;
import firesale.experiment.ExperimentFile;
import firesale.experiment.RunRequest;
import firesale.experiment.Work;
import firesale.kernel.parameters.InputException;
import firesale.report.Charts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Carries out an experiment as the options of {@code firesale run} say. */
final class RunRequests {

    /**
     * Set by the launcher where standard error is a terminal; Java cannot tell, and its console means something else since 22.
     */
    private static final String PROGRESS = "firesale.progress";

    private RunRequests() {
    }

    /** Returns the exit code. */
    static int carryOut(ExperimentFile experiment, Optional<Path> out, Optional<Integer> threads, boolean force,
            PrintWriter results,
            PrintWriter progress) {
        if (threads.isPresent() && threads.get() < 1) {
            throw new InputException("--threads: expected a whole number of at least 1, but found " + threads.get());
        }
        Path folder = out.orElse(Path.of("results", experiment.name()));
        Design design = experiment.design(folder);
        RunRequest request = new RunRequest(design, folder, threads.orElse(Runtime.getRuntime().availableProcessors()), force,
                Boolean.getBoolean(PROGRESS), new Work.Everything(), finished -> draw(finished, experiment));
        return Experiment.run(request, results, progress);
    }

    /** Draws the charts of finished results. */
    static void draw(Path folder, ExperimentFile experiment) {
        try {
            Charts.draw(folder, experiment.name(), experiment.question());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
