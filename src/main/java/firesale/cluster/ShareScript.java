package firesale.cluster;

import firesale.kernel.parameters.InputException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a script for a scheduler is made of whose tasks each compute a share of an experiment by {@code firesale run --shard}.
 *
 * @param name      the experiment's name
 * @param file      the experiment file as the tasks see it
 * @param options   options of {@code firesale run} that change the experiment
 * @param results   the result folder as the tasks see it
 * @param tasks     how many tasks
 * @param jar       the program's jar as the tasks see it
 * @param resources what a task asks for
 */
public record ShareScript(String name, Path file, List<String> options, Path results, int tasks, String jar, Resources resources) {

    /** The last share merges: the database needs room beside the heap. */
    private static final int HEAP_PERCENT = 40;
    private static final int MERGE_HEAP_PERCENT = 25;

    public ShareScript {
        options = List.copyOf(options);
        if (tasks < 1) {
            throw new InputException("--tasks: was " + tasks + ", expected at least 1");
        }
    }

    /** Whether the jar is one of the launcher's own builds, which the next build removes. */
    public boolean isJarPassing() {
        return build() >= 0;
    }

    /** How to get a jar that stays, and the option that names it. */
    public String advice() {
        Path path = Path.of(jar);
        Path home = path.subpath(0, build());
        Path stays = (path.isAbsolute() ? path.getRoot().resolve(home) : home).resolve("target").resolve(path.getFileName());
        return "mvn -q package -DskipTests, then --program " + Shell.word(stays.toString());
    }

    /** A comment for a script whose jar will be gone; empty for one that stays. */
    String warning() {
        return isJarPassing() ? "# This jar is gone after the next build. One that stays: " + advice() + "\n" : "";
    }

    private int build() {
        Path path = Path.of(jar);
        for (int i = path.getNameCount() - 1; i > 0; i--) {
            if (path.getName(i).toString().equals(".build")) {
                return i;
            }
        }
        return -1;
    }

    /** The heap of a task, in megabytes. */
    int heapMegabytes(boolean merge) {
        return resources.memoryMegabytes() * (merge ? MERGE_HEAP_PERCENT : HEAP_PERCENT) / 100;
    }
}
