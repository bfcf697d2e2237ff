package firesale.cli;

import java.io.OutputStream;
import java.io.PrintWriter;

/**
 * Runs the commands that should start quickly, to no output. The launcher records the classes that this loads in an archive,
 * from which later starts take them.
 */
final class Rehearsal {

    private Rehearsal() {
    }

    /** Runs the commands. */
    public static void main(String[] arguments) {
        PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream());
        Main.run(nowhere, nowhere, "--help");
        Main.run(nowhere, nowhere, "--version");
        Main.run(nowhere, nowhere, "run", "--help");
        Main.run(nowhere, nowhere, "describe", "parameters");
        Main.run(nowhere, nowhere, "describe", "schema");
        Main.run(nowhere, nowhere, "no-such-command");
        Main.run(nowhere, nowhere, "run", "no-such-file.yaml");
    }
}
