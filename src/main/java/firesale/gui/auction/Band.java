package firesale.gui.auction;

import firesale.gui.view.Mark;
import java.util.function.Supplier;
import sim.portrayal.Inspector;

/**
 * A rectangle of the sheet that answers to the pointer.
 *
 * @param key       no other band's
 * @param name      of what it stands for
 * @param tip       what is said of it
 * @param left      in units of the sheet
 * @param top       the same
 * @param right     the same
 * @param bottom    the same
 * @param inspected makes its inspector
 */
record Band(String key, String name, String tip, double left, double top, double right, double bottom,
        Supplier<Inspector> inspected) implements Mark {

    @Override
    public boolean covers(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    @Override
    public Inspector inspector() {
        return inspected.get();
    }
}
