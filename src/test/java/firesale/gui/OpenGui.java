package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.ExperimentFile;
import firesale.gui.view.View;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.Settings;
import firesale.model.FireSale;
import firesale.model.ModelParameters;
import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;

/**
 * The real window under test. Closing it checks that nothing went wrong on any thread, and that no thread and no window of it is
 * left.
 */
final class OpenGui implements AutoCloseable {

    /** Something to do. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    private static final long PATIENCE_MILLIS = 60_000;

    private final Complaints complaints = new Complaints();
    private final Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();
    private final Set<Window> windowsBefore = standing();
    private final FireSaleConsole console;
    private final FireSaleWithUI simulation;
    private org.assertj.swing.core.Robot hand;

    private OpenGui(Subject subject) {
        FireSaleConsole opened = null;
        // from now on whoever touches a window from another thread gets an exception
        FailOnThreadViolationRepaintManager.install();
        try {
            opened = Gui.open(subject);
        } finally {
            if (opened == null) {
                FailOnThreadViolationRepaintManager.uninstall();
                complaints.close();
            }
        }
        // the window would show what nobody catches; here it is noted
        complaints.listen();
        console = opened;
        simulation = (FireSaleWithUI) console.getSimulation();
        onEvents(() -> console.setPlaySleep(0));
    }

    /** Opens the windows; weeks follow each other without delay. */
    static OpenGui on(Subject subject) {
        return new OpenGui(subject);
    }

    /** Opens the windows on the first point of an experiment. */
    static OpenGui on(String experiment, long seed) {
        return on(subject(experiment, seed));
    }

    /**
     * The first point of an experiment.
     *
     * @param changes settings {@code path=value} that differ from its own
     */
    static Subject subject(String experiment, long seed, String... changes) {
        ExperimentFile file = ExperimentFile.read(Path.of("experiments", experiment + ".yaml"));
        return new Subject(file.name(), file.question(), with(file.points().get(0).parameters(), changes), seed);
    }

    /** Parameters with changes {@code path=value}. */
    static ModelParameters with(ModelParameters parameters, String... changes) {
        ParameterSchema<ModelParameters> schema = ParameterSchema.of(ModelParameters.class);
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> usual = new LinkedHashMap<>();
        schema.effective(schema.defaults(), Path.of("")).forEach(value -> usual.put(value.path(), value.text()));
        schema.effective(parameters, Path.of("")).forEach(value -> {
            if (!value.text().equals(usual.get(value.path()))) {
                values.put(value.path(), value.text());
            }
        });
        for (String change : changes) {
            values.put(change.substring(0, change.indexOf('=')), change.substring(change.indexOf('=') + 1));
        }
        return schema.bind(Settings.ofArguments(values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList()));
    }

    FireSaleConsole console() {
        return console;
    }

    FireSaleWithUI simulation() {
        return simulation;
    }

    /** The run that is watched now. */
    FireSale run() {
        return simulation.run();
    }

    /** How many weeks of the run are over. */
    long weeks() {
        return Math.max(0, simulation.run().schedule.getSteps());
    }

    List<View> views() {
        return simulation.views();
    }

    /** AssertJ's robot: it moves the real pointer. */
    org.assertj.swing.core.Robot hand() {
        if (hand == null) {
            hand = BasicRobot.robotWithCurrentAwtHierarchy();
        }
        return hand;
    }

    /** Does something on the event thread, and waits until it is done. */
    static void onEvents(Action action) {
        Callable<Boolean> question = () -> {
            action.run();
            return true;
        };
        onEvents(question);
    }

