package firesale.gui.auction;

import firesale.gui.view.Display;
import firesale.gui.view.Layer;
import firesale.gui.view.Stage;
import firesale.gui.view.View;
import firesale.model.FireSale;
import java.awt.Graphics2D;
import javax.swing.JFrame;

/** This week's sale. */
public final class AuctionView implements View {

    private static final double WIDTH = 450;
    private static final double HEIGHT = 310;

    private final Display display;

    public AuctionView(Stage stage) {
        display = new Display(stage, "This week's sale", WIDTH, HEIGHT, new Layer(WIDTH, HEIGHT) {
            @Override
            protected void draw(Graphics2D sheet) {
                sheet.drawString("This week's sale", 20, 20);
            }
        });
    }

    @Override
    public String name() {
        return "auction";
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
