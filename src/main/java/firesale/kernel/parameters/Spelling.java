package firesale.kernel.parameters;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds the name that somebody probably meant. */
public final class Spelling {

    private static final int MOST_EDITS = 4;

    private Spelling() {
    }

    /**
     * The nearest of the known names by edit distance, letter case ignored: over the whole name or else, for dotted paths, one
     * that ends with the name, or one that is near to its first few components or to its last one.
     *
     * @return the nearest name, or empty if none is near
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        Optional<String> whole = nearest(name, known, UnaryOperator.identity());
        Optional<String> near = whole.or(() -> known.stream().filter(path -> path.endsWith("." + name)).findFirst())
                .or(() -> nearestBeginning(name, known));
        return near.isPresent() ? near : nearest(last(name), known, Spelling::last);
    }

    private static Optional<String> nearestBeginning(String path, Collection<String> known) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            String beginning = path.substring(0, dot);
            if (known.contains(beginning)) {
                return Optional.empty();
            }
            Optional<String> near = nearest(beginning, known, UnaryOperator.identity());
            if (near.isPresent()) {
                return near;
            }
        }
        return Optional.empty();
    }

    /** {@code "; did you mean NAME?"} for the nearest known name, or nothing. */
    public static String hint(String name, Collection<String> known) {
        return nearest(name, known).map(near -> "; did you mean " + near + "?").orElse("");
    }

    private static Optional<String> nearest(String name, Collection<String> known, UnaryOperator<String> compared) {
        String best = null;
        int least = 1 + Math.min(MOST_EDITS, Math.max(1, name.length() / 4));
        for (String candidate : known) {
            int distance = distance(name, compared.apply(candidate), least);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The edit distance (insert, delete, replace, swap of neighbours) without letter case; capped at the limit. */
    private static int distance(String left, String right, int limit) {
        if (Math.abs(left.length() - right.length()) >= limit) {
            return limit;
        }
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, i, j, d);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] d) {
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
