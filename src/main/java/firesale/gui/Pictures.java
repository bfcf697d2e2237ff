package firesale.gui;

import firesale.gui.view.Display;
import firesale.gui.view.View;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JFrame;
import org.jfree.chart.ChartPanel;

/** Pictures of what windows show, without their frames and buttons; on the event thread. */
final class Pictures {

    /** Twice the sheet's units: sharp on a slide. */
    private static final double SCALE = 2;
    private static final int CHART_WIDTH = 1400;
    private static final int CHART_HEIGHT = 800;

    private Pictures() {
    }

    /**
     * The picture of a view, also of one whose window is hidden; displays and charts have the same size whatever the window's.
     */
    static BufferedImage of(View view) {
        JFrame frame = view.frame();
        if (!frame.isDisplayable()) {
            frame.addNotify();
            frame.validate();
        }
        Optional<Display> display = find(Display.class, frame.getContentPane());
        if (display.isPresent()) {
            return display.get().picture(SCALE);
        }
        Optional<ChartPanel> chart = find(ChartPanel.class, frame.getContentPane());
        if (chart.isPresent()) {
            return chart.get().getChart().createBufferedImage(CHART_WIDTH, CHART_HEIGHT, CHART_WIDTH / SCALE,
                    CHART_HEIGHT / SCALE, null);
        }
        return of(frame.getContentPane());
    }

    private static BufferedImage of(Component component) {
        Dimension size = component.getSize();
        BufferedImage image = new BufferedImage(Math.max(1, size.width), Math.max(1, size.height), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        component.paint(graphics);
        graphics.dispose();
        return image;
    }

    private static <C extends Component> Optional<C> find(Class<C> type, Component within) {
        if (type.isInstance(within)) {
            return Optional.of(type.cast(within));
        }
        if (within instanceof Container container) {
            for (Component each : container.getComponents()) {
                Optional<C> found = find(type, each);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
