package firesale.gui;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
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
                Logger settings = Logger.getLogger("java.util.prefs");
                Level before = settings.getLevel();
                // MASON keeps window positions there; that a home folder is new or read-only is of no interest
                settings.setLevel(Level.OFF);
                FireSaleConsole console = new FireSaleConsole(new FireSaleWithUI(subject));
                console.whenClosed(() -> settings.setLevel(before));
                showFailures(console);
                console.open();
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

    /** From now on until the console closes, what nobody catches is shown. */
    private static void showFailures(FireSaleConsole console) {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(new Failures(console));
        console.whenClosed(() -> Thread.setDefaultUncaughtExceptionHandler(before));
    }

    /** Whether windows can be opened here: there is a display, it answers, and this Java can draw on it. */
    public static boolean hasDisplay() {
        try {
            if (GraphicsEnvironment.isHeadless()) {
                return false;
            }
            Toolkit.getDefaultToolkit().getScreenSize();
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
        } catch (AWTError | HeadlessException | LinkageError e) {
            // no X server there, or a Java without its windows
            return false;
        }
    }
}
