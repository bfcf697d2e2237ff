package firesale.gui.map;

import firesale.gui.view.Display;
import firesale.gui.view.Layer;
import firesale.gui.view.Stage;
import firesale.gui.view.View;
import firesale.model.FireSale;
import java.awt.Graphics2D;
import javax.swing.JFrame;

/** Market map. */
public final class MarketMap implements View {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 372;

    private final Display display;

    public MarketMap(Stage stage) {
        display = new Display(stage, "Market map", WIDTH, HEIGHT, new Layer(WIDTH, HEIGHT) {
            @Override
            protected void draw(Graphics2D sheet) {
                sheet.drawString("Market map", 20, 20);
            }
        });
    }

    @Override
    public String name() {
        return "market-map";
    }

    @Override
    public JFrame frame() {
        return display.window();
    }

    @Override
    public boolean isShownAtFirst() {
        return true;
    }

    @Override
    public void show(FireSale run) {
        display.refresh();
    }

    @Override
    public void quit() {
        display.quit();
    }
}
