package firesale.gui.charts;

import firesale.world.Regime;
import java.util.ArrayList;
import java.util.List;

/** Consecutive weeks of one regime. */
final class RegimeSpans {

    /**
     * Weeks of a regime.
     *
     * @param first the first of them
     * @param last  the last of them
     */
    record Span(Regime regime, int first, int last) {
    }

    private RegimeSpans() {
    }

    /** The spans of weeks, in their order; calm ones are left out. */
    static List<Span> of(List<ChartWeek> weeks) {
        List<Span> spans = new ArrayList<>();
        int first = 0;
        for (int w = 1; w <= weeks.size(); w++) {
            if (w == weeks.size() || weeks.get(w).regime() != weeks.get(first).regime()) {
                if (weeks.get(first).regime() != Regime.CALM) {
                    spans.add(new Span(weeks.get(first).regime(), weeks.get(first).week(), weeks.get(w - 1).week()));
                }
                first = w;
            }
        }
        return spans;
    }
}
