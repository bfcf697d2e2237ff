package firesale.gui.view;

import firesale.model.FireSale;
import java.awt.image.BufferedImage;
import javax.swing.JFrame;

/** A window onto the run that is watched. */
public interface View {

    /** The name by which it stands in lists of windows, and in the names of exported files: {@code market-map}. */
    String name();

    /** Its window; one for the life of the view. */
    JFrame frame();

    /** Whether it is shown before anybody asks for it. */
    boolean isShownAtFirst();

    /**
     * Shows a run as it stands: takes down all that it draws, so that drawing never waits for the model, and asks to be painted.
     * Called after each week, and when another run takes the place of the last, on any thread, while nothing else touches the
     * run.
     */
    void show(FireSale run);

    /**
     * What it shows, without frame and buttons: of one size whatever its window's, also if that is hidden; on the event thread.
     */
    BufferedImage picture();

    /** Ends what runs in the background, and disposes of its windows. */
    default void quit() {
        frame().dispose();
    }
}
