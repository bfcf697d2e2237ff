package firesale.cli;

import firesale.experiment.Design;
import firesale.experiment.Experiment;
import firesale.experiment.ExperimentFile;
import firesale.experiment.RunRequest;
import firesale.experiment.Work;
import firesale.kernel.parameters.InputException;
import firesale.report.Charts;
import firesale.report.page.ReportPage;
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
    static int carryOut(ExperimentFile experiment, Optional<Path> out, Optional<Integer> threads, boolean force, Work work,
            PrintWriter results, PrintWriter progress) {
        if (threads.isPresent() && threads.get() < 1) {
            throw new InputException("--threads: expected a whole number of at least 1, but found " + threads.get());
        }
        return carryOut(experiment, out.orElse(Path.of("results", experiment.name())),
                threads.orElse(Runtime.getRuntime().availableProcessors()), force, work, results, progress);
    }

    /** Does a part of an experiment in a folder. Returns the exit code. */
    static int carryOut(ExperimentFile experiment, Path folder, int threads, boolean force, Work work, PrintWriter results,
            PrintWriter progress) {
        Design design = experiment.design(folder);
        RunRequest request = new RunRequest(design, folder, threads, force, Boolean.getBoolean(PROGRESS), work,
                finished -> illustrate(finished, experiment, progress));
        return Experiment.run(request, results, progress);
    }

    /** Charts, then the page that shows them; without charts the page is written all the same. */
    static void illustrate(Path folder, ExperimentFile experiment, PrintWriter progress) {
        try {
            draw(folder, experiment);
        } finally {
            report(folder, progress);
        }
    }

    private static void report(Path folder, PrintWriter progress) {
        try {
            ReportPage.write(folder);
        } catch (IOException | RuntimeException e) {
            progress.println("warning: " + ReportPage.FILE + " could not be written, the results are safe: " + e);
        }
    }

    private static void draw(Path folder, ExperimentFile experiment) {
        try {
            Charts.draw(folder, experiment.name(), experiment.question());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
