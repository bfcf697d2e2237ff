package firesale.report.page;

import firesale.report.TableScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code summary.csv}: all measures of the first points, by measure. */
final class StoredSummary {

    /** Points that a page shows; a table of more is no reading. */
    static final int MOST_POINTS = 200;

    /** One estimate with its paired difference to the baseline, NaN where there is none. */
    record Row(String point, String unit, double mean, double low, double high, String n, String missing, String method,
            double difference, double differenceLow, double differenceHigh, String pairs, double shareHigher) {

        boolean hasDifference() {
            return !Double.isNaN(difference);
        }
    }

    private final Map<String, List<Row>> byMeasure = new LinkedHashMap<>();
    private final Set<String> points = new LinkedHashSet<>();
    private final Set<String> methods = new LinkedHashSet<>();
    private int allPoints;

    /** Reads the table; without the file it is empty. */
    static StoredSummary read(Path folder) throws IOException {
        StoredSummary summary = new StoredSummary();
        Path file = folder.resolve("summary.csv");
        if (Files.isRegularFile(file)) {
            try (TableScan scan = TableScan.open(file, "point_id", "measure", "unit", "mean", "low", "high", "n", "missing",
                    "method",
                    "difference", "difference_low", "difference_high", "pairs", "share_higher")) {
                String point = null;
                while (scan.next()) {
                    if (!scan.text(0).equals(point)) {
                        point = scan.text(0);
                        summary.allPoints++;
                    }
                    if (summary.allPoints <= MOST_POINTS) {
                        summary.add(scan);
                    }
                }
            }
        }
        return summary;
    }

    private void add(TableScan scan) throws IOException {
        points.add(scan.text(0));
        methods.add(scan.text(8));
        byMeasure.computeIfAbsent(scan.text(1), measure -> new ArrayList<>()).add(new Row(scan.text(0), scan.text(2), scan.real(3),
                scan.real(4), scan.real(5), scan.text(6), scan.text(7), scan.text(8), scan.real(9), scan.real(10), scan.real(11),
                scan.text(12), scan.real(13)));
    }

    /** The measures in the order of the file. */
    List<String> measures() {
        return List.copyOf(byMeasure.keySet());
    }

    /** A measure at the points that are shown, in order; none if it is unknown. */
    List<Row> of(String measure) {
        return byMeasure.getOrDefault(measure, List.of());
    }

    /** Whether any point has a value. */
    boolean hasValue(String measure) {
        return of(measure).stream().anyMatch(row -> !Double.isNaN(row.mean()));
    }

    /** The points that are shown. */
    Set<String> points() {
        return points;
    }

    /** How many points the table has. */
    int allPoints() {
        return allPoints;
    }

    /** How its intervals were made. */
    Set<String> methods() {
        return methods;
    }
}
