package firesale.gui.network;

import firesale.gui.view.Numbers;
import java.awt.Color;
import java.util.List;

/**
 * Loan to value as colour: light to dark blue up to 1, so that it reads in grey as well, and dark brown with a white dot
 * above.
 */
final class LtvScale {

    private static final List<Double> BOUNDS = List.of(0.5, 0.7, 0.85, 1.0);
    private static final List<Color> COLOURS = List.of(new Color(0xE6F0F8), new Color(0xADCFE8), new Color(0x5D9FCE),
            new Color(0x1B5E9E));
    /** Above 1: the machines no longer cover the loans. */
    static final Color UNCOVERED = new Color(0x5A1400);

    private LtvScale() {
    }

    /** The colour of an LTV; infinite where machines are worth nothing. */
    static Color colour(double ltv) {
        for (int i = 0; i < BOUNDS.size(); i++) {
            if (ltv <= BOUNDS.get(i)) {
                return COLOURS.get(i);
            }
        }
        return UNCOVERED;
    }

    /** Whether loans exceed what covers them. */
    static boolean isUncovered(double ltv) {
        return ltv > BOUNDS.get(BOUNDS.size() - 1);
    }

    /** Steps of the scale. */
    static int steps() {
        return COLOURS.size() + 1;
    }

    /** The colour of a step, from low to high. */
    static Color step(int step) {
        return step < COLOURS.size() ? COLOURS.get(step) : UNCOVERED;
    }

    /** The bound between a step and the next, in per cent. */
    static String bound(int step) {
        return Numbers.count(Math.round(100 * BOUNDS.get(step)));
    }

    /** An LTV in words: two digits, and none beyond 10. */
    static String text(double ltv) {
        return ltv > 10 ? "above 10" : Numbers.ratio(ltv);
    }
}
