package firesale.cli;

import firesale.cluster.KubernetesJob;
import firesale.cluster.PbsScript;
import firesale.cluster.Resources;
import firesale.cluster.ShareScript;
import firesale.experiment.ExperimentFile;
import firesale.kernel.parameters.InputException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script for another scheduler than Slurm. */
@Command(name = "script", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Print a PBS array script or a Kubernetes Indexed Job whose tasks share an experiment, or the job that merges.",
        footer = {"", "Example:  firesale cluster script pbs experiments/baseline.yaml --tasks 20 > sweep.pbs"})
final class ClusterScriptCommand implements Callable<Integer> {

    /** Whose script. */
    enum Target {
        pbs, kubernetes
    }

    private static final List<String> PBS_ONLY = List.of("--time", "--queue", "--account");
    private static final List<String> KUBERNETES_ONLY = List.of("--image", "--claim", "--mount", "--parallelism");

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SYSTEM", description = "${COMPLETION-CANDIDATES}.")
    private Target system;

    @Mixin
    private ExperimentOptions options;

    @Option(names = "--tasks", paramLabel = "N", required = true, description = "How many tasks share the runs.")
    private int tasks;

    @Option(names = "--out", paramLabel = "DIR", description = "The result folder as the tasks see it; by default results/NAME.")
    private Path out;

    @Option(names = "--merge", description = "Print the job that merges instead: the last share merges by itself, unless it was killed.")
    private boolean merge;

    @Option(names = "--program", paramLabel = "JAR", description = "The program's jar as the tasks see it, lib beside it; by default the "
            + "running one, in a container /opt/firesale/firesale.jar.")
    private String program;

    @Option(names = "--time", paramLabel = "T", defaultValue = "", description = "PBS: the time limit of a task, such as 00:30:00.")
    private String time;

    @Option(names = "--cpus", paramLabel = "N", defaultValue = "1", description = "Processors of a task; default ${DEFAULT-VALUE}.")
    private int cpus;

    @Option(names = "--memory", paramLabel = "MB", defaultValue = "2048",
            description = "Memory of a task; default ${DEFAULT-VALUE}.")
    private int memory;

    @Option(names = "--queue", paramLabel = "Q", defaultValue = "", description = "PBS: the queue.")
    private String queue;

    @Option(names = "--account", paramLabel = "A", defaultValue = "", description = "PBS: the account.")
    private String account;

    @Option(names = "--image", paramLabel = "IMAGE", defaultValue = "firesale:latest",
            description = "Kubernetes: the container image; default ${DEFAULT-VALUE}.")
    private String image;

    @Option(names = "--claim", paramLabel = "CLAIM", defaultValue = "firesale",
            description = "Kubernetes: the claim of a volume that many pods may write; default ${DEFAULT-VALUE}.")
    private String claim;

    @Option(names = "--mount", paramLabel = "PATH", defaultValue = "/work",
            description = "Kubernetes: where it is mounted; FILE and DIR are taken from there; default ${DEFAULT-VALUE}.")
    private String mount;

    @Option(names = "--parallelism", paramLabel = "N", defaultValue = "50", description = "Kubernetes: pods at a time; default "
            + "${DEFAULT-VALUE}.")
    private int parallelism;

    @Override
    public Integer call() {
        requireOwnOptions();
        // the file is read here, so that what is wrong with it is said before it is queued
        ExperimentFile experiment = options.experiment();
        Path folder = out == null ? Path.of("results", experiment.name()) : out;
        if (parallelism < 1) {
            throw new InputException("--parallelism: was " + parallelism + ", expected at least 1");
        }
        ShareScript script = new ShareScript(experiment.name(), options.file(), options.words(), folder, tasks, jar(),
                new Resources(queue, account, time, memory, cpus, List.of()));
        if (script.isJarPassing()) {
            spec.commandLine().getErr().println("warning: the next build deletes " + script.jar() + "; a jar that stays: "
                    + script.advice());
        }
        if (system == Target.pbs) {
            PbsScript pbs = new PbsScript(script);
            spec.commandLine().getOut().print(merge ? pbs.merge() : pbs.array());
        } else {
            KubernetesJob job = new KubernetesJob(script, image, claim, mount, parallelism);
            spec.commandLine().getOut().print(merge ? job.merge() : job.array());
        }
        return ExitCode.FINE;
    }

    /** @throws InputException naming an option that makes no sense for this system */
    private void requireOwnOptions() {
        Target other = system == Target.pbs ? Target.kubernetes : Target.pbs;
        for (String option : other == Target.pbs ? PBS_ONLY : KUBERNETES_ONLY) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new InputException(option + ": is for " + other + " only, expected options of " + system);
            }
        }
        if (system == Target.pbs && time.contains("-")) {
            throw new InputException("--time: was \"" + time + "\", expected HH:MM:SS, as PBS writes it");
        }
        ClusterOptions.requireOneLine("--out", out);
        ClusterOptions.requireOneLine("--program", program);
        ClusterOptions.requireOneLine("--image", image);
        ClusterOptions.requireOneLine("--claim", claim);
        ClusterOptions.requireOneLine("--mount", mount);
        if (!mount.startsWith("/")) {
            throw new InputException("--mount: was \"" + mount + "\", expected a path from the root, such as /work");
        }
    }

    private String jar() {
        if (program != null) {
            return program;
        }
        String own = System.getProperty("java.class.path");
        boolean isJar = own.endsWith(".jar") && !own.contains(File.pathSeparator);
        return system == Target.kubernetes || !isJar ? "/opt/firesale/firesale.jar" : Path.of(own).toAbsolutePath().toString();
    }
}
