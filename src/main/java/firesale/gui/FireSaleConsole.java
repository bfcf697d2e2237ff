package firesale.gui;

import java.awt.Component;
import java.awt.Container;
import java.util.concurrent.CountDownLatch;
import javax.swing.JLabel;
import sim.display.Console;
import sim.util.gui.PropertyField;

/** MASON's console, which closes without ending the JVM. */
public final class FireSaleConsole extends Console {

    private static final long serialVersionUID = 1L;

    private final transient FireSaleWithUI simulation;
    private final transient CountDownLatch closed = new CountDownLatch(1);

    FireSaleConsole(FireSaleWithUI simulation) {
        super(simulation);
        this.simulation = simulation;
        setNewMenuAllowed(false);
        setIncrementSeedOnStop(false);
        setPlaySleep(150);
        showSeed(simulation.subject().seed());
    }

    /**
     * Shows the seed of the run that is watched in MASON's field, all 64 bits of it. What MASON hands on at the next start are the
     * lower 32, unless somebody types another.
     */
    void showSeed(long seed) {
        PropertyField field = fieldAfter("Random Number Seed", getContentPane(), new boolean[1]);
        field.newValue(Integer.toString((int) seed));
        field.setValue(Long.toString(seed));
    }

    /** MASON's field beside a label; it has no getter for it. */
    private static PropertyField fieldAfter(String label, Container within, boolean[] isPassed) {
        for (Component each : within.getComponents()) {
            if (each instanceof JLabel words && String.valueOf(words.getText()).startsWith(label)) {
                isPassed[0] = true;
            } else if (isPassed[0] && each instanceof PropertyField field) {
                return field;
            } else if (each instanceof Container inner) {
                PropertyField found = fieldAfter(label, inner, isPassed);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Ends play, and closes all windows. */
    @Override
    public void doClose() {
        if (closed.getCount() > 0) {
            closed.countDown();
            // else MASON would play again once it has stopped
            setShouldRepeat(false);
            pressStop();
            simulation.quit();
            removeAllInspectors(true);
            allControllers.remove(this);
            dispose();
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
