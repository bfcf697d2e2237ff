package firesale.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the commands that should start quickly, and one small experiment, to no output. The launcher records the classes that
 * this loads in an archive, from which later starts take them.
 */
final class Rehearsal {

    private static final String EXPERIMENT = """
            schemaVersion: 1
            name: rehearsal
            question: Does it start quickly?
            model:
              time: {weeks: 60, runOffWeeks: 20}
            analysis: {kind: run, replications: 4, record: [sales, auctions, schedules, weeks, events]}
            """;
    private static final String BIDS = "bidder,price,quantity\nA,12.50,3\nB,10,2\nB,9,2\n";

    private Rehearsal() {
    }

    /** Runs the commands. */
    public static void main(String[] arguments) throws IOException {
        PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream());
        Main.run(nowhere, nowhere, "--help");
        Main.run(nowhere, nowhere, "--version");
        Main.run(nowhere, nowhere, "run", "--help");
        Main.run(nowhere, nowhere, "describe", "parameters");
        Main.run(nowhere, nowhere, "describe", "schema");
        Main.run(nowhere, nowhere, "no-such-command");
        Main.run(nowhere, nowhere, "run", "no-such-file.yaml");
        Path folder = Files.createTempDirectory("firesale-rehearsal");
        try {
            Path file = Files.writeString(folder.resolve("rehearsal.yaml"), EXPERIMENT);
            Path bids = Files.writeString(folder.resolve("bids.csv"), BIDS);
            Main.run(nowhere, nowhere, "clear", bids.toString(), "--format", "uniform-price", "--units", "3");
            Main.run(nowhere, nowhere, "clear", bids.toString(), "--format", "english", "--units", "3", "--output", "json");
            Main.run(nowhere, nowhere, "run", file.toString(), "--out", folder.resolve("out").toString());
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
