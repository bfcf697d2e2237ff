package firesale.gui;

import firesale.experiment.ExperimentFile;
import firesale.experiment.PlannedRuns;
import firesale.experiment.SavedExperiment;
import firesale.experiment.StoredRuns;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JMenu;

/** What is opened and saved. */
final class FileMenu {

    private static final String EXPERIMENTS = "Experiments (*.yaml)";
    private static final String CHECKPOINTS = "Checkpoints (*.checkpoint)";

    private final FireSaleConsole console;
    private final FireSaleWithUI simulation;
    private final Dialogs dialogs;

    FileMenu(FireSaleConsole console, FireSaleWithUI simulation, Dialogs dialogs) {
        this.console = console;
        this.simulation = simulation;
        this.dialogs = dialogs;
    }

    JMenu menu() {
        JMenu menu = Items.menu("File", 'F');
        menu.add(Items.item("Open experiment...", "open-experiment", 'O', this::openExperiment));
        menu.add(Items.item("Replay a run...", "replay", 'R', this::replay));
        menu.add(Items.item("Save experiment as...", "save-experiment", 'S', this::saveExperiment));
        menu.addSeparator();
        menu.add(Items.item("Open checkpoint...", "open-checkpoint", this::openCheckpoint));
        menu.add(Items.item("Save checkpoint...", "save-checkpoint", this::saveCheckpoint));
        menu.addSeparator();
        menu.add(Items.item("Quit", "quit", 'Q', console::doClose));
        return menu;
    }

    private void openExperiment() {
        String title = "Open experiment";
        dialogs.open(title, EXPERIMENTS, "yaml", "yml").ifPresent(file -> dialogs.attempt(title, () -> {
            PlannedRuns runs = new PlannedRuns(ExperimentFile.read(file));
            RunChoice choice = RunChoice.ofPoints(runs);
            if (runs.points().size() == 1 || dialogs.ask("Which run of " + runs.experiment().name(), "choose-point", choice)) {
                console.watch(Subject.of(runs, choice.point(), choice.replication()));
                console.say("Opened " + file.getFileName() + ". Play begins the run.");
            }
        }));
    }

    private void replay() {
        String title = "Replay a run";
        dialogs.openFileOrFolder(title, "Tables of runs (runs.csv), or their folder", "csv").ifPresent(path ->
                dialogs.attempt(title, () -> {
            StoredRuns runs = StoredRuns.open(path);
            RunChoice choice = RunChoice.ofRuns(runs.plan(), runs.last());
            if (dialogs.ask("Which run of " + runs.file(), "choose-run", choice)) {
                replay(runs, choice.run());
            }
        }));
    }

    private void replay(StoredRuns runs, long number) {
        console.watch(Subject.of(runs.run(number)));
        if (runs.warnings().isEmpty()) {
            console.say("Opened run " + number + " of " + runs.file().getFileName() + ". Play begins it.");
        } else {
            console.warn(String.join(" ", runs.warnings()));
        }
    }

    private void saveExperiment() {
        String title = "Save experiment";
        dialogs.save(title, "experiment.yaml", EXPERIMENTS, "yaml", "yml").ifPresent(file -> dialogs.attempt(title, () -> {
            Subject subject = simulation.subject();
            new SavedExperiment(SavedExperiment.nameFor(file), subject.question(), subject.parameters(), subject.seed())
                    .write(file);
            console.say("Saved. The run that is watched is run 0 of: firesale run " + file);
        }));
    }

    void openCheckpoint() {
        String title = "Open checkpoint";
        dialogs.open(title, CHECKPOINTS, "checkpoint").ifPresent(file -> dialogs.attempt(title, () -> {
            console.openCheckpoint(file);
            console.say("Opened " + file.getFileName() + ", paused where it was saved.");
        }));
    }

    void saveCheckpoint() {
        String title = "Save checkpoint";
        if (!simulation.isUnderWay()) {
            dialogs.error(title, "No run is under way: press Play or Pause first.");
            return;
        }
        Optional<Path> chosen = dialogs.save(title, "run.checkpoint", CHECKPOINTS, "checkpoint");
        chosen.ifPresent(file -> dialogs.attempt(title, () -> {
            simulation.save(file);
            console.say("Saved week " + simulation.run().week() + " in " + file.getFileName() + ".");
        }));
    }
}
