package firesale.gui.auction;

import firesale.gui.view.Display;
import firesale.gui.view.Stage;
import firesale.gui.view.View;
import firesale.model.FireSale;
import java.awt.image.BufferedImage;
import javax.swing.JFrame;

/** This week's sale: demand, supply, reserve and price. */
public final class AuctionView implements View {

    static final String TITLE = "This week's sale";

    private final SaleLayer sheet;
    private final Display display;

    public AuctionView(Stage stage) {
        sheet = new SaleLayer(stage);
        display = new Display(stage, TITLE, SaleLayer.WIDTH, SaleLayer.HEIGHT, sheet);
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
        sheet.show(SaleShown.of(run));
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
