package firesale.gui;

import firesale.experiment.store.DurableFiles;
import firesale.gui.auction.AuctionView;
import firesale.gui.charts.ChartWindows;
import firesale.gui.map.MarketMap;
import firesale.gui.network.DebtNetwork;
import firesale.gui.parameters.Adjustable;
import firesale.gui.parameters.ModelInspector;
import firesale.gui.parameters.ParameterProperties;
import firesale.gui.parameters.Setup;
import firesale.gui.view.Stage;
import firesale.gui.view.View;
import firesale.kernel.parameters.InputException;
import firesale.model.Checkpoint;
import firesale.model.FireSale;
import firesale.model.ModelParameters;
import firesale.model.Scenario;
import java.awt.EventQueue;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import sim.display.Controller;
import sim.display.GUIState;
import sim.engine.SimState;
import sim.util.Properties;

/**
 * The model with windows. Each play of the console makes a fresh run of the {@link Subject}. A parameter that is changed while a
 * run is under way takes effect from the run's first week: the run is computed again, with the same seed, up to the week that is
 * shown, which takes milliseconds. So every run that is seen is one that the command line gives as well.
 */
public final class FireSaleWithUI extends GUIState implements Stage {

    private final List<View> views = new ArrayList<>();
    /** Held while a week is stepped, and while another run takes the place of the last. */
    private final Object stepping = new Object();
    /** Held while a change is carried out, so that one comes after the other. */
    private final Object changing = new Object();
    private final List<LongConsumer> seedListeners = new ArrayList<>();
    private final Adjustable adjustable = adjustable();
    private volatile Subject subject;
    /** The subject as it was loaded, to which changes can be undone. */
    private volatile Subject loaded;
    private volatile Setup given;
    private volatile FireSale run;
    private volatile boolean isUnderWay;
    /** What the console asked for as seed when it last started a run; it keeps 32 bits only. */
    private long seedOfConsole;
    private ModelInspector inspector;
    private boolean hasFailed;
    /** What is told what becomes of runs. */
    private Reports reports = Reports.NOBODY;
    /** A run that was saved, with which the next start goes on; null if there is none. */
    private FireSale saved;

    /** @param subject what is watched first */
    public FireSaleWithUI(Subject subject) {
        super(FireSale.watched(Scenario.of(subject.parameters()), subject.seed()));
        this.subject = subject;
        this.loaded = subject;
        this.given = new Setup(subject.parameters(), subject.seed());
        this.run = (FireSale) state;
        this.seedOfConsole = (int) subject.seed();
    }

    /** The name that MASON shows. */
    public static String getName() {
        return "Firesale";
    }

