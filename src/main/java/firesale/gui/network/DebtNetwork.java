package firesale.gui.network;

import firesale.gui.view.Display;
import firesale.gui.view.Layer;
import firesale.gui.view.Stage;
import firesale.gui.view.View;
import firesale.model.FireSale;
import java.awt.Graphics2D;
import javax.swing.JFrame;

/** Debt network. */
public final class DebtNetwork implements View {

    private static final double WIDTH = 450;
    private static final double HEIGHT = 310;

    private final Display display;

    public DebtNetwork(Stage stage) {
        display = new Display(stage, "Debt network", WIDTH, HEIGHT, new Layer(WIDTH, HEIGHT) {
            @Override
            protected void draw(Graphics2D sheet) {
                sheet.drawString("Debt network", 20, 20);
            }
        });
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
        display.refresh();
    }

    @Override
    public void quit() {
        display.quit();
    }
}
