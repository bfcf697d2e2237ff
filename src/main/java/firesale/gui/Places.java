package firesale.gui;

import firesale.gui.view.View;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.JFrame;

/** Where windows stand at first: side by side without overlap, charts below each other where there is room. */
final class Places {

    private static final int CONSOLE_WIDTH = 370;

    private Places() {
    }

    static void arrange(JFrame console, List<View> views) {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        int left = screen.width - CONSOLE_WIDTH;
        int upper = (int) (screen.height * 0.54);
        console.setBounds(screen.x + left, screen.y, CONSOLE_WIDTH, screen.height);
        for (View view : views) {
            Rectangle place = switch (view.name()) {
                case "market-map" -> new Rectangle(0, 0, left, upper);
                case "debt-network" -> new Rectangle(0, upper, left / 2, screen.height - upper);
                case "auction" -> new Rectangle(left / 2, upper, left - left / 2, screen.height - upper);
                default -> new Rectangle(left / 4, screen.height / 4, left / 2, screen.height / 2);
            };
            place.translate(screen.x, screen.y);
            view.frame().setBounds(place);
        }
    }
}
