package firesale.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code spread.csv} says of the declared points: charged and fair spreads by kind of lending, 1/a. */
final class SpreadTable {

    private static final String CHARGED = "charged";
    private static final String FAIR = "fair";

    /** By kind, point and what. */
    private final Map<String, Map<String, Map<String, Interval>>> estimates = new LinkedHashMap<>();
    private final List<String> points = new ArrayList<>();

    /** Reads the table; without the file it is empty. */
    static SpreadTable read(Path file) throws IOException {
        SpreadTable table = new SpreadTable();
        if (Files.exists(file)) {
            try (TableScan scan = TableScan.open(file, "point_id", "declared", "class", "what", "value", "low", "high", "n")) {
                while (scan.next()) {
                    String what = scan.text(3);
                    if (scan.text(0).equals(scan.text(1)) && (what.equals(CHARGED) || what.equals(FAIR))) {
                        table.note(scan.text(0));
                        table.estimates.computeIfAbsent(scan.text(2), kind -> new LinkedHashMap<>())
                                .computeIfAbsent(scan.text(0), point -> new LinkedHashMap<>())
                                .put(what, new Interval(scan.real(4), scan.real(5), scan.real(6), scan.whole(7), ""));
                    }
                }
            }
        }
        return table;
    }

    private void note(String point) {
        if (!points.contains(point)) {
            points.add(point);
        }
    }

    /** Kinds of lending in the order of the file. */
    List<String> kinds() {
        return List.copyOf(estimates.keySet());
    }

    /** Points at which anything was lent, in the order of the file. */
    List<String> points() {
        return points;
    }

    Optional<Interval> charged(String kind, String point) {
        return get(kind, point, CHARGED);
    }

    Optional<Interval> fair(String kind, String point) {
        return get(kind, point, FAIR);
    }

    private Optional<Interval> get(String kind, String point, String what) {
        return Optional.ofNullable(estimates.getOrDefault(kind, Map.of()).getOrDefault(point, Map.of()).get(what))
                .filter(Interval::hasMean);
    }
}
