package firesale.report;

import java.util.List;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;

/** Axes of names instead of numbers. */
final class Names {

    private static final int LONGEST = 36;

    private Names() {
    }

    /** An axis with the names at 0, 1, 2 and so on; long ones are cut in the middle, where names of points differ least. */
    static SymbolAxis axis(List<String> names) {
        SymbolAxis axis = Theme.style(new SymbolAxis(null, names.stream().map(Names::cut).toArray(String[]::new)));
        axis.setGridBandsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAutoTickUnitSelection(false);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setRange(-0.6, names.size() - 0.4);
        return axis;
    }

    static String cut(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int head = LONGEST / 2 - 1;
        return name.substring(0, head) + "\u2026" + name.substring(name.length() - (LONGEST - head - 1));
    }
}
