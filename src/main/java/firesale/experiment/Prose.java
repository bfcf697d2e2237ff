package firesale.experiment;

/** Answers in sentences, broken into lines. */
final class Prose {

    private static final int WIDEST = 116;
    private static final char NO_BREAK = '\u00a0';

    private Prose() {
    }

    /** A part of a sentence that stays on one line. */
    static String unbroken(String text) {
        return text.replace(' ', NO_BREAK);
    }

    /** In lines of bearable width. */
    static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int width = 0;
        for (String word : text.split(" ")) {
            if (width > 0 && width + 1 + word.length() > WIDEST) {
                lines.append('\n');
                width = 0;
            } else if (width > 0) {
                lines.append(' ');
                width++;
            }
            lines.append(word);
            width += word.length();
        }
        return lines.toString().replace(NO_BREAK, ' ');
    }
}
