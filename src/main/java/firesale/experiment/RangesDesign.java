package firesale.experiment;

import firesale.kernel.parameters.ParameterSchema.Assignment;
import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Points of the unit cube as values within ranges. Values pass through short texts, so that a point is what its texts say. */
final class RangesDesign implements PointDesign {

    private final List<ValueRange> ranges;
    private final double[][] cube;

    /** @param cube rows are points, a coordinate for each range, from 0 to 1 */
    RangesDesign(List<ValueRange> ranges, double[][] cube) {
        this.ranges = List.copyOf(ranges);
        this.cube = cube;
    }

    @Override
    public String name() {
        return "the ranges";
    }

    @Override
    public Map<String, Place> keys() {
        Map<String, Place> keys = new LinkedHashMap<>();
        ranges.forEach(range -> keys.put(range.key(), range.place()));
        return keys;
    }

    @Override
    public List<SensitivityDesign.Span> spans() {
        return ranges.stream().map(ValueRange::span).toList();
    }

    @Override
    public long size() {
        return cube.length;
    }

    @Override
    public Settings row(int row) {
        List<Setting> settings = new ArrayList<>(ranges.size());
        for (int d = 0; d < ranges.size(); d++) {
            ValueRange range = ranges.get(d);
            Value value = range.at(cube[row][d]);
            settings.add(new Setting(range.key(), value, range.place()));
        }
        return Settings.of(settings);
    }

    @Override
    public String id(int row) {
        return String.format(Locale.ROOT, "s%04d", row + 1);
    }

    @Override
    public List<Assignment> yaml(Path folder) {
        return ranges.stream().map(range -> new Assignment("analysis.ranges." + range.key(), range.text(folder))).toList();
    }
}
