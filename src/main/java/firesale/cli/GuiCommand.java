package firesale.cli;

import firesale.experiment.ExperimentFile;
import firesale.gui.Gui;
import firesale.gui.Subject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Watches a run. */
@Command(name = "gui", mixinStandardHelpOptions = true, description = "Watch a run in MASON's console.")
final class GuiCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "The experiment file.")
    private Path file = Path.of("experiments", "baseline.yaml");

    @Override
    public Integer call() throws InterruptedException {
        ExperimentFile experiment = ExperimentFile.read(file);
        Gui.open(new Subject(experiment.name(), experiment.question(), experiment.points().get(0).parameters(),
                experiment.analysis().seed())).awaitClose();
        return ExitCode.FINE;
    }
}
