package firesale.gui;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
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
    /** Held as long as the windows stand: a logger that nobody holds forgets that it is to be silent. */
    private final Logger preferences = Logger.getLogger("java.util.prefs");
    private Subject subject;
    /** Its schedule is held while a week is stepped, and while another run takes its place. */
    private volatile FireSale run;
    private boolean isUnderWay;
    /** What the console asked for as seed when it last started a run; it keeps 32 bits only. */
    private long seedOfConsole;

    /** @param subject what is watched first */
    public FireSaleWithUI(Subject subject) {
        super(FireSale.watched(Scenario.of(subject.parameters()), subject.seed()));
        this.subject = subject;
        this.run = (FireSale) state;
        this.seedOfConsole = (int) subject.seed();
        // MASON keeps options in the user's preferences; that their folder is made, or cannot be, is nothing for standard error
        preferences.setLevel(Level.OFF);
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
        if (state.seed() != seedOfConsole) {
            seedOfConsole = state.seed();
            subject = subject.with(seedOfConsole);
        }
        take(FireSale.watched(Scenario.of(subject.parameters(), run.scenario()), subject.seed()));
        super.start();
        isUnderWay = true;
        scheduleRepeatingImmediatelyAfter(this::weekIsOver);
    }

    private void take(FireSale other) {
        state = other;
        run = other;
    }

    private void weekIsOver(SimState stepped) {
        showAll();
    }

    private void showAll() {
        for (View view : views) {
            view.show(run);
        }
    }

    @Override
    public void finish() {
        super.finish();
        isUnderWay = false;
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
        FireSale before = run;
        synchronized (before.schedule) {
            int weeks = (int) before.schedule.getSteps();
            take(computed(scenario, subject.seed(), weeks));
            showAll();
            return new Applied(weeks, firstChange(before.watch(), run.watch()));
        }
    }

    @Override
    public boolean step() {
        while (true) {
            FireSale stepped = run;
            synchronized (stepped.schedule) {
                // while this waited, another run may have taken its place
                if (stepped == run) {
                    return super.step();
                }
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

    /** Watches another run from now on: from its start at the next play. */
    public void watch(Subject other) {
        become(other);
        take(FireSale.watched(Scenario.of(other.parameters(), run.scenario()), other.seed()));
    }

    private void become(Subject other) {
        subject = other;
        seedOfConsole = (int) other.seed();
        // else the console would ask for the seed of the run before
        if (controller instanceof FireSaleConsole console) {
            console.showSeed(other.seed());
        }
    }

    /** Goes on with a run that was saved; MASON calls it with a file that somebody chose. */
    @Override
    public boolean readNewStateFromCheckpoint(File file) {
        FireSale saved = Checkpoint.read(file.toPath());
        FireSale watched = computed(saved.scenario(), saved.modelSeed(), saved.schedule.getSteps());
        synchronized (run.schedule) {
            finish();
            become(new Subject(file.getName(), subject.question(), saved.parameters(), saved.modelSeed()));
            load(watched);
            run = watched;
            isUnderWay = true;
            scheduleRepeatingImmediatelyAfter(this::weekIsOver);
            showAll();
        }
        return true;
    }

    @Override
    public void quit() {
        views.forEach(View::quit);
        super.quit();
    }
}
