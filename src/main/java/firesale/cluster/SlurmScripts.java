package firesale.cluster;

import java.nio.file.Path;

/**
 * The scripts of a submission: an array whose tasks compute, and a job that merges.
 *
 * @param results   the result folder
 * @param program   the folder of the program's copy
 * @param java      the java that is used where it exists; otherwise the one on the path
 * @param number    the submission's number
 * @param jobName   the array's name
 * @param tasks     how many tasks
 * @param time      the time limit of a task; empty for the cluster's default
 * @param runs      how many runs the plan has
 * @param resources what a task asks for
 */
record SlurmScripts(Path results, Path program, Path java, int number, String jobName, int tasks, String time, long runs,
        Resources resources) {

    /** Seconds before the time limit at which a task is told to stop: it drops the shard that it is at. */
    private static final int GRACE_SECONDS = 30;
    /** Merging needs room for the database. */
    private static final int LEAST_MERGE_MEGABYTES = 1_536;
    private static final int MERGE_MINUTES = 30;
    private static final long RUNS_A_MINUTE = 1_000_000;
    /** The rest is for what java needs beside its heap, and for the database. */
    private static final int HEAP_PERCENT = 60;
    private static final int MERGE_HEAP_PERCENT = 25;

    /** The script of the array. */
    String array() {
        return "#!/bin/bash\n"
                + "#SBATCH --job-name=" + jobName + "\n"
                + "#SBATCH --array=1-" + tasks + "\n"
                + output("task-%a.txt")
                + (time.isEmpty() ? "" : "#SBATCH --time=" + time + "\n")
                + "#SBATCH --signal=B:TERM@" + GRACE_SECONDS + "\n"
                + asked(resources.memoryMegabytes(), resources.cpus())
                + "\n# One task: the shards that stand behind its index in tasks.txt. A task that runs twice does no harm.\n"
                + java(resources.memoryMegabytes(), HEAP_PERCENT)
                + "cluster work " + Shell.quote(results) + " --submission " + number + "\n";
    }

    /** The script of the job that merges once all tasks are done. */
    String merge() {
        return "#!/bin/bash\n"
                + "#SBATCH --job-name=" + jobName + "-merge\n"
                + output("merge.txt")
                + "#SBATCH --time=" + (MERGE_MINUTES + runs / RUNS_A_MINUTE) + "\n"
                + asked(mergeMegabytes(), 1)
                + "\n# Merges if every shard is there, and says what is missing if not. It may also be run by hand.\n"
                + java(mergeMegabytes(), MERGE_HEAP_PERCENT)
                + "cluster merge " + Shell.quote(results) + "\n";
    }

    private int mergeMegabytes() {
        return Math.max(resources.memoryMegabytes(), LEAST_MERGE_MEGABYTES);
    }

    private String output(String file) {
        // Slurm reads a quoted value, and replaces what follows a per cent sign
        String log = Submission.folder(results, number).resolve("log").toString().replace("%", "%%").replace("\\",
                "\\\\").replace("\"", "\\\"");
        return "#SBATCH --output=\"" + log + "/" + file + "\"\n#SBATCH --open-mode=append\n";
    }

    private String asked(int megabytes, int cpus) {
        StringBuilder text = new StringBuilder("#SBATCH --requeue\n#SBATCH --ntasks=1\n#SBATCH --cpus-per-task=" + cpus
                + "\n#SBATCH --mem="
                + megabytes + "M\n");
        if (!resources.partition().isEmpty()) {
            text.append("#SBATCH --partition=").append(resources.partition()).append('\n');
        }
        if (!resources.account().isEmpty()) {
            text.append("#SBATCH --account=").append(resources.account()).append('\n');
        }
        resources.more().forEach(option -> text.append("#SBATCH ").append(option).append('\n'));
        return text.toString();
    }

    /** Standard output of java is a log here; exec, so that the signal to stop reaches java itself. */
    private String java(int megabytes, int heapPercent) {
        return "java=" + Shell.quote(java) + "\n"
                + "[ -x \"$java\" ] || java=java\n"
                + "memory=${SLURM_MEM_PER_NODE:-" + megabytes + "}\n"
                + "export MALLOC_ARENA_MAX=2\n"
                + "exec \"$java\" -XX:-UsePerfData -XX:+UseSerialGC -Xmx$((memory * " + heapPercent + " / 100))m"
                + " -XX:ActiveProcessorCount=${SLURM_CPUS_PER_TASK:-${SLURM_CPUS_ON_NODE:-1}}"
                + " -Dpicocli.ansi=false -cp " + Shell.quote(program) + "'/*' firesale.cli.Main ";
    }
}
