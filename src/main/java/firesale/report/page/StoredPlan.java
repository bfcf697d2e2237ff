package firesale.report.page;

import firesale.experiment.store.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The plan of a result folder.
 *
 * @param runs    how many runs it has
 * @param values  its names and values
 * @param points  for each point that sets anything the keys that vary, with their values
 */
record StoredPlan(long runs, Map<String, String> values, Map<String, Map<String, String>> points) {

    private static final String VARIED = " varied at ";

    /** Reads the manifest of a folder; empty if there is none. */
    static Optional<StoredPlan> read(Path folder) throws IOException {
        Path file = folder.resolve("manifest.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Manifest manifest = Manifest.read(file);
        Map<String, Map<String, String>> points = new LinkedHashMap<>();
        manifest.plan().forEach((name, value) -> {
            int at = name.indexOf(VARIED);
            if (at > 0) {
                points.computeIfAbsent(name.substring(at + VARIED.length()), id -> new LinkedHashMap<>())
                        .put(name.substring(0, at), value);
            }
        });
        return Optional.of(new StoredPlan(manifest.runs(), manifest.plan(), points));
    }

    /** A value of the plan; empty if it has none of this name. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The keys that vary, in the order of first mention. */
    List<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        points.values().forEach(point -> keys.addAll(point.keySet()));
        return new ArrayList<>(keys);
    }
}