    /** What MASON's console says of the program: an HTML page. */
    public static Object getInfo() {
        // as text: a page is loaded on another thread, which is not one that may touch a window
        try (InputStream page = FireSaleWithUI.class.getResourceAsStream("about.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The parameters as MASON's tools take them. */
    @Override
    public Properties getSimulationProperties() {
        return new ParameterProperties(adjustable);
    }

    /** One for the life of the windows; MASON asks for it again after it has loaded a checkpoint. */
    @Override
    public ModelInspector getInspector() {
        if (inspector == null) {
            inspector = new ModelInspector(adjustable);
        }
        return inspector;
    }

    /** Begins a run of the subject, or goes on with a saved one; called by MASON after it has asked for a seed. */
    @Override
    public void start() {
        synchronized (stepping) {
            hasFailed = false;
            if (saved != null) {
                seedOfConsole = state.seed();
                goOn();
            } else {
                begin();
            }
        }
        tellOfSubject();
        reports.begun();
    }

    private void begin() {
        // MASON keeps 32 bits of a seed: only by how much its own has changed since says something of the model's
        if (state.seed() != seedOfConsole) {
            subject = loaded.changed(subject.parameters(), subject.seed() + state.seed() - seedOfConsole);
            seedOfConsole = state.seed();
        }
        take(FireSale.watched(Scenario.of(subject.parameters(), run.scenario()), subject.seed()));
        super.start();
        isUnderWay = true;
        scheduleRepeatingImmediatelyAfter(this::weekIsOver);
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
    }

    /** Whether the run went all the way. */
    private boolean isOver() {
        return run.schedule.scheduleComplete();
    }

    private void take(FireSale other) {
        run = other;
        state = other;
    }

    private void weekIsOver(SimState stepped) {
        showAll();
        reports.weekIsOver(run);
    }

    /** Shows the run in all windows, once a week of it is over. A window that fails does not keep the run from going on. */
    private void showAll() {
        for (int i = 0; i < views.size() && weeksOver(run) > 0; i++) {
            try {
                views.get(i).show(run);
            } catch (RuntimeException e) {
                reports.viewFailed(e);
            }
        }
    }

    @Override
    public void finish() {
        boolean ends;
        synchronized (stepping) {
            ends = isUnderWay && !hasFailed;
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
        }
        if (ends) {
            reports.ended(run, subject, isOver());
        }
    }

    /**
     * Changes parameters. A run under way is computed again up to the week that is shown; then play goes on as before. It goes on
     * meanwhile, too; but the caller waits, for a second or so if there are very many borrowers: better not on the event thread.
     *
     * @throws firesale.kernel.parameters.InputException if a file that they name makes no sense; nothing has changed then
     */
    public Applied apply(ModelParameters parameters) {
        return apply(() -> loaded.changed(parameters, subject.seed()), () -> false);
    }

    /** Changes the seed, in the same way. */
    public Applied apply(long seed) {
        return apply(() -> loaded.changed(subject.parameters(), seed), () -> false);
    }

    /**
     * @param wanted      what is to be watched; asked again if another change came in between
     * @param isAbandoned asked after each week that is computed; if so, nothing changes
     */
    private Applied apply(Supplier<Subject> wanted, BooleanSupplier isAbandoned) {
        synchronized (changing) {
            while (true) {
                Subject before;
                Subject after;
                Scenario scenario;
                boolean computes;
                int soFar;
                synchronized (stepping) {
                    before = subject;
                    after = wanted.get();
                    scenario = run.scenario();
                    computes = isUnderWay;
                    soFar = weeksOver(run);
                }
                scenario = Scenario.of(after.parameters(), scenario);
                FireSale other = computes ? computed(scenario, after.seed(), soFar, isAbandoned) : null;
                synchronized (stepping) {
                    if (subject != before || isUnderWay && other == null) {
                        continue;
                    }
                    return exchange(after, scenario, other);
                }
            }
        }
    }

    /** @param other a run of the subject that is to be watched, computed up to about the week that is shown */
    private Applied exchange(Subject after, Scenario scenario, FireSale other) {
        Applied applied = Applied.atNextStart();
        if (isUnderWay) {
            FireSale before = run;
            int weeks = weeksOver(before);
            // a run that was started meanwhile is not yet as far
            FireSale now = weeksOver(other) > weeks ? computed(scenario, after.seed(), weeks, () -> false) : other;
            advance(now, weeks, () -> false);
            take(now);
            applied = new Applied(true, weeks, FirstChange.between(before.watch(), now.watch()), now.schedule.scheduleComplete(),
                    before.modelSeed() != now.modelSeed());
            showAll();
            if (applied.firstChange().isPresent()) {
                reports.isAnother();
            }
        }
        saved = null;
        subject = after;
        tellOfSubject();
        return applied;
    }

    private static int weeksOver(FireSale run) {
        return (int) run.schedule.getSteps();
    }

    /** Tells those who show the subject's parameters and seed, on the event thread. */
    private void tellOfSubject() {
        EventQueue.invokeLater(() -> {
            if (inspector != null) {
                inspector.updateInspector();
            }
            seedListeners.forEach(listener -> listener.accept(subject.seed()));
            reports.changed();
        });
    }

    /** Has somebody told of the model's seed, on the event thread: now, and whenever it may have changed. */
    void tellOfSeed(LongConsumer listener) {
        seedListeners.add(listener);
        listener.accept(subject.seed());
    }

    /** The parameters and the seed, for those who change them. */
    private Adjustable adjustable() {
        return new Adjustable() {
            @Override
            public Setup given() {
                return given;
            }

            @Override
            public Setup current() {
                Subject now = subject;
                return new Setup(now.parameters(), now.seed());
            }

            @Override
            public String adjust(Setup of, Setup wanted, BooleanSupplier isAbandoned) {
                return apply(() -> {
                    if (of != given) {
                        throw new InputException("another run was loaded meanwhile");
                    }
                    return loaded.changed(wanted.parameters(), wanted.seed());
                }, isAbandoned).words();
            }
        };
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
    private static FireSale computed(Scenario scenario, long seed, long weeks, BooleanSupplier isAbandoned) {
        FireSale run = FireSale.watched(scenario, seed);
        run.start();
        advance(run, weeks, isAbandoned);
        return run;
    }

    private static void advance(FireSale run, long weeks, BooleanSupplier isAbandoned) {
        while (run.schedule.getSteps() < weeks && run.schedule.step(run)) {
            if (isAbandoned.getAsBoolean()) {
                throw new CancellationException();
            }
        }
    }

    /**
     * Watches another run: its first week is shown, and it begins at the next play. Play must have been stopped before.
     *
     * @throws InputException if a file that its parameters name makes no sense; nothing has changed then
     */
    public void watch(Subject other) {
        FireSale first = computed(Scenario.of(other.parameters(), run.scenario()), other.seed(), 1, () -> false);
        watch(other, first);
        showAll();
    }

    private void watch(Subject other, FireSale shown) {
        synchronized (stepping) {
            saved = null;
            subject = other;
            loaded = other;
            given = new Setup(other.parameters(), other.seed());
            take(shown);
        }
        tellOfSubject();
    }

    /**
     * Watches a run that was saved: the next start goes on with it. Play must have been stopped before.
     *
     * @throws InputException if the file is no checkpoint, or damaged; nothing has changed then
     */
    public void open(Path checkpoint) {
        open(checkpoint, restored(checkpoint));
    }

    private static FireSale restored(Path checkpoint) {
        FireSale read = Checkpoint.read(checkpoint);
        return computed(read.scenario(), read.modelSeed(), read.schedule.getSteps(), () -> false);
    }

    private void open(Path checkpoint, FireSale restored) {
        watch(new Subject(checkpoint.getFileName().toString(), subject.question(), restored.parameters(), restored.modelSeed()),
                restored);
        saved = restored;
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
        FireSale restored = restored(file.toPath());
        finish();
        open(file.toPath(), restored);
        synchronized (stepping) {
            goOn();
        }
        return true;
    }

    @Override
    public void quit() {
        if (inspector != null) {
            inspector.close();
        }
        views.forEach(View::quit);
        super.quit();
    }
}
