package firesale.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the model in MASON's own loop. */
@Command(name = "mason", description = "Run an experiment's model in MASON's own loop, with MASON's options.",
        footer = {"", "MASON's options: -seed S, -for N, -until T, -repeat R, -parallel P, -time T, -docheckpoint D, -checkpoint "
        + "FILE, -quiet.",
            "Example:  firesale mason experiments/baseline.yaml -seed 1 -for 60 -docheckpoint 30"})
final class MasonCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help message and exit.")
    private boolean help;

    @Parameters(index = "0", paramLabel = "FILE", description = "The experiment file; its model and seed are used, no recording.")
    private Path file;

    @Parameters(index = "1..*", paramLabel = "OPTION", description = "MASON's options.")
    private List<String> options = new ArrayList<>();

    @Override
    public Integer call() {
        MasonLoop.run(file, options, spec.commandLine().getOut());
        return ExitCode.FINE;
    }
}
