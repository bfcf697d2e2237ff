package firesale.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Kubernetes manifest: an Indexed Job whose indices are shares, or the job that merges. */
public final class KubernetesJob {

    private static final int LONGEST_NAME = 50;
    private static final int TRIES_OF_AN_INDEX = 3;
    private static final int TRIES_OF_THE_MERGE = 3;
    private static final int SOME_RUNS_FAILED = 3;

    private final ShareScript script;
    private final String image;
    private final String claim;
    private final String mount;
    private final int parallelism;

    /**
     * @param image       the container image that holds java and the program
     * @param claim       the persistent volume claim with the experiment and the results; many pods write there
     * @param mount       where it is mounted; relative paths are taken from there
     * @param parallelism how many pods at a time
     */
    public KubernetesJob(ShareScript script, String image, String claim, String mount, int parallelism) {
        this.script = script;
        this.image = image;
        this.claim = claim;
        this.mount = mount;
        this.parallelism = parallelism;
    }

    /** The Indexed Job. */
    public String array() {
        List<String> arguments = new ArrayList<>(List.of("run", script.file().toString()));
        arguments.addAll(script.options());
        arguments.addAll(List.of("--out", script.results().toString(), "--shard", "auto/" + script.tasks()));
        return head("")
                + "  completionMode: Indexed\n"
                + "  completions: " + script.tasks() + "\n"
                + "  parallelism: " + Math.min(parallelism, script.tasks()) + "\n"
                + "  # a pod that dies is tried again, each index by itself\n"
                + "  backoffLimitPerIndex: " + TRIES_OF_AN_INDEX + "\n"
                + "  podFailurePolicy:\n"
                + "    rules:\n"
                + "      # a node that was drained or lost is nobody's fault\n"
                + "      - action: Ignore\n"
                + "        onPodConditions:\n"
                + "          - type: DisruptionTarget\n"
                + "            status: \"True\"\n"
                + "      # runs that failed are rows of complete results: trying again would change nothing\n"
                + "      - action: FailIndex\n"
                + "        onExitCodes:\n"
                + "          containerName: firesale\n"
                + "          operator: In\n"
                + "          values: [" + SOME_RUNS_FAILED + "]\n"
                + pod(false, arguments);
    }

    /** A job that merges, for the case that the last share could not. */
    public String merge() {
        return head("-merge")
                + "  backoffLimit: " + TRIES_OF_THE_MERGE + "\n"
                + pod(true, List.of("merge", script.results().toString()));
    }

    private String head(String suffix) {
        return script.warning() + "apiVersion: batch/v1\n"
                + "kind: Job\n"
                + "metadata:\n"
                + "  name: " + name() + suffix + "\n"
                + "  labels:\n"
                + "    app.kubernetes.io/name: firesale\n"
                + "spec:\n";
    }

    /** Names of pods are those of their jobs with a suffix, and may not be longer than 63 letters. */
    private String name() {
        String name = ("firesale-" + script.name()).toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("-+$", "");
    }

    private String pod(boolean merge, List<String> arguments) {
        Resources resources = script.resources();
        List<String> command = new ArrayList<>(List.of("java", "-XX:-UsePerfData", "-XX:+UseSerialGC",
                "-Xmx" + script.heapMegabytes(merge) + "m", "-XX:ActiveProcessorCount=" + resources.cpus(), "-jar", script.jar()));
        command.addAll(arguments);
        StringBuilder words = new StringBuilder();
        command.forEach(word -> words.append("            - ").append(quote(word)).append('\n'));
        return "  template:\n"
                + "    spec:\n"
                + "      restartPolicy: Never\n"
                + "      containers:\n"
                + "        - name: firesale\n"
                + "          image: " + quote(image) + "\n"
                + "          workingDir: " + quote(mount) + "\n"
                + "          command:\n" + words
                + "          env:\n"
                + "            - name: MALLOC_ARENA_MAX\n"
                + "              value: \"2\"\n"
                + "          resources:\n"
                + "            requests:\n"
                + "              cpu: \"" + resources.cpus() + "\"\n"
                + "              memory: " + resources.memoryMegabytes() + "Mi\n"
                + "            limits:\n"
                + "              memory: " + resources.memoryMegabytes() + "Mi\n"
                + "          volumeMounts:\n"
                + "            - name: work\n"
                + "              mountPath: " + quote(mount) + "\n"
                + "      volumes:\n"
                + "        - name: work\n"
                + "          persistentVolumeClaim:\n"
                + "            claimName: " + quote(claim) + "\n";
    }

    /** YAML's single quotes: only they themselves need care. */
    private static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
