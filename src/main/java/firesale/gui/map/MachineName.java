package firesale.gui.map;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How a machine's name and the rack power that it needs stand in two lines. */
final class MachineName {

    private MachineName() {
    }

    /**
     * Two lines.
     *
     * @param name  parts joined by hyphens
     * @param needs what stands after it
     * @param width that a line may have; if even parts of the name are wider the first line is cut
     * @param wide  how wide a text is
     */
    static List<String> lines(String name, String needs, double width, ToDoubleFunction<String> wide) {
        if (wide.applyAsDouble(name) <= width) {
            return List.of(name, needs);
        }
        for (int at = name.lastIndexOf('-'); at > 0; at = name.lastIndexOf('-', at - 1)) {
            String first = name.substring(0, at);
            String second = name.substring(at + 1) + " \u00b7 " + needs;
            if (wide.applyAsDouble(first) <= width && wide.applyAsDouble(second) <= width) {
                return List.of(first, second);
            }
        }
        String cut = name;
        while (cut.length() > 1 && wide.applyAsDouble(cut + "\u2026") > width) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return List.of(cut + "\u2026", needs);
    }
}
