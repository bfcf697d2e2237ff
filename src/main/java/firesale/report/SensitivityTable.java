package firesale.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code sensitivity.csv} says: indices by measure and parameter. */
final class SensitivityTable {

    /** By measure, key and index. */
    private final Map<String, Map<String, Map<String, Interval>>> indices = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private boolean morris;

    /** Reads the table; without the file it is empty. */
    static SensitivityTable read(Path file) throws IOException {
        SensitivityTable table = new SensitivityTable();
        if (Files.exists(file)) {
            try (TableScan scan = TableScan.open(file, "method", "measure", "key", "index", "value", "low", "high", "n", "unit")) {
                while (scan.next()) {
                    table.morris |= scan.text(0).equals("morris");
                    if (!scan.text(2).isEmpty()) {
                        table.units.put(scan.text(1), scan.text(8));
                        table.indices.computeIfAbsent(scan.text(1), measure -> new LinkedHashMap<>())
                                .computeIfAbsent(scan.text(2), key -> new LinkedHashMap<>())
                                .put(scan.text(3), new Interval(scan.real(4), scan.real(5), scan.real(6), scan.whole(7), ""));
                    }
                }
            }
        }
        return table;
    }

    boolean isEmpty() {
        return indices.isEmpty();
    }

    /** Whether it is of elementary effects, not of variances. */
    boolean isMorris() {
        return morris;
    }

    /** Measures that vary, in the order of the file. */
    List<String> measures() {
        return indices.keySet().stream().filter(measure -> keys().stream().anyMatch(key ->
                get(measure, key, main()).filter(index -> !morris || index.mean() != 0).isPresent())).toList();
    }

    /** The index that parameters are ranked by. */
    String main() {
        return morris ? "mu-star" : "total-order";
    }

    /** The parameters, in the order of their rank for the first measure. */
    List<String> keys() {
        return indices.isEmpty() ? List.of() : new ArrayList<>(indices.values().iterator().next().keySet());
    }

    /** The unit of a measure's indices. */
    String unit(String measure) {
        return units.get(measure);
    }

    /** An index, if it has a value. */
    Optional<Interval> get(String measure, String key, String index) {
        return Optional.ofNullable(indices.getOrDefault(measure, Map.of()).getOrDefault(key, Map.of()).get(index))
                .filter(Interval::hasMean);
    }

    /** Base samples or trajectories of a measure. */
    int n(String measure) {
        return keys().stream().flatMap(key -> get(measure, key, main()).stream()).mapToInt(Interval::n).findFirst().orElse(0);
    }
}
