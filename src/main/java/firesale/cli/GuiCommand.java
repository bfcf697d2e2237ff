package firesale.cli;

import firesale.experiment.ExperimentFile;
import firesale.experiment.PlannedRuns;
import firesale.experiment.Point;
import firesale.experiment.StoredRuns;
import firesale.gui.FireSaleConsole;
import firesale.gui.Gui;
import firesale.gui.Subject;
import firesale.kernel.parameters.InputException;
import firesale.model.Checkpoint;
import firesale.model.Scenario;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Watches a run. */
@Command(name = "gui", mixinStandardHelpOptions = true,
        description = "Watch a run in MASON's console: the market week by week, who owes whom, each week's sale, and charts.",
        footer = {"", "Without FILE it opens a run with many defaults: replication 9 of experiments/systemic-squeeze.yaml.", "",
            "Examples:  firesale gui --play", "           firesale gui experiments/baseline.yaml",
            "           firesale gui --runs results/baseline/runs.csv --run 37"})
final class GuiCommand implements Callable<Integer> {

    /** What is opened when no file is named: a run that has something to show. Its file says how usual it is. */
    private static final String SHOWN = "systemic-squeeze";
    private static final int REPLICATION_SHOWN = 9;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "The experiment file.")
    private Path file;

    @Option(names = "--point", paramLabel = "ID",
            description = "Which point of the experiment, by name or number; by default the first.")
    private String point;

    @Option(names = "--replication", paramLabel = "R", description = "Which replication, from 0; by default 0 of a FILE.")
    private Integer replication;

    @Option(names = "--set", paramLabel = "KEY=VALUE",
            description = "Set a model parameter, over the file and its variants; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--model-seed", paramLabel = "S",
            description = "The model's seed, as in the column seed of runs.csv, in place of a replication's.")
    private Long modelSeed;

    @Option(names = "--runs", paramLabel = "PATH",
            description = "Replay a run of this runs.csv, or of the result folder that holds it, and compare it with its row.")
    private Path runs;

    @Option(names = "--run", paramLabel = "N", description = "With --runs: the number of the run, from 0.")
    private Long run;

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "Go on with a run that was saved.")
    private Path checkpoint;

    @Option(names = "--play", description = "Begin to play at once.")
    private boolean plays;

    @Override
    public Integer call() throws InterruptedException {
        requireOneSource();
        List<String> warnings = new ArrayList<>();
        Subject subject = runs != null ? stored(warnings) : experiment();
        // files that the parameters name are read here, before any window is there
        Scenario.of(subject.parameters());
        if (checkpoint != null) {
            Checkpoint.read(checkpoint);
        }
        if (!Gui.hasDisplay()) {
            throw new InputException("firesale gui needs a display, and there is none here; use firesale run FILE "
                    + "for the numbers and firesale report DIR for a page with charts, "
                    + "or come with ssh -X, or start Xvfb and set DISPLAY");
        }
        FireSaleConsole console = Gui.open(subject);
        EventQueue.invokeLater(() -> begin(console, warnings));
        console.awaitClose();
        return ExitCode.FINE;
    }

    private void begin(FireSaleConsole console, List<String> warnings) {
        if (checkpoint != null) {
            console.openCheckpoint(checkpoint);
        }
        if (plays) {
            // a checkpoint is paused, and goes on
            if (checkpoint == null) {
                console.pressPlay();
            } else {
                console.pressPause();
            }
        }
        if (!warnings.isEmpty()) {
            console.warn(String.join(" ", warnings));
        }
    }

    private void requireOneSource() {
        boolean ofExperiment = file != null || point != null || replication != null || modelSeed != null || !settings.isEmpty();
        if (runs != null && (ofExperiment || checkpoint != null)) {
            throw new InputException("--runs: a stored run has its own experiment, point and seed; give no FILE, "
                    + "--point, --replication, --set, --model-seed or --checkpoint with it");
        }
        if (checkpoint != null && ofExperiment) {
            throw new InputException("--checkpoint: a saved run has its own parameters and seed; give no FILE, "
                    + "--point, --replication, --set or --model-seed with it");
        }
        if (runs != null && run == null) {
            throw new InputException("--runs " + runs + ": needs --run N, the number of the run");
        }
        if (run != null && runs == null) {
            throw new InputException("--run " + run + ": needs --runs PATH, a runs.csv or a result folder");
        }
        if (replication != null && replication < 0) {
            throw new InputException("--replication: expected a whole number of at least 0, but found " + replication);
        }
        if (replication != null && modelSeed != null) {
            throw new InputException("--model-seed: takes the place of a replication's seed; give no --replication with it");
        }
    }

    private Subject stored(List<String> warnings) {
        StoredRuns stored = StoredRuns.open(runs);
        warnings.addAll(stored.warnings());
        return Subject.of(stored.run(run));
    }

    private Subject experiment() {
        ExperimentFile experiment = file == null ? ExperimentFile.shipped(SHOWN) : ExperimentFile.read(file);
        PlannedRuns planned = new PlannedRuns(settings.isEmpty() ? experiment : experiment.withSettings(settings));
        Point chosen = point == null ? planned.points().get(0) : planned.point(point);
        if (modelSeed == null) {
            int usual = file == null ? REPLICATION_SHOWN : 0;
            return Subject.of(planned, chosen, replication == null ? usual : replication);
        }
        return new Subject(experiment.name() + (planned.points().size() > 1 ? ", " + chosen.id() : "") + ", seed " + modelSeed,
                experiment.question(), chosen.parameters(), modelSeed);
    }
}
