package firesale.gui.map;

import firesale.gui.view.Display;
import firesale.gui.view.Stage;
import firesale.gui.view.View;
import firesale.model.FireSale;
import java.awt.image.BufferedImage;
import javax.swing.JFrame;

/**
 * The market map: buyers by what their racks hold and how much power is free, machines on the shelf at the rack power that they
 * need, and what moves from one to the other; above it what happens, in a sentence.
 */
public final class MarketMap implements View {

    private final Stage stage;
    private final MapLayer layer = new MapLayer();
    private final Display display;

    public MarketMap(Stage stage) {
        this.stage = stage;
        this.display = new Display(stage, "Market map", Sheet.WIDTH, Sheet.HEIGHT, layer);
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
        layer.show(new MapSceneBuilder(stage, run).build());
        display.refresh();
    }

    @Override
    public BufferedImage picture() {
        return display.picture();
    }

    @Override
    public void quit() {
        display.quit();
    }
}
