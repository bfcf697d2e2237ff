package firesale.gui.view;

import firesale.model.FireSale;
import sim.display.GUIState;

/** Where a run is watched. */
public interface Stage {

    /** MASON's side of it. */
    GUIState gui();

    /** The run that is watched now; it changes when another is started, loaded or computed anew. It has not begun before play. */
    FireSale run();
}
