package firesale.kernel.parameters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with an input, so that the user sees all of it at once. */
public final class Problems {

    private static final int SHOWN = 10;

    private record Problem(Place place, String message) {
        String line() {
            return place == null ? message : place + ": " + message;
        }
    }

    private final List<Problem> problems = new ArrayList<>();

    /** Notes a problem; a null place means that none is known. */
    public void add(Place place, String message) {
        Problem problem = new Problem(place, message);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** How many problems there are so far. */
    public int count() {
        return problems.size();
    }

    /**
     * Ends the collection.
     *
     * @throws InputException if there is any problem: up to ten, one a line, in the order of their places
     */
    public void throwIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing(Problem::place, Comparator.nullsLast(Comparator.naturalOrder())));
        List<String> lines = new ArrayList<>(sorted.stream().limit(SHOWN).map(Problem::line).toList());
        if (sorted.size() > SHOWN) {
            lines.add("… and " + (sorted.size() - SHOWN) + " more");
        }
        throw new InputException(String.join("\n", lines));
    }
}
