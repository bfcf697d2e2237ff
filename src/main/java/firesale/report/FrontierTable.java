package firesale.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code frontier.csv}. */
final class FrontierTable {

    private FrontierTable() {
    }

    /** What the table says; none without the file, or if it holds fewer than two measures. */
    static Optional<Frontier> read(Path file) throws IOException {
        Map<String, Frontier.Measure> measures = new LinkedHashMap<>();
        Map<String, Frontier.Point> points = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try (TableScan scan = TableScan.open(file, "point_id", "measure", "unit", "mean", "low", "high", "n", "baseline",
                    "undominated")) {
                while (scan.next()) {
                    measures.putIfAbsent(scan.text(1), new Frontier.Measure(scan.text(1), scan.text(2)));
                    boolean baseline = scan.text(7).equals("true");
                    boolean undominated = scan.text(8).equals("true");
                    points.computeIfAbsent(scan.text(0), id -> new Frontier.Point(id, baseline, undominated, new ArrayList<>()))
                            .at().add(new Interval(scan.real(3), scan.real(4), scan.real(5), scan.whole(6), ""));
                }
            }
        }
        for (Frontier.Point point : points.values()) {
            if (point.at().size() != measures.size()) {
                throw new IOException(file.getFileName() + ": " + point.id() + " lacks a measure");
            }
        }
        return measures.size() < 2 ? Optional.empty()
                : Optional.of(new Frontier(List.copyOf(measures.values()), List.copyOf(points.values())));
    }
}
