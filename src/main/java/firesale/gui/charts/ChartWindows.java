package firesale.gui.charts;

import firesale.gui.view.Stage;
import firesale.gui.view.View;
import java.util.List;

/** The chart windows. */
public final class ChartWindows {

    private ChartWindows() {
    }

    /** One window for each chart. */
    public static List<View> of(Stage stage) {
        return List.of();
    }
}
