package firesale.gui;

import java.util.concurrent.CountDownLatch;
import sim.display.Console;

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
        simulation.tellOfSeed(SeedField.in(getContentPane(), simulation.getInspector()::choose));
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
