package firesale.report.page;

import firesale.report.TableScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs that failed.
 *
 * @param known    whether {@code runs.csv} is there
 * @param runs     rows in it
 * @param reasons  how many runs failed for each reason, in the order of the first
 * @param examples the first runs that failed
 */
record FailedRuns(boolean known, long runs, Map<String, Integer> reasons, List<Example> examples) {

    private static final int MOST_EXAMPLES = 5;
    private static final int MOST_REASONS = 50;
    private static final String OTHER = "(other reasons)";

    /** A run that failed. */
    record Example(String run, String point, String replication, String seed, String reason) {
    }

    /** Reads {@code runs.csv}. */
    static FailedRuns read(Path folder) throws IOException {
        Path file = folder.resolve("runs.csv");
        Map<String, Integer> reasons = new LinkedHashMap<>();
        List<Example> examples = new ArrayList<>();
        long runs = 0;
        if (!Files.isRegularFile(file)) {
            return new FailedRuns(false, 0, reasons, examples);
        }
        try (TableScan scan = TableScan.open(file, "run", "point_id", "replication", "seed", "status", "reason")) {
            while (scan.next()) {
                runs++;
                if (!scan.text(4).equals("ok")) {
                    String reason = scan.text(5);
                    reasons.merge(reasons.containsKey(reason) || reasons.size() < MOST_REASONS ? reason : OTHER, 1, Integer::sum);
                    if (examples.size() < MOST_EXAMPLES) {
                        examples.add(new Example(scan.text(0), scan.text(1), scan.text(2), scan.text(3), reason));
                    }
                }
            }
        }
        return new FailedRuns(true, runs, reasons, examples);
    }

    /** How many runs failed. */
    long count() {
        return reasons.values().stream().mapToLong(Integer::longValue).sum();
    }
}
