package firesale.gui.charts;

import firesale.gui.view.View;
import firesale.model.FireSale;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.Timer;
import org.jfree.chart.ChartPanel;
import sim.util.media.chart.ChartGenerator;

/**
 * A window of one of MASON's charts. Charts are drawn on the event thread, at most so often in a second, and only while the
 * window is open; one that is opened shows the run as it stands.
 */
final class ChartWindow implements View {

    private static final int MILLISECONDS_APART = 50;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 460;
    /** A window up to this size is drawn pixel by pixel; in a larger one everything grows with it. */
    private static final double PLAIN_WIDTH = 640;
    private static final double PLAIN_HEIGHT = 430;
    private static final int PICTURE_WIDTH = 800;
    private static final int PICTURE_HEIGHT = 500;
    private static final int PICTURE_SCALE = 2;

    private final String name;
    private final Histories histories;
    private final ChartGenerator generator;
    private final Drawing drawing;
    private final JFrame frame;
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private final Timer timer;
    private volatile History latest;
    private volatile boolean isOpen;
    private long drawnAtNanos = System.nanoTime();

    private ChartWindow(String name, Histories histories, ChartGenerator generator, Drawing drawing) {
        this.name = name;
        this.histories = histories;
        this.generator = generator;
        this.drawing = drawing;
        this.timer = new Timer(MILLISECONDS_APART, event -> draw());
        timer.setRepeats(false);
        trim();
        frame = generator.createFrame();
        frame.setSize(WIDTH, HEIGHT);
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentShown(ComponentEvent e) {
                isOpen = true;
                draw();
            }

            @Override
            public void componentHidden(ComponentEvent e) {
                isOpen = false;
            }
        });
    }

    /** A window of a chart. */
    static <G extends ChartGenerator & Drawing> ChartWindow of(String name, Histories histories, G chart) {
        return new ChartWindow(name, histories, chart, chart);
    }

    /**
     * Leaves of MASON's window the chart, as large as the window, and its panel of settings, folded at the left. Films need a
     * library that is no longer made.
     */
    private void trim() {
        JSplitPane split = (JSplitPane) generator.getComponent(0);
        remove(split, "Create a Movie");
        ChartPanel panel = generator.getChartPanel();
        JPanel only = new JPanel(new BorderLayout());
        only.add(panel, BorderLayout.CENTER);
        split.setRightComponent(only);
        split.setOneTouchExpandable(true);
        split.setDividerLocation(0);
        panel.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                scale(panel);
            }
        });
    }

    private static void remove(Container within, String button) {
        for (Component each : within.getComponents()) {
            if (each instanceof JButton found && button.equals(found.getText())) {
                within.remove(each);
            } else if (each instanceof Container inner) {
                remove(inner, button);
            }
        }
    }

    /** Text grows with a large window, both ways alike. */
    private static void scale(ChartPanel panel) {
        double scale = Math.max(1, Math.min(panel.getWidth() / PLAIN_WIDTH, panel.getHeight() / PLAIN_HEIGHT));
        int width = (int) Math.round(panel.getWidth() / scale);
        int height = (int) Math.round(panel.getHeight() / scale);
        panel.setMinimumDrawWidth(width);
        panel.setMaximumDrawWidth(width);
        panel.setMinimumDrawHeight(height);
        panel.setMaximumDrawHeight(height);
        panel.setRefreshBuffer(true);
        panel.repaint();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JFrame frame() {
        return frame;
    }

    @Override
    public boolean isShownAtFirst() {
        return false;
    }

    @Override
    public void show(FireSale run) {
        latest = histories.of(run);
        if (isOpen && isAsked.compareAndSet(false, true)) {
            EventQueue.invokeLater(this::drawSoon);
        }
    }

    private void drawSoon() {
        long wait = MILLISECONDS_APART - (System.nanoTime() - drawnAtNanos) / 1_000_000;
        if (wait > 0) {
            timer.setInitialDelay((int) wait);
            timer.start();
        } else {
            draw();
        }
    }

    private void draw() {
        isAsked.set(false);
        History history = latest;
        if (history != null) {
            drawing.draw(history);
        }
        drawnAtNanos = System.nanoTime();
    }

    @Override
    public BufferedImage picture() {
        draw();
        return generator.getChart().createBufferedImage(PICTURE_SCALE * PICTURE_WIDTH, PICTURE_SCALE * PICTURE_HEIGHT,
                PICTURE_WIDTH, PICTURE_HEIGHT, null);
    }

    @Override
    public void quit() {
        timer.stop();
        frame.dispose();
    }
}
