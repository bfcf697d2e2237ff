package firesale.gui.view;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import javax.swing.JCheckBox;
import javax.swing.JFrame;
import sim.display.Display2D;
import sim.portrayal.DrawInfo2D;

/**
 * MASON's display for {@link Layer layers}: it shows the whole sheet whatever the window's size, says what the pointer rests on,
 * and opens the inspector of what is clicked once.
 */
public final class Display extends Display2D {

    private static final long serialVersionUID = 1L;
    private static final double PICTURE_SCALE = 2;

    private final transient Stage stage;
    private final transient List<Layer> layers;
    private final double sheetWidth;
    private final double sheetHeight;
    private boolean isClosed;

    /**
     * @param title  the window's
     * @param width  of the sheet
     * @param height of the sheet
     */
    public Display(Stage stage, String title, double width, double height, Layer... layers) {
        super(width, height, stage.gui());
        this.stage = stage;
        this.layers = List.of(layers);
        this.sheetWidth = width;
        this.sheetHeight = height;
        setBackdrop(Color.WHITE);
        // one that somebody has saved in MASON's pane for all models would cut the sheet
        setOffset(0, 0);
        setClipping(false);
        // films need a library that is no longer made; frames are exported instead
        header.remove(movieButton);
        for (Layer layer : layers) {
            attach(layer, layer.getClass().getSimpleName());
        }
        // what the pointer rests on is said only if this box of MASON's pane is ticked
        tick(optionPane.getContentPane(), "Tool Tips");
        display.getViewport().setBackground(Color.WHITE);
        display.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                fit();
            }
        });
        JFrame frame = createFrame();
        frame.setTitle(title);
        // views say when there is something new to see; MASON would do so in the first run only
        super.quit();
    }

    private static void tick(Container within, String label) {
        for (Component each : within.getComponents()) {
            if (each instanceof JCheckBox box && box.getText().equalsIgnoreCase(label) && !box.isSelected()) {
                box.doClick(0);
            } else if (each instanceof Container inner) {
                tick(inner, label);
            }
        }
    }

    /** Scales the sheet to the window. */
    private void fit() {
        Dimension room = display.getViewport().getExtentSize();
        double scale = Math.min(room.width / sheetWidth, room.height / sheetHeight);
        if (scale > 0) {
            setScale(scale);
            scaleField.setValue(Math.rint(scale * 100) / 100);
        }
    }

    /** The window. */
    public JFrame window() {
        return (JFrame) getFrame();
    }

    @Override
    public boolean handleMouseEvent(MouseEvent event) {
        if (event.getID() == MouseEvent.MOUSE_CLICKED && event.getClickCount() == 1) {
            Rectangle2D.Double point = new Rectangle2D.Double(event.getX(), event.getY(), 1, 1);
            if (Arrays.stream(objectsHitBy(point)).anyMatch(hits -> !hits.isEmpty())) {
                // the figures of an inspector are taken from the run, which may play meanwhile
                synchronized (stage.run().schedule) {
                    createInspectors(point, stage.gui());
                }
            }
        }
        return super.handleMouseEvent(event);
    }

    /** The whole sheet, at twice the size of its units, which is sharp on a slide; on the event thread. */
    public BufferedImage picture() {
        BufferedImage picture = new BufferedImage((int) Math.round(sheetWidth * PICTURE_SCALE),
                (int) Math.round(sheetHeight * PICTURE_SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        Rectangle2D.Double whole = new Rectangle2D.Double(0, 0, picture.getWidth(), picture.getHeight());
        for (Layer layer : layers) {
            layer.draw(layer, graphics, new DrawInfo2D(stage.gui(), layer, whole, whole));
        }
        graphics.dispose();
        return picture;
    }

    /** Lets MASON's display be painted anew, as often as somebody has asked for by its own menu. */
    public void refresh() {
        if (shouldUpdate()) {
            insideDisplay.repaint();
            insideDisplay.updateToolTips();
        }
    }

    /** Disposes of its windows: this one, and those of its options, without which the event thread would never end. */
    @Override
    public void quit() {
        super.quit();
        if (!isClosed) {
            isClosed = true;
            optionPane.dispose();
            skipFrame.dispose();
            window().dispose();
        }
    }
}
