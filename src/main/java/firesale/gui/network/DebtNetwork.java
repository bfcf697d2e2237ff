package firesale.gui.network;

import firesale.gui.view.Display;
import firesale.gui.view.Stage;
import firesale.gui.view.View;
import firesale.model.FireSale;
import java.awt.image.BufferedImage;
import javax.swing.JFrame;

/**
 * Who owes whom, and how default spreads: lenders on a ring with their capital as a gauge, borrowers outside them in the colour
 * of their loan to value, and debts as lines between them.
 */
public final class DebtNetwork implements View {

    private final Stage stage;
    private final NetworkLayer layer = new NetworkLayer();
    private final Display display;

    /** @param stage whose run is watched */
    public DebtNetwork(Stage stage) {
        this.stage = stage;
        display = new Display(stage, "Debt network", NetworkLayer.WIDTH, NetworkLayer.HEIGHT, layer);
    }

    @Override
    public String name() {
        return "debt-network";
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
        // before its first week a run has no prices
        layer.show(run.schedule.getSteps() == 0 ? null : new NetworkSceneBuilder(stage, run).build());
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
