package firesale.gui.map;

import firesale.gui.view.Card;
import firesale.gui.view.Figure;
import firesale.gui.view.Mark;
import firesale.gui.view.Stage;
import java.util.List;
import sim.portrayal.Inspector;

/**
 * A part of the map that has something to say but is no buyer and no lot.
 *
 * @param stage   where its card opens
 * @param key     the same from week to week
 * @param name    what it is
 * @param tip     what is said of it
 * @param left    edge
 * @param top     edge
 * @param right   edge
 * @param bottom  edge
 * @param figures of its card
 */
record AreaSpot(Stage stage, String key, String name, String tip, double left, double top, double right, double bottom,
        List<Figure> figures) implements Mark {

    @Override
    public boolean covers(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    @Override
    public Inspector inspector() {
        return Card.inspector(stage, name, figures);
    }
}
