package firesale.gui;

import firesale.experiment.store.DurableFiles;
import firesale.gui.auction.AuctionView;
import firesale.gui.charts.ChartWindows;
import firesale.gui.map.MarketMap;
import firesale.gui.network.DebtNetwork;
import firesale.gui.view.Stage;
import firesale.gui.view.View;
import firesale.model.Checkpoint;
import firesale.model.FireSale;
import firesale.model.ModelParameters;
import firesale.model.Scenario;
import firesale.model.Watch;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import sim.display.Controller;
import sim.display.GUIState;
import sim.engine.SimState;

/**
 * The model with windows. Each play of the console makes a fresh run of the {@link Subject}. A parameter that is changed while a run
 * is under way takes effect from the run's first week: the run is computed again, with the same seed, up to the week that is
 * shown, which takes milliseconds. So every run that is seen is one that the command line gives as well.
 */
public final class FireSaleWithUI extends GUIState implements Stage {

    private final List<View> views = new ArrayList<>();
    /** Held while a week is stepped, and while another run takes the place of the last. */
    private final Object stepping = new Object();
    private Subject subject;
    private volatile FireSale run;
    private boolean isUnderWay;
    private boolean hasFailed;
    /** What the console asked for as seed when it last started a run; it keeps 32 bits only. */
    private long seedOfConsole;
    /** What is told when a run is over, or failed. */
    private Reports reports = Reports.NOBODY;
    /** A run that was saved, with which the next start goes on; null if there is none. */
    private FireSale saved;

    /** @param subject what is watched first */
    public FireSaleWithUI(Subject subject) {
        super(FireSale.watched(Scenario.of(subject.parameters()), subject.seed()));
        this.subject = subject;
        this.run = (FireSale) state;
        this.seedOfConsole = (int) subject.seed();
    }

    /** The name that MASON shows. */
    public static String getName() {
        return "Firesale";
    }

    /** What MASON's console says of the program: an HTML page. */
    public static Object getInfo() {
        return FireSaleWithUI.class.getResource("about.html");
    }

    @Override
    public GUIState gui() {
        return this;
    }

    @Override
    public FireSale run() {
        return run;
    }

    /** What is watched. */
    public Subject subject() {
        return subject;
    }

    /** Who is told from now on what becomes of runs. */
    void reportTo(Reports other) {
        reports = other;
    }

    /** All windows but the console. */
    public List<View> views() {
        return Collections.unmodifiableList(views);
    }

    /** Whether a run has begun and was not stopped; it may be over. */
    public boolean isUnderWay() {
        return isUnderWay;
    }

    @Override
    public void init(Controller ofWindows) {
        super.init(ofWindows);
        views.add(new MarketMap(this));
        views.add(new DebtNetwork(this));
        views.add(new AuctionView(this));
        views.addAll(ChartWindows.of(this));
        for (View view : views) {
            ofWindows.registerFrame(view.frame());
        }
    }

    /** Begins a run of the subject; called by MASON after it has asked for a seed. */
    @Override
    public void start() {
        hasFailed = false;
        if (saved != null) {
            goOn();
            return;
        }
        if (state.seed() != seedOfConsole) {
            seedOfConsole = state.seed();
            subject = subject.with(seedOfConsole);
        }
        take(FireSale.watched(Scenario.of(subject.parameters(), run.scenario()), subject.seed()));
        super.start();
        isUnderWay = true;
        scheduleRepeatingImmediatelyAfter(this::weekIsOver);
        reports.begun();
    }

    private void goOn() {
        load(saved);
        run = saved;
        saved = null;
        isUnderWay = true;
        if (!isOver()) {
            scheduleRepeatingImmediatelyAfter(this::weekIsOver);
        }
        showAll();
        reports.begun();
    }

    private void take(FireSale other) {
        run = other;
        state = other;
    }

    private void weekIsOver(SimState stepped) {
        showAll();
        reports.weekIsOver(run);
    }

    private void showAll() {
        for (View view : views) {
            view.show(run);
        }
    }

    @Override
    public void finish() {
        boolean ends = isUnderWay;
        isUnderWay = false;
        try {
            super.finish();
        } catch (RuntimeException e) {
            if (!hasFailed) {
                throw e;
            }
            // what was said already: a run that has failed in a week may not be fit for an end
            resetQueues();
        }
        if (ends && !hasFailed) {
            reports.ended(run, subject, isOver());
        }
    }

