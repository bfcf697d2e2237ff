package firesale.gui.view;

import firesale.report.Palette;
import firesale.world.Regime;
import java.awt.Color;

/** How regimes are named and coloured in all views. */
public final class Regimes {

    private Regimes() {
    }

    /** The word for a regime in headings. */
    public static String word(Regime regime) {
        return switch (regime) {
            case CALM -> "calm";
            case SQUEEZE -> "funding squeeze";
            case EASING -> "easing";
        };
    }

    /** What stands behind weeks of a regime; white in calm. */
    public static Color ground(Regime regime) {
        return switch (regime) {
            case CALM -> Color.WHITE;
            case SQUEEZE -> Palette.SQUEEZE;
            case EASING -> Palette.EASING;
        };
    }
}
