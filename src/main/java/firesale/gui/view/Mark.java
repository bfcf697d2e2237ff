package firesale.gui.view;

import sim.portrayal.Inspector;

/** Something drawn that can be pointed at. */
public interface Mark {

    /** The same from week to week, and no other mark's of the same layer. */
    String key();

    /** What it is, in a few words. */
    String name();

    /** What is said of it when the pointer rests on it: HTML without the outer tag, lines parted by {@code <br>}. */
    String tip();

    /** Whether it covers a point, in the layer's units. */
    boolean covers(double x, double y);

    /** All figures of it, kept up to date. */
    Inspector inspector();
}
