package firesale.experiment;

import firesale.kernel.parameters.Parameter;
import firesale.kernel.parameters.ParameterSchema.Assignment;
import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Problems;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lists of values: all combinations, each value alone, or the lists side by side.
 *
 * @param kind {@code GRID}, {@code ONE_AT_A_TIME} or {@code LIST}
 */
record GridDesign(DesignKind kind, List<Axis> axes) implements PointDesign {

    /** Nothing varies. */
    static final GridDesign NONE = new GridDesign(DesignKind.GRID, List.of());

    /** One key with its values, as settings. */
    record Axis(String key, Place place, List<Setting> values) {
    }

    static GridDesign of(DesignKind kind, Settings section, Problems problems) {
        List<Axis> axes = new ArrayList<>();
        for (Setting setting : section.all()) {
            if (setting.value() instanceof Value.Listing listing && !listing.items().isEmpty()) {
                axes.add(new Axis(setting.path(), setting.place(), listing.items().stream()
                        .map(item -> new Setting(setting.path(), item, setting.place())).toList()));
            } else {
                problems.add(setting.value().place(), "analysis.grid." + setting.path()
                        + ": expected a list of values, such as [1, 2, 3]");
            }
        }
        if (kind == DesignKind.LIST) {
            refuseOtherLengths(axes, problems);
        }
        return new GridDesign(kind, List.copyOf(axes));
    }

    private static void refuseOtherLengths(List<Axis> axes, Problems problems) {
        for (Axis axis : axes) {
            int first = axes.get(0).values.size();
            if (axis.values.size() != first) {
                problems.add(axis.place, "analysis.grid." + axis.key + ": has " + axis.values.size() + " values, but "
                        + axes.get(0).key + " has " + first + "; with design: list all lists are as long as each other");
            }
        }
    }

    @Override
    public String name() {
        return "the grid";
    }

    @Override
    public Map<String, Place> keys() {
        Map<String, Place> keys = new LinkedHashMap<>();
        axes.forEach(axis -> keys.put(axis.key, axis.place));
        return keys;
    }

    @Override
    public long size() {
        if (axes.isEmpty()) {
            return 1;
        }
        long size = kind == DesignKind.GRID ? 1 : kind == DesignKind.LIST ? axes.get(0).values.size() : 1;
        for (Axis axis : axes) {
            if (kind == DesignKind.GRID) {
                size = Math.min(size * axis.values.size(), Integer.MAX_VALUE);
            } else if (kind == DesignKind.ONE_AT_A_TIME) {
                size += axis.values.size();
            }
        }
        return size;
    }

    /** Of a grid the last key varies fastest. */
    @Override
    public Settings row(int row) {
        if (kind == DesignKind.ONE_AT_A_TIME) {
            return alone(row - 1);
        }
        Setting[] settings = new Setting[axes.size()];
        int rest = row;
        for (int i = settings.length - 1; i >= 0; i--) {
            List<Setting> values = axes.get(i).values;
            settings[i] = values.get(kind == DesignKind.GRID ? rest % values.size() : row);
            rest /= values.size();
        }
        return Settings.of(List.of(settings));
    }

    private Settings alone(int index) {
        int rest = index;
        for (Axis axis : axes) {
            if (rest >= 0 && rest < axis.values.size()) {
                return Settings.of(List.of(axis.values.get(rest)));
            }
            rest -= axis.values.size();
        }
        return Settings.none();
    }

    @Override
    public boolean beginsWithBase() {
        return kind == DesignKind.ONE_AT_A_TIME;
    }

    @Override
    public List<Assignment> yaml(Path folder) {
        List<Assignment> lines = new ArrayList<>();
        for (Axis axis : axes) {
            Parameter parameter = ExperimentFile.modelSchema().parameter(axis.key).orElseThrow();
            lines.add(new Assignment("analysis.grid." + axis.key, axis.values.stream()
                    .map(setting -> parameter.canonical(setting.value(), folder)).collect(Collectors.joining(", ", "[", "]"))));
        }
        return lines;
    }
}
