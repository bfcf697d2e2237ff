package firesale.cli;

import firesale.cluster.Resources;
import firesale.cluster.Slurm;
import firesale.cluster.Submitter;
import firesale.cluster.UnreachableException;
import firesale.cluster.Waiting;
import firesale.experiment.ExperimentFile;
import firesale.experiment.Interruption;
import firesale.experiment.PlannedExperiment;
import firesale.experiment.store.DurableFiles;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Submits an experiment to Slurm. */
@Command(name = "submit", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Submit what is missing of an experiment to Slurm: an array that computes, then a job that merges.")
final class ClusterSubmitCommand implements Callable<Integer> {

    private static final double SECONDS_PER_MINUTE = 60;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExperimentOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "The result folder, on a file system that every node sees; by default "
            + "results/NAME.")
    private Path out;

    @Option(names = "--tasks", paramLabel = "N", description = "How many tasks; by default as many as make about ten minutes each.")
    private Integer tasks;

    @Option(names = "--time", paramLabel = "T", defaultValue = "",
            description = "The time limit of a task as Slurm writes it; by default three times what a few measured runs foretell. With "
                    + "--tasks and --time nothing is measured.")
    private String time;

    @Option(names = "--cpus", paramLabel = "N", defaultValue = "1", description = "Processors of a task; default ${DEFAULT-VALUE}.")
    private int cpus;

    @Option(names = "--memory", paramLabel = "MB", defaultValue = "1024",
            description = "Memory of a task; default ${DEFAULT-VALUE}.")
    private int memory;

    @Option(names = "--partition", paramLabel = "P", defaultValue = "", description = "Slurm's partition.")
    private String partition;

    @Option(names = "--account", paramLabel = "A", defaultValue = "", description = "Slurm's account.")
    private String account;

    @Option(names = "--sbatch", paramLabel = "OPTION", description = "Another option of sbatch, such as --sbatch=--qos=long; may be "
            + "repeated.")
    private List<String> more = new ArrayList<>();

    @Option(names = "--dry-run", description = "Print what would be submitted; submit and write nothing.")
    private boolean dryRun;

    @Option(names = "--again", description = "Submit also what is in the queue already.")
    private boolean again;

    @Option(names = "--wait", description = "Wait for the results, submitting again what gets lost, and print them.")
    private boolean wait;

    @Option(names = "--patience", paramLabel = "MINUTES", defaultValue = "1440",
            description = "How long --wait waits in all; default ${DEFAULT-VALUE}.")
    private double patience;

    @Option(names = "--poll", paramLabel = "SECONDS", defaultValue = "5", hidden = true)
    private double poll;

    @Override
    public Integer call() {
        PrintWriter results = spec.commandLine().getOut();
        PrintWriter progress = spec.commandLine().getErr();
        ClusterOptions.requireOneLine("--out", out);
        ClusterOptions.requirePositive("--patience", patience, "minutes");
        ClusterOptions.requirePositive("--poll", poll, "seconds");
        ExperimentFile experiment = options.experiment();
        Path folder = out == null ? Path.of("results", experiment.name()) : out;
        Interruption interruption = Interruption.watch(ExitCode.INTERRUPTED);
        try {
            return carryOut(experiment, folder, results, progress);
        } catch (InterruptedException e) {
            progress.println(dryRun ? "Interrupted; nothing was submitted." : "Interrupted. What was submitted stays in the queue, and finished shards in " + folder + ".\n"
                    + "The same command goes on; firesale cluster status " + folder + " says how far it is.");
            return ExitCode.INTERRUPTED;
        } catch (UnreachableException e) {
            progress.println(silence(e) + "\nNothing is lost; the same command tries again.");
            return ExitCode.INTERNAL;
        } catch (IOException e) {
            throw new InputException("cannot use " + folder + ": " + DurableFiles.reason(e), e);
        } finally {
            results.flush();
            progress.flush();
            interruption.close();
        }
    }

    private int carryOut(ExperimentFile experiment, Path folder, PrintWriter results, PrintWriter progress)
            throws IOException, InterruptedException {
        if (experiment.analysis().precision().isAsked()) {
            throw new InputException(experiment.file() + ": analysis.precision: one submission has one number of replications;"
                    + " leave halfWidth out and give --replications, or use firesale run --shard, step by step");
        }
        PlannedExperiment planned = new PlannedExperiment(experiment.design(folder), folder);
        Slurm slurm = new Slurm();
        Resources resources = new Resources(partition, account, time, memory, cpus, more);
        // with --wait the results are what is merged
        Submitter submitter = new Submitter(planned, folder, slurm, resources, Optional.ofNullable(tasks), again,
                wait && !dryRun ? progress : results, progress);
        if (dryRun) {
            submitter.rehearse();
            return ExitCode.FINE;
        }
        if (!wait) {
            submitter.submit();
            return ExitCode.FINE;
        }
        Submitter lost = new Submitter(planned, folder, slurm, resources, Optional.ofNullable(tasks), false, progress, progress);
        submitFirst(submitter, folder, progress);
        Waiting.End end = new Waiting(folder.toAbsolutePath(), slurm, lost::submit, poll, patience * SECONDS_PER_MINUTE,
                progress).await();
        if (end == Waiting.End.FULL) {
            int code = ClusterMergeCommand.merge(folder, results, progress);
            planned.tidy();
            return code;
        }
        progress.println(end == Waiting.End.LATE ? "Not finished within " + patience + " minutes; what is in the queue stays there."
                : "Not finished: tasks end without publishing their shards; see " + folder.resolve("cluster") + "/*/log.");
        progress.println("The same command goes on; firesale cluster status " + folder + " says how far it is.");
        return ExitCode.INTERNAL;
    }

    /** A controller that is just away is waited for, like later on; but there must be something to wait for. */
    private static void submitFirst(Submitter submitter, Path folder, PrintWriter progress)
            throws IOException, InterruptedException {
        try {
            submitter.submit();
        } catch (UnreachableException e) {
            if (!Files.exists(folder.resolve("manifest.json"))) {
                throw e;
            }
            progress.println(silence(e));
        }
    }

    private static String silence(UnreachableException failure) {
        return "Slurm does not answer (" + failure.reason() + "): is it running, is there a slurm.conf or SLURM_CONF?";
    }
}
