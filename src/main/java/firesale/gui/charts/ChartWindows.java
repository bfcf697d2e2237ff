package firesale.gui.charts;

import firesale.gui.view.Stage;
import firesale.gui.view.View;
import java.util.ArrayList;
import java.util.List;

/** The chart windows. */
public final class ChartWindows {

    private ChartWindows() {
    }

    /** One window for each chart; all show the stage's run. */
    public static List<View> of(Stage stage) {
        Histories histories = new Histories();
        List<View> windows = new ArrayList<>();
        for (ChartPlan plan : ChartPlans.all()) {
            windows.add(ChartWindow.of(plan.name(), histories, new RunChart(plan)));
            if (plan.name().equals(WaterfallChart.BESIDE)) {
                windows.add(ChartWindow.of(WaterfallChart.NAME, histories, new WaterfallChart()));
            }
        }
        return List.copyOf(windows);
    }
}
