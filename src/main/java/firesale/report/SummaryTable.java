package firesale.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code summary.csv} says: estimates by point and measure. */
final class SummaryTable {

    private final Map<String, Map<String, Interval>> intervals = new LinkedHashMap<>();

    /** Reads the table; without the file it is empty. */
    static SummaryTable read(Path file) throws IOException {
        SummaryTable table = new SummaryTable();
        if (Files.exists(file)) {
            try (TableScan scan = TableScan.open(file, "point_id", "measure", "mean", "low", "high", "n", "method")) {
                while (scan.next()) {
                    Interval interval = new Interval(scan.real(2), scan.real(3), scan.real(4), scan.whole(5), scan.text(6));
                    table.intervals.computeIfAbsent(scan.text(0), id -> new LinkedHashMap<>()).put(scan.text(1), interval);
                }
            }
        }
        return table;
    }

    /** The points' names in the order of the file. */
    List<String> points() {
        return new ArrayList<>(intervals.keySet());
    }

    /** The estimate of a measure at a point, if there is one. */
    Optional<Interval> get(String point, String measure) {
        return Optional.ofNullable(intervals.getOrDefault(point, Map.of()).get(measure)).filter(Interval::hasMean);
    }
}
