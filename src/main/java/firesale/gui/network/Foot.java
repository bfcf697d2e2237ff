package firesale.gui.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How the legend of debts breaks into lines, by a width of letters that no usual font exceeds. */
final class Foot {

    /** What a fresh default is called, beside kinds of debt. */
    static final String FRESH = "fresh default";
    private static final double LETTER = 6.9;
    /** The sample before a text, and what is free after it. */
    private static final double BESIDE = 23;

    private Foot() {
    }

    /**
     * Lines of texts.
     *
     * @param ties      kinds of debt to name; repo is named elsewhere
     * @param hasFresh  whether fresh defaults are named
     * @param width     of a line
     */
    static List<List<String>> lines(Set<Tie> ties, boolean hasFresh, double width) {
        List<List<String>> lines = new ArrayList<>();
        double used = width;
        for (String text : texts(ties, hasFresh)) {
            if (used + width(text) > width) {
                lines.add(new ArrayList<>());
                used = 0;
            }
            lines.get(lines.size() - 1).add(text);
            used += width(text);
        }
        return lines;
    }

    private static List<String> texts(Set<Tie> ties, boolean hasFresh) {
        List<String> texts = new ArrayList<>();
        for (Tie tie : ties) {
            if (tie != Tie.REPO) {
                texts.add(tie.words());
            }
        }
        if (hasFresh) {
            texts.add(FRESH);
        }
        return texts;
    }

    static double width(String text) {
        return BESIDE + LETTER * text.length();
    }
}
