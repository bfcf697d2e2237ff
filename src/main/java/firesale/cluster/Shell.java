package firesale.cluster;

import java.nio.file.Path;

/** Text for shell scripts. */
final class Shell {

    private Shell() {
    }

    /** One word of a shell's command, whatever is in it. */
    static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static String quote(Path path) {
        return quote(path.toString());
    }

    /** The same if it needs quotes at all. */
    static String word(String text) {
        return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : quote(text);
    }
}
