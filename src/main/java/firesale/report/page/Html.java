package firesale.report.page;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is XML as well. Every text is escaped, every element that is opened must be closed; letters that a page may
 * not hold become a question mark in a diamond.
 */
final class Html {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element with attributes as names and values in turn. */
    Html open(String element, String... attributes) {
        tag(element, attributes).append('>');
        open.push(element);
        return this;
    }

    /** Closes the element that was opened last, which must be the named one. */
    Html close(String element) {
        if (open.isEmpty() || !open.peek().equals(element)) {
            throw new IllegalStateException("closes " + element + " within " + open);
        }
        open.pop();
        text.append("</").append(element).append('>');
        return this;
    }

    /** Closes an element after which a line may end. */
    Html closeLine(String element) {
        close(element).text.append('\n');
        return this;
    }

    /** An element that holds nothing but a text. */
    Html element(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close(element);
    }

    /** The same on a line of its own. */
    Html line(String element, String content, String... attributes) {
        element(element, content, attributes).text.append('\n');
        return this;
    }

    /** An element that never holds anything, such as {@code meta}. */
    Html empty(String element, String... attributes) {
        tag(element, attributes).append("/>");
        return this;
    }

    /** A text. */
    Html text(String content) {
        escape(content, text);
        return this;
    }

    /** Markup that was made here. */
    Html raw(CharSequence markup) {
        text.append(markup);
        return this;
    }

    private StringBuilder tag(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], text);
            text.append('"');
        }
        return text;
    }

    /** Appends a text with what markup gives a meaning written otherwise. */
    static void escape(String content, StringBuilder to) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                case '\'' -> to.append("&#39;");
                case '\n', '\t' -> to.append(c);
                default -> {
                    if (Character.isHighSurrogate(c) && i + 1 < content.length()
                            && Character.isLowSurrogate(content.charAt(i + 1))) {
                        to.append(c).append(content.charAt(++i));
                    } else {
                        to.append(isAllowed(c) ? c : REPLACEMENT);
                    }
                }
            }
        }
    }

    private static boolean isAllowed(char c) {
        return c >= ' ' && c != 0x7F && !Character.isSurrogate(c) && c < 0xFFFE && !(c >= 0x80 && c < 0xA0)
                && !(c >= 0xFDD0 && c <= 0xFDEF) && !isTurning(c);
    }

    /** Letters that turn the direction of what follows could make a page seem to say something else. */
    private static boolean isTurning(char c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** The page, of which everything is closed. */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return text.toString();
    }
}
