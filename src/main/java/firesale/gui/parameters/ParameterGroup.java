package firesale.gui.parameters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Parameters whose paths begin alike.
 *
 * @param path   what they have in common: {@code market.regimes}; empty for all
 * @param own    the paths of parameters that are in no smaller group, in order
 * @param groups smaller groups, in order
 */
record ParameterGroup(String path, List<String> own, List<ParameterGroup> groups) {

    ParameterGroup {
        own = List.copyOf(own);
        groups = List.copyOf(groups);
    }

    /** The groups of paths, nested as deep as paths have parts. */
    static ParameterGroup of(Collection<String> paths) {
        return of("", paths);
    }

    private static ParameterGroup of(String path, Collection<String> paths) {
        int from = path.isEmpty() ? 0 : path.length() + 1;
        List<String> own = new ArrayList<>();
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (String each : paths) {
            int dot = each.indexOf('.', from);
            if (dot < 0) {
                own.add(each);
            } else {
                parts.computeIfAbsent(each.substring(0, dot), key -> new ArrayList<>()).add(each);
            }
        }
        List<ParameterGroup> groups = new ArrayList<>();
        parts.forEach((part, within) -> groups.add(of(part, within)));
        return new ParameterGroup(path, own, groups);
    }

    /** The last part of its path. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** How a parameter of its own is called within it. */
    String nameOf(String parameter) {
        return path.isEmpty() ? parameter : parameter.substring(path.length() + 1);
    }

    /** All its paths, those of smaller groups included. */
    Stream<String> all() {
        return Stream.concat(own.stream(), groups.stream().flatMap(ParameterGroup::all));
    }

    /** How many of some paths it holds. */
    long count(Set<String> paths) {
        return all().filter(paths::contains).count();
    }
}
