package firesale.experiment;

import firesale.experiment.store.CsvText;
import firesale.kernel.table.Column;
import firesale.kernel.table.CsvLine;
import firesale.model.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run's measures beside those of a stored row, text by text as {@code runs.csv} has them.
 *
 * @param row         what is compared with, such as {@code row 137 of runs.csv}
 * @param compared    how many measures both have
 * @param differences what is not the same
 * @param unknown     measures that only one of the two has: the row is of another version of the program
 */
public record RowComparison(String row, int compared, List<Difference> differences, List<String> unknown) {

    private static final int MOST_NAMED = 3;

    /** One measure with two values; empty text where it is missing. */
    public record Difference(String measure, String stored, String now) {
    }

    public RowComparison {
        differences = List.copyOf(differences);
        unknown = List.copyOf(unknown);
    }

    /** Compares the outcome of a run that is over. */
    public static RowComparison of(StoredRun stored, RunOutcome outcome) {
        List<Difference> differences = new ArrayList<>();
        List<String> unknown = new ArrayList<>(stored.measures().keySet());
        int compared = 0;
        for (Column<RunOutcome> column : RunOutcome.columns()) {
            String expected = stored.measures().get(column.name());
            if (expected == null) {
                unknown.add(column.name());
                continue;
            }
            unknown.remove(column.name());
            compared++;
            StringBuilder text = new StringBuilder();
            CsvText.field(text, column.value().apply(outcome));
            String now = CsvLine.split(text.toString()).get(0);
            if (!now.equals(expected)) {
                differences.add(new Difference(column.name(), expected, now));
            }
        }
        return new RowComparison("row " + stored.number() + " of " + stored.file().getFileName(), compared, differences, unknown);
    }

    /** Whether all measures of both are the same. */
    public boolean isEqual() {
        return differences.isEmpty() && unknown.isEmpty();
    }

    /** The result in a sentence or two. */
    public String text() {
        String others = unknown.isEmpty() ? "" : String.format(Locale.ROOT,
                " Only one of the two has %s: other versions of the program.",
                named(unknown));
        if (differences.isEmpty()) {
            return String.format(Locale.ROOT, "%s %d measures equal those of %s.%s", unknown.isEmpty() ? "All" : "The other",
                    compared, row,
                    others);
        }
        List<String> first = differences.stream().map(each -> each.measure() + " (stored " + shown(each.stored()) + ", now "
                + shown(each.now()) + ")").toList();
        return String.format(Locale.ROOT, "%d of %d measures differ from %s: %s.%s", differences.size(), compared, row,
                named(first), others);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "missing" : value;
    }

    private static String named(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }
}