    /** Whether the run went all the way. */
    private boolean isOver() {
        return run.schedule.scheduleComplete();
    }

    /**
     * Changes parameters. A run under way is computed again up to the week that is shown; then play goes on as before.
     *
     * @throws firesale.kernel.parameters.InputException if a file that they name makes no sense; nothing has changed then
     */
    public Applied apply(ModelParameters parameters) {
        Scenario scenario = Scenario.of(parameters, run.scenario());
        subject = subject.with(parameters);
        if (!isUnderWay) {
            return new Applied(0, OptionalInt.empty());
        }
        synchronized (stepping) {
            FireSale before = run;
            int weeks = (int) before.schedule.getSteps();
            take(computed(scenario, subject.seed(), weeks));
            showAll();
            reports.changed();
            return new Applied(weeks, firstChange(before.watch(), run.watch()));
        }
    }

    /** Simulates a week; a model that fails ends the run and not the program. */
    @Override
    public boolean step() {
        synchronized (stepping) {
            try {
                return super.step();
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                hasFailed = true;
                reports.failed(run, e);
                return false;
            }
        }
    }

    /** A watched run up to a number of weeks, or to its end if that comes first. */
    private static FireSale computed(Scenario scenario, long seed, long weeks) {
        FireSale run = FireSale.watched(scenario, seed);
        run.start();
        while (run.schedule.getSteps() < weeks && run.schedule.step(run)) {
            continue;
        }
        return run;
    }

    /** The first week in which what was written down differs. */
    private static OptionalInt firstChange(Watch before, Watch after) {
        int first = Integer.MAX_VALUE;
        for (int week = 0; week < Math.max(before.weeks().size(), after.weeks().size()); week++) {
            if (week >= before.weeks().size() || week >= after.weeks().size()
                    || !before.weeks().get(week).equals(after.weeks().get(week))) {
                first = week;
                break;
            }
        }
        for (int i = 0; i < Math.max(before.events().size(), after.events().size()); i++) {
            if (i >= before.events().size()) {
                first = Math.min(first, after.events().get(i).week());
            } else if (i >= after.events().size() || !before.events().get(i).equals(after.events().get(i))) {
                first = Math.min(first, before.events().get(i).week());
            } else {
                continue;
            }
            break;
        }
        return first == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(first);
    }

    /**
     * Watches another run: its first week is shown, and it begins at the next play. Play must have been stopped before.
     *
     * @throws firesale.kernel.parameters.InputException if a file that its parameters name makes no sense; nothing has changed
     * then
     */
    public void watch(Subject other) {
        FireSale first = computed(Scenario.of(other.parameters(), run.scenario()), other.seed(), 1);
        saved = null;
        subject = other;
        seedOfConsole = (int) other.seed();
        take(first);
        showAll();
    }

    /**
     * Watches a run that was saved: the next start goes on with it. Play must have been stopped before.
     *
     * @throws firesale.kernel.parameters.InputException if the file is no checkpoint, or damaged; nothing has changed then
     */
    public void open(Path checkpoint) {
        hold(checkpoint, restored(checkpoint));
    }

    private static FireSale restored(Path checkpoint) {
        FireSale read = Checkpoint.read(checkpoint);
        return computed(read.scenario(), read.modelSeed(), read.schedule.getSteps());
    }

    private void hold(Path checkpoint, FireSale again) {
        subject = new Subject(checkpoint.getFileName().toString(), subject.question(), again.parameters(), again.modelSeed());
        seedOfConsole = (int) again.modelSeed();
        saved = again;
        take(again);
    }

    /**
     * Saves the run as it stands between two weeks, in place of a file that is there.
     *
     * @throws IOException if the file cannot be written; one that was there before is still there then
     */
    public void save(Path checkpoint) throws IOException {
        Path aside = DurableFiles.aside(checkpoint);
        try {
            synchronized (stepping) {
                try (OutputStream out = Files.newOutputStream(aside)) {
                    run.writeToCheckpoint(out);
                }
            }
            Files.move(aside, checkpoint, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Goes on with a run that was saved; MASON calls it with a file that somebody chose. */
    @Override
    public boolean readNewStateFromCheckpoint(File file) {
        FireSale again = restored(file.toPath());
        finish();
        hold(file.toPath(), again);
        goOn();
        return true;
    }

    @Override
    public void quit() {
        for (View view : views) {
            view.quit();
            view.frame().dispose();
        }
        super.quit();
    }
}
