package firesale.cluster;

import java.util.ArrayList;
import java.util.List;

/** A script for PBS: an array of shares, or the job that merges. */
public final class PbsScript {

    private final ShareScript script;

    public PbsScript(ShareScript script) {
        this.script = script;
    }

    /** The array's script, for {@code qsub}. */
    public String array() {
        // PBS knows no array of one
        boolean isArray = script.tasks() > 1;
        List<String> arguments = new ArrayList<>(List.of("run", script.file().toString()));
        arguments.addAll(script.options());
        arguments.addAll(List.of("--out", script.results().toString(), "--shard"));
        return head("", isArray ? "#PBS -J 1-" + script.tasks() + "\n" : "")
                + "\n# One share of the runs: computes what is missing of it. The share that finds all others done merges.\n"
                + java(false) + words(arguments) + " \"${PBS_ARRAY_INDEX:-1}/" + script.tasks() + "\"\n";
    }

    /** The script of a job that merges, for {@code qsub -W depend=afterany:ARRAY}. */
    public String merge() {
        return head("-merge", "") + "\n# Merges if every shard is there, and says what is missing if not.\n"
                + java(true) + words(List.of("merge", script.results().toString())) + "\n";
    }

    private String head(String suffix, String array) {
        Resources resources = script.resources();
        StringBuilder text = new StringBuilder("#!/bin/bash\n#PBS -N " + script.name() + suffix + "\n" + array
                + "#PBS -l select=1:ncpus=" + resources.cpus() + ":mem=" + resources.memoryMegabytes() + "mb\n");
        if (!resources.time().isEmpty()) {
            text.append("#PBS -l walltime=").append(resources.time()).append('\n');
        }
        if (!resources.partition().isEmpty()) {
            text.append("#PBS -q ").append(resources.partition()).append('\n');
        }
        if (!resources.account().isEmpty()) {
            text.append("#PBS -A ").append(resources.account()).append('\n');
        }
        return text.append("#PBS -j oe\n#PBS -r y\n").toString();
    }

    private String java(boolean merge) {
        return script.warning() + "cd \"${PBS_O_WORKDIR:-.}\" || exit 1\n"
                + "export MALLOC_ARENA_MAX=2\n"
                + "exec \"${JAVA_HOME:+$JAVA_HOME/bin/}java\" -XX:-UsePerfData -XX:+UseSerialGC -Xmx" + script.heapMegabytes(merge)
                + "m -XX:ActiveProcessorCount=" + script.resources().cpus() + " -jar " + Shell.word(script.jar()) + " ";
    }

    private static String words(List<String> arguments) {
        return String.join(" ", arguments.stream().map(Shell::word).toList());
    }
}
