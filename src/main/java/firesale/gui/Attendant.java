package firesale.gui;

import firesale.experiment.RowComparison;
import firesale.gui.view.View;
import firesale.model.FireSale;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Attends a run: pauses it where it was asked to, exports its weeks, and compares its end with a stored row. */
final class Attendant implements Reports {

    private static final int NO_WEEK = -1;

    private final FireSaleConsole console;
    private final FireSaleWithUI simulation;
    private volatile PauseRule pause;
    private volatile FrameExport export;
    private volatile int lastWeek = NO_WEEK;
    private volatile boolean lingers = true;
    private volatile int worthMillis;

    Attendant(FireSaleConsole console, FireSaleWithUI simulation) {
        this.console = console;
        this.simulation = simulation;
    }

    /** Pauses play once, as the rule says; it takes the place of another one. */
    void pauseAt(PauseRule rule) {
        pause = rule;
    }

    /** Exports each week from now on, this one included. On the event thread. */
    void export(Path folder, List<View> views) {
        endExport();
        export = new FrameExport(folder, views, reason -> EventQueue.invokeLater(() -> exportFailed(reason)));
        if (simulation.isUnderWay() && simulation.run().schedule.getSteps() > 0) {
            export.take(simulation.run().week());
        }
    }

    private void exportFailed(String reason) {
        export = null;
        console.warn("The export of frames has stopped: " + reason);
        console.dialogs().error("Export of frames", "The export of frames has stopped:\n" + reason
                + "\nMake room or choose another folder, and begin again.");
    }

    /** Exports no more; returns when all is written. */
    void endExport() {
        FrameExport ended = export;
        export = null;
        if (ended != null) {
            ended.close();
            console.say("Frames of " + ended.weeks() + " weeks are in " + ended.folder() + ".");
        }
    }

    /** Whether play stays longer on weeks in which something happens. */
    boolean lingers() {
        return lingers;
    }

    void linger(boolean ifSomethingHappens) {
        lingers = ifSomethingHappens;
        worthMillis = 0;
    }

    /** How long play should stay on the week that is shown, milliseconds; 0 if it need not. */
    int worthMillis() {
        return worthMillis;
    }

    boolean isExporting() {
        return export != null;
    }

    @Override
    public void begun() {
        lastWeek = NO_WEEK;
        console.showTitle();
        console.say(simulation.subject().stored().map(row -> "Replaying run " + row.number() + " of " + row.file().getFileName()
                + "; at its end all measures are compared.").orElse(simulation.subject().question()));
    }

    @Override
    public void changed() {
        console.showTitle();
    }

    @Override
    public void weekIsOver(FireSale run) {
        if (run.week() == lastWeek) {
            // MASON's last step finds that there is nothing more to do
            return;
        }
        lastWeek = run.week();
        worthMillis = lingers ? Tempo.millis(run) : 0;
        FrameExport frames = export;
        if (frames != null) {
            frames.take(run.week());
            console.say("Exporting frames to " + frames.folder() + ": week " + run.week() + ", " + frames.weeks()
                    + " weeks written.");
        }
        PauseRule rule = pause;
        Optional<String> reason = rule == null ? Optional.empty() : rule.hit(run);
        if (reason.isPresent()) {
            pause = null;
            console.say(reason.get());
            // MASON lets the event thread do what waits for it before it plays on
            EventQueue.invokeLater(() -> {
                if (console.getPlayState() == FireSaleConsole.PS_PLAYING) {
                    console.pressPause();
                }
            });
        }
    }

    @Override
    public void ended(FireSale run, Subject subject, boolean isOver) {
        if (isOver && subject.stored().isPresent()) {
            RowComparison comparison = RowComparison.of(subject.stored().get(), run.outcome());
            if (comparison.isEqual()) {
                console.say(comparison.text());
            } else {
                console.warn(comparison.text());
            }
        } else if (isOver && !isExporting()) {
            console.say("The run is over after week " + run.week() + ". Play begins it anew.");
        }
    }

    @Override
    public void failed(FireSale run, Throwable failure) {
        String what = "The run has failed in week " + run.week() + " and was stopped: " + Failures.sentence(failure);
        console.warn(what);
        EventQueue.invokeLater(() -> console.dialogs().failure("The run has failed", what
                + "\nSave it with File > Save experiment as... and run the file with firesale run: "
                + "its row will have the same reason."
                + "\nOther parameters or another seed may run.", failure));
    }

    /** Frames of two runs in one folder would be taken for those of one. */
    @Override
    public void isAnother() {
        if (isExporting()) {
            EventQueue.invokeLater(() -> {
                endExport();
                console.warn("The export of frames has ended: the weeks so far are those of another run now. Begin again in another "
                        + "folder.");
            });
        }
    }

    /** Shown as whatever else fails in a window, and once. */
    @Override
    public void viewFailed(RuntimeException failure) {
        Thread.getDefaultUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), failure);
    }
}
