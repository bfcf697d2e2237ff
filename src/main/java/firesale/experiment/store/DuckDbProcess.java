package firesale.experiment.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The database in a process of its own, because its library unpacks itself into the process' temporary folder, which can be
 * chosen only when a process starts.
 */
final class DuckDbProcess {

    private DuckDbProcess() {
    }

    /** A process that runs a program of this package with its temporary files in the given folder. */
    static ProcessBuilder builder(Class<?> program, Path scratch, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx64m",
                "-Djava.io.tmpdir=" + scratch.toAbsolutePath(),
                "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Writes the process' whole standard input, a statement a line. */
    static void feed(Process database, List<String> script) {
        try (OutputStream in = database.getOutputStream()) {
            write(in, script);
        } catch (IOException e) {
            // it ended before it had read everything: its exit code and its words say more than the broken pipe
            return;
        }
    }

    /** Writes a script for {@link DuckDbScript} and keeps its input open: its end is how it learns that this process is gone. */
    static void feedAndStay(Process database, List<String> script) {
        List<String> lines = new ArrayList<>(script);
        lines.add(DuckDbScript.END);
        try {
            write(database.getOutputStream(), lines);
        } catch (IOException e) {
            // as above
            return;
        }
    }

    private static void write(OutputStream in, List<String> lines) throws IOException {
        in.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }
}
