package firesale.gui;

import com.formdev.flatlaf.FlatLightLaf;
import firesale.gui.view.View;
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JDialog;
import javax.swing.JFrame;

/** Opens the windows. */
public final class Gui {

    private Gui() {
    }

    /** Opens the windows on what is watched first; needs a display. */
    public static FireSaleConsole open(Subject subject) {
        List<FireSaleConsole> opened = new ArrayList<>(1);
        try {
            EventQueue.invokeAndWait(() -> {
                FlatLightLaf.setup();
                JFrame.setDefaultLookAndFeelDecorated(true);
                JDialog.setDefaultLookAndFeelDecorated(true);
                FireSaleWithUI simulation = new FireSaleWithUI(subject);
                FireSaleConsole console = new FireSaleConsole(simulation);
                Places.arrange(console, simulation.views());
                for (View view : simulation.views()) {
                    view.frame().setVisible(view.isShownAtFirst());
                }
                console.setVisible(true);
                opened.add(console);
            });
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return opened.get(0);
    }
}
