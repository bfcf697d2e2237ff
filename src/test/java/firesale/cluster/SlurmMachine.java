package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A real Slurm on this machine, see {@code src/test/slurm}. */
final class SlurmMachine {

    private static final Path SCRIPTS = Path.of("src/test/slurm").toAbsolutePath();
    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final Path logs;

    private SlurmMachine(Path folder, Path logs) {
        this.folder = folder;
        this.logs = logs;
    }

    /** Skips the test where there is no Slurm or no right to start one; fails instead if the test is required. */
    static void require() {
        String missing = missing();
        if (!missing.isEmpty() && Arrays.asList(System.getProperty("firesale.require", "").split(",")).contains("slurm")) {
            fail(missing);
        }
        assumeTrue(missing.isEmpty(), missing);
    }

    private static String missing() {
        for (String program : List.of("slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "munged", "unshare", "setsid")) {
            if (Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin").noneMatch(bin -> Files.isExecutable(Path.of(bin, program)))) {
                return "needs " + program + " (Debian: slurmctld slurmd slurm-client munge)";
            }
        }
        if (!System.getProperty("user.name").equals("root")) {
            return "needs root, to start nodes in namespaces of their own";
        }
        try {
            Process unshare = new ProcessBuilder("unshare", "--pid", "--fork", "--mount", "true").start();
            return unshare.waitFor() == 0 ? "" : "needs the right to make namespaces";
        } catch (IOException e) {
            return "needs unshare: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Starts a controller and nodes n1, n2, ... of one processor. */
    static SlurmMachine up(Path folder, int nodes) throws IOException, InterruptedException {
        // munge wants its socket to be within everybody's reach
        Files.setPosixFilePermissions(folder.toAbsolutePath().getParent(), PosixFilePermissions.fromString("rwx--x--x"));
        SlurmMachine machine = new SlurmMachine(folder.toAbsolutePath(), Files.createDirectories(folder.resolve("calls")));
        machine.script("up.sh", Integer.toString(nodes), Integer.toString(freePorts(nodes + 1)));
        return machine;
    }

    /** The first of some ports that nobody uses just now. */
    private static int freePorts(int count) throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int first = ThreadLocalRandom.current().nextInt(21_000, 31_000);
            int free = 0;
            while (free < count && isFree(first + free)) {
                free++;
            }
            if (free == count) {
                return first;
            }
        }
        throw new IOException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    Map<String, String> environment() {
        return Map.of("SLURM_CONF", folder.resolve("slurm.conf").toString());
    }

    private void script(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("bash", SCRIPTS.resolve(name).toString(), folder.toString()),
                Stream.of(arguments)).toList();
        Processes.start(logs, Map.of(), command).expect(0, START);
    }

    /** What a program of Slurm says; it must end well. */
    String call(String... command) throws IOException, InterruptedException {
        Processes.Started started = Processes.start(logs, environment(), List.of(command));
        started.expect(0, START);
        return Files.readString(started.out());
    }

    /** The same, but it may fail: the words are empty then. */
    String ask(String... command) {
        try {
            Processes.Started started = Processes.start(logs, environment(), List.of(command));
            started.process().waitFor();
            return started.process().exitValue() == 0 ? Files.readString(started.out()) : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private ProcessHandle process(Path pidFile) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip())).orElseThrow();
    }

    /** The daemon of a node and all that runs under it. */
    List<ProcessHandle> processes(String node) throws IOException {
        return process(folder.resolve("run/node." + node)).descendants().toList();
    }

    /** A node's power fails: all that runs there is gone. */
    void powerFailure(String node) throws IOException {
        ProcessHandle process = process(folder.resolve("run/node." + node));
        assertThat(process.destroyForcibly()).isTrue();
    }

    /** The operator notices at once. */
    void declareDown(String node) throws IOException, InterruptedException {
        call("scontrol", "update", "NodeName=" + node, "State=DOWN", "Reason=test");
    }

    /** A node comes back. */
    void startNode(String node) throws IOException, InterruptedException {
        script("node.sh", node);
        ask("scontrol", "update", "NodeName=" + node, "State=RESUME");
    }

    /** Whatever was drained may work again. */
    void resumeDrained() {
        for (String node : ask("sinfo", "-h", "-N", "-t", "drain,down,fail", "-o", "%N").split("\\s+")) {
            if (!node.isEmpty()) {
                ask("scontrol", "update", "NodeName=" + node, "State=RESUME");
            }
        }
    }

    void killController() throws IOException, InterruptedException {
        ProcessHandle controller = process(folder.resolve("run/slurmctld.pid"));
        assertThat(controller.destroyForcibly()).isTrue();
        Processes.await("end of the controller", Duration.ofSeconds(10), () -> !isAlive(controller.pid()));
    }

    void startController() throws IOException, InterruptedException {
        script("controller.sh");
    }

    /** Whether a process runs or sleeps; one that waits to be buried does not. */
    static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
    }

    /** The end of what the daemons wrote, for messages. */
    String log() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                text.append(file.getFileName()).append('\n').append(String.join("\n", lines.subList(Math.max(0, lines.size() - 15),
                        lines.size())))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Ends all that was started. */
    void down() throws IOException, InterruptedException {
        script("down.sh");
    }
}
