package firesale.gui;

import firesale.gui.view.View;
import firesale.model.Checkpoint;
import firesale.model.Scenario;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.swing.JButton;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import sim.display.Console;

/** MASON's console with menus of our own and a line that says what happens; it closes without ending the JVM. */
public final class FireSaleConsole extends Console {

    private static final long serialVersionUID = 1L;
    /** Seven weeks a second. */
    private static final int USUAL_SLEEP_MILLIS = 1000 / 7;

    private final transient FireSaleWithUI simulation;
    private final transient CountDownLatch closed = new CountDownLatch(1);
    private final StatusLine status = new StatusLine();
    private final transient Attendant attendant;
    private final transient Keys keys;
    private final transient Dialogs dialogs = new Dialogs(this);
    private final transient List<Runnable> whenClosed = new ArrayList<>();

    FireSaleConsole(FireSaleWithUI simulation) {
        super(simulation);
        this.simulation = simulation;
        this.attendant = new Attendant(this, simulation);
        simulation.reportTo(attendant);
        this.keys = new Keys(this, simulation);
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(keys);
        setName("console");
        setNewMenuAllowed(false);
        setIncrementSeedOnStop(false);
        setPlaySleep(USUAL_SLEEP_MILLIS);
        simulation.tellOfSeed(SeedField.in(getContentPane(), simulation.getInspector()::choose));
        // beside menus there is no room for a title
        getRootPane().putClientProperty("JRootPane.menuBarEmbedded", false);
        // all tabs stand in one row
        getTabPane().putClientProperty("JTabbedPane.tabInsets", new Insets(4, 6, 4, 6));
        addStatusLine();
        addMenus();
        showTitle();
        say(simulation.subject().question());
    }

    private void addStatusLine() {
        Component buttons = ((BorderLayout) getContentPane().getLayout()).getLayoutComponent(BorderLayout.SOUTH);
        // space plays and pauses, whichever button was clicked last
        for (Component each : ((Container) buttons).getComponents()) {
            if (each instanceof JButton button) {
                button.setFocusable(false);
            }
        }
        JPanel south = new JPanel(new BorderLayout());
        south.add(buttons, BorderLayout.CENTER);
        south.add(status, BorderLayout.SOUTH);
        getContentPane().add(south, BorderLayout.SOUTH);
    }

    private void addMenus() {
        JMenuBar bar = getJMenuBar();
        bar.removeAll();
        bar.add(new FileMenu(this, simulation, dialogs).menu());
        bar.add(new RunMenu(this, attendant, dialogs).menu());
        bar.add(new ViewMenu(this, simulation.views(), attendant, dialogs).menu());
        bar.add(new HelpMenu(this, dialogs).menu());
    }

    /** Says in the console's last line what has happened; on any thread. */
    public void say(String message) {
        status.say(message);
    }

    /** Says in the console's last line what is wrong; on any thread. */
    public void warn(String message) {
        status.warn(message);
    }

    /**
     * Stops what is playing, and watches another run: its first week is shown, and play begins it. Windows stay where they are.
     * On the event thread.
     *
     * @throws firesale.kernel.parameters.InputException if a file that its parameters name makes no sense; nothing has changed then
     */
    public void watch(Subject other) {
        // what cannot be run is refused before anything is stopped
        Scenario.of(other.parameters());
        stopForGood();
        simulation.watch(other);
        anotherIsWatched();
    }

    /**
     * Stops what is playing, and goes on with a saved run, paused in the week in which it was saved. On the event thread.
     *
     * @throws firesale.kernel.parameters.InputException if the file is no checkpoint, or damaged; nothing has changed then
     */
    public void openCheckpoint(Path file) {
        Checkpoint.read(file);
        stopForGood();
        simulation.open(file);
        anotherIsWatched();
        pressPause();
    }

    private void stopForGood() {
        boolean repeats = getShouldRepeat();
        setShouldRepeat(false);
        pressStop();
        setShouldRepeat(repeats);
        removeAllInspectors(true);
    }

    private void anotherIsWatched() {
        showTitle();
        repaint();
    }

    void showTitle() {
        setTitle("Firesale: " + simulation.subject().title());
    }

    /** Plays, or pauses. On the event thread. */
    void playOrPause() {
        if (getPlayState() == PS_STOPPED) {
            pressPlay();
        } else {
            pressPause();
        }
    }

    /** Pauses, beginning a run if none is under way, and goes one week on if it was paused already or had not begun. */
    void stepOnce() {
        if (getPlayState() == PS_PLAYING) {
            pressPause();
            return;
        }
        if (getPlayState() == PS_STOPPED) {
            pressPause();
        }
        pressPlay();
    }

    /** Puts all windows where they stood at first. */
    void arrange() {
        Places.arrange(this, simulation.views());
    }

    /** Shows the windows that are shown at first. */
    void open() {
        arrange();
        for (View view : simulation.views()) {
            view.frame().setVisible(view.isShownAtFirst());
        }
        setVisible(true);
    }

    /** MASON's own way to a saved run; ours says what is wrong with a file. */
    @Override
    public void doOpen() {
        new FileMenu(this, simulation, dialogs).openCheckpoint();
    }

    @Override
    public void doSave() {
        doSaveAs();
    }

    @Override
    public void doSaveAs() {
        new FileMenu(this, simulation, dialogs).saveCheckpoint();
    }

    /** Lets something be done when the console has closed. */
    void whenClosed(Runnable task) {
        whenClosed.add(task);
    }

    Dialogs dialogs() {
        return dialogs;
    }

    /** Between two weeks, milliseconds: longer if something has happened, but not if weeks are to follow each other without delay. */
    @Override
    public long getPlaySleep() {
        long chosen = super.getPlaySleep();
        // MASON asks for it while it makes the console
        return chosen == 0 || attendant == null ? chosen : Math.max(chosen, attendant.worthMillis());
    }

    /** The same, whatever happens. */
    long chosenPlaySleep() {
        return super.getPlaySleep();
    }

    /** Ends play, and closes all windows. */
    @Override
    public void doClose() {
        if (closed.getCount() > 0) {
            // else MASON would play again once it has stopped
            setShouldRepeat(false);
            pressStop();
            attendant.endExport();
            KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(keys);
            simulation.quit();
            removeAllInspectors(true);
            allControllers.remove(this);
            dialogs.close();
            dispose();
            whenClosed.forEach(Runnable::run);
            closed.countDown();
        }
    }

    /** Updates all that is shown, while no week is stepped. */
    @Override
    public void refresh() {
        synchronized (simulation.run().schedule) {
            super.refresh();
        }
    }

    @Override
    public void stopAllInspectors(boolean areThoseInWindowsStopped) {
        synchronized (simulation.run().schedule) {
            super.stopAllInspectors(areThoseInWindowsStopped);
        }
    }

    /** Waits until somebody closes the window. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }
}