    /** Finds something out on the event thread. */
    static <T> T onEvents(Callable<T> question) {
        List<T> answer = new ArrayList<>(1);
        if (EventQueue.isDispatchThread()) {
            try {
                return question.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        try {
            EventQueue.invokeAndWait(() -> {
                try {
                    answer.add(question.call());
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Error error ? error : new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return answer.get(0);
    }

    /** Waits until all that was asked for is painted. */
    static void idle() {
        for (int round = 0; round < 3; round++) {
            onEvents(() -> Toolkit.getDefaultToolkit().sync());
        }
    }

    /** Waits until something has come about. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(end);
            pause(5);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The console's button with one of these pictures. */
    private JButton button(Predicate<String> picture) {
        return onEvents(() -> all(console, JButton.class).stream().filter(button -> picture.test(picture(button.getIcon())))
                .findFirst().orElseThrow());
    }

    private static String picture(Icon icon) {
        String name = icon instanceof ImageIcon image ? String.valueOf(image.getDescription()) : "";
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The button that plays, or steps while a run is paused. */
    JButton playButton() {
        return button(picture -> picture.matches("(Not)?Playing\\.png|Step(On|Off)\\.png"));
    }

    JButton pauseButton() {
        return button(picture -> picture.matches("Pause(On|Off)\\.png"));
    }

    JButton stopButton() {
        return button(picture -> picture.matches("(Not)?Stopped\\.png"));
    }

    /** Puts the pointer on something and clicks. */
    void click(Component target) {
        hand().click(target);
        hand().waitForIdle();
    }

    /** All parts of a kind within a window, in their order. */
    static <T> List<T> all(Container within, Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Component each : within.getComponents()) {
            if (kind.isInstance(each)) {
                found.add(kind.cast(each));
            }
            if (each instanceof Container inner) {
                found.addAll(all(inner, kind));
            }
        }
        return found;
    }

    /** Steps a run, one that is begun if none is under way, until so many weeks are over. */
    void stepTo(int weeks) {
        onEvents(() -> {
            if (console.getPlayState() != sim.display.Console.PS_PAUSED) {
                console.pressPause();
            }
            while (console.getPlayState() == sim.display.Console.PS_PAUSED && weeks() < weeks) {
                console.pressPlay();
            }
        });
        idle();
    }

    /** Fails if the run went on, or anything has gone wrong so far. */
    void hold() {
        assertThat(onEvents(console::getPlayState)).isNotEqualTo(sim.display.Console.PS_PLAYING);
        assertNoComplaint();
    }

    /** Presses play, and waits until the run is over and stopped. */
    void playToEnd() {
        onEvents(() -> {
            if (console.getPlayState() == sim.display.Console.PS_PAUSED) {
                console.pressPause();
            } else {
                console.pressPlay();
            }
        });
        awaitEnd();
    }

    /** Waits until a run that plays is over and stopped. */
    void awaitEnd() {
        await("the run is over", () -> onEvents(() -> console.getPlayState() == sim.display.Console.PS_STOPPED));
        idle();
    }

    /** Puts the pointer somewhere on the screen and clicks, as somebody outside of this program would. */
    static void clickAt(int x, int y) {
        try {
            Robot outside = new Robot();
            outside.mouseMove(x, y);
            outside.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            outside.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        } catch (AWTException e) {
            throw new AssertionError(e);
        }
    }

    /** Keeps a picture of the screen among the build's output. */
    void screenshot(String name) {
        screenshot(name, new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    /** Keeps a picture of one window, which is brought to the front, among the build's output. */
    BufferedImage screenshot(String name, Window window) {
        onEvents(window::toFront);
        idle();
        return screenshot(name, window.getBounds());
    }

    private BufferedImage screenshot(String name, Rectangle part) {
        try {
            // windows are drawn in the background of the display's server too
            pause(120);
            idle();
            BufferedImage picture = new Robot().createScreenCapture(part);
            Path folder = Path.of(System.getProperty("firesale.screenshots", "target/screenshots"));
            Files.createDirectories(folder);
            ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AWTException e) {
            throw new AssertionError(e);
        }
    }

    /** How many colours a picture has. */
    static long colours(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .distinct().count();
    }

    /** What has gone wrong so far; empty if nothing. */
    String complaint() {
        return complaints.text() + onEvents(() -> messages());
    }

    /** What stands in message boxes. */
    private String messages() {
        StringBuilder text = new StringBuilder();
        for (Window window : standing()) {
            if (window instanceof JDialog dialog && dialog.isShowing() && !windowsBefore.contains(window)) {
                text.append(dialog.getTitle()).append('\n');
                all(dialog, JTextComponent.class).forEach(part -> text.append(part.getText()).append('\n'));
                all(dialog, JLabel.class).forEach(part -> text.append(part.getText()).append('\n'));
            }
        }
        return text.toString();
    }

    /** Fails if anything has gone wrong so far. */
    void assertNoComplaint() {
        assertThat(complaint()).as("what went wrong on any thread").isEmpty();
    }

    private static Set<Window> standing() {
        return Arrays.stream(Window.getWindows()).filter(Window::isDisplayable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Thread> threadsLeft() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> !threadsBefore.contains(thread))
                .filter(thread -> !isOfToolkit(thread)).toList();
    }

    private void awaitEndOfThreads() {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!threadsLeft().isEmpty() && System.nanoTime() < end) {
            pause(5);
        }
        assertThat(threadsLeft()).as("threads left").isEmpty();
    }

    /**
     * Threads that the toolkit keeps for the next window, or that end by themselves a second after the last; the last is
     * AssertJ's.
     */
    private static boolean isOfToolkit(Thread thread) {
        return thread.getName().matches("AWT-.*|Java2D .*|TimerQueue|Image Fetcher .*|Image Animator .*|SwingWorker-.*|"
                + "Timer-\\d+|process reaper.*|Swing-Shell|DestroyJavaVM|Common-Cleaner|Window Ready Timer");
    }

    @Override
    public void close() {
        try {
            if (hand != null) {
                hand.cleanUpWithoutDisposingWindows();
            }
            assertNoComplaint();
            onEvents(console::doClose);
            idle();
            awaitEndOfThreads();
            Set<Window> left = standing();
            left.removeAll(windowsBefore);
            left.removeIf(window -> window.getClass().getName().contains("SharedOwnerFrame"));
            assertThat(left).as("windows left").isEmpty();
            assertNoComplaint();
        } finally {
            FailOnThreadViolationRepaintManager.uninstall();
            Set<Window> left = standing();
            left.removeAll(windowsBefore);
            onEvents(() -> left.forEach(Window::dispose));
            onEvents(console::doClose);
            complaints.close();
        }
    }
}
