package firesale.report;

import java.util.List;
import java.util.regex.Pattern;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;

/** Axes of names instead of numbers. */
final class Names {

    private static final int LONGEST = 36;
    private static final Pattern GROUPS = Pattern.compile("(?<=^|[,/])(?:[A-Za-z0-9_-]+\\.)+(?=[A-Za-z0-9_-]+=)");

    private Names() {
    }

    /**
     * An axis with the names at 0, 1, 2 and so on; if any is long, all lose the groups of their keys, and what is still long
     * is cut.
     */
    static SymbolAxis axis(List<String> names) {
        SymbolAxis axis = Theme.style(new SymbolAxis(null, cut(names).toArray(String[]::new)));
        axis.setGridBandsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAutoTickUnitSelection(false);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setRange(-0.6, names.size() - 0.4);
        return axis;
    }

    /**
     * Points' names, without the groups of the keys that vary if there is no room: {@code a.b.ltv=0.7,a.c.spread=0.05} is
     * {@code ltv=0.7,spread=0.05}.
     */
    static List<String> cut(List<String> ids) {
        boolean fit = ids.stream().allMatch(id -> id.length() <= LONGEST);
        return ids.stream().map(id -> fit ? id : shortened(GROUPS.matcher(id).replaceAll(""))).toList();
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int head = LONGEST / 2 - 1;
        return name.substring(0, head) + "\u2026" + name.substring(name.length() - (LONGEST - head - 1));
    }
}
