package firesale.kernel.parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds one record from settings and defaults; used once, for one bind. */
final class Binder {

    private final Settings settings;
    private final List<String> knownPaths;
    private final Map<String, Object> defaults;
    private final Problems problems;
    private final Set<String> used = new LinkedHashSet<>();
    /** The settings that a record which is there already does not have; only their groups are bound anew. */
    private Settings changes;

    /** @param defaults the values that paths have by default, as far as they have been read */
    Binder(Settings settings, List<String> knownPaths, Map<String, Object> defaults, Problems problems) {
        this.settings = settings;
        this.knownPaths = knownPaths;
        this.defaults = defaults;
        this.problems = problems;
    }

    /** The record, or null if any setting is unknown or refused, which is then among the problems. */
    Object bind(Layout.Group root) {
        changes = settings;
        return checked(group(root, "", ShippedRow.NONE, "", null));
    }

    /** The same with all that no change touches taken from a record that was bound of the other settings. */
    Object bind(Layout.Group root, Object base, Settings changed) {
        changes = changed;
        return checked(group(root, "", ShippedRow.NONE, "", base));
    }

    private Object checked(Object record) {
        for (Setting setting : changes.all()) {
            if (!used.contains(setting.path())) {
                problems.add(setting.place(), setting.path() + ": unknown key" + Spelling.hint(setting.path(), knownPaths));
            }
        }
        return record;
    }

    /** The group's record, or null if there is a problem; {@code within} is the group's path within a table's row. */
    private Object group(Layout.Group group, String path, ShippedRow row, String within, Object base) {
        int before = problems.count();
        refuseValueFor(path, "a group of keys");
        List<Object> values = new ArrayList<>();
        for (Layout child : group.children()) {
            String childPath = path + child.name();
            String childWithin = within + child.name();
            if (base != null && !isChanged(childPath)) {
                values.add(child.of(base));
            } else if (child instanceof Layout.Leaf leaf) {
                boolean rowName = childWithin.equals(ShippedRow.NAME) && row != ShippedRow.NONE;
                values.add(rowName ? row.name() : leaf(leaf, childPath));
            } else if (child instanceof Layout.Group nested) {
                values.add(group(nested, childPath + ".", row, childWithin + ".", base == null ? null : nested.of(base)));
            } else if (child instanceof Layout.Table table) {
                values.add(table(table, childPath + ".", base == null ? List.of() : (List<?>) table.of(base)));
            }
        }
        return problems.count() > before ? null : create(group, path, values);
    }

    private boolean isChanged(String path) {
        for (String changed : changes.paths()) {
            if (changed.startsWith(path) && (changed.length() == path.length() || changed.charAt(path.length()) == '.')) {
                return true;
            }
        }
        return false;
    }

    private Object create(Layout.Group group, String path, List<Object> values) {
        try {
            return group.create(values);
        } catch (IllegalArgumentException | InputException e) {
            Place last = settings.latest(key -> key.startsWith(path)).orElse(null);
            problems.add(last, (path.isEmpty() ? "" : path.substring(0, path.length() - 1) + ": ") + e.getMessage());
            return null;
        }
    }

    private List<Object> table(Layout.Table table, String path, List<?> base) {
        refuseValueFor(path, "a table of named rows");
        Map<String, ShippedRow> rows = new LinkedHashMap<>();
        for (ShippedRow row : table.shipped()) {
            rows.put(row.name(), row);
        }
        for (Setting setting : settings.where(key -> key.startsWith(path)).all()) {
            String name = setting.path().substring(path.length()).split("\\.", 2)[0];
            rows.putIfAbsent(name, new ShippedRow(name, Map.of(), ""));
        }
        List<Object> records = new ArrayList<>();
        for (ShippedRow row : rows.values()) {
            String rowPath = path + row.name();
            Object before = base.stream().filter(record -> table.nameOf(record).equals(row.name())).findFirst().orElse(null);
            if (before != null && !isChanged(rowPath)) {
                records.add(before);
            } else if (table.shipped().contains(row) || isComplete(table, rowPath)) {
                records.add(group(table.row(), rowPath + ".", row, "", before));
            }
        }
        return records.contains(null) ? List.of() : List.copyOf(records);
    }

    /** Whether a new row sets all that has no default; if not, that is one problem, whatever else the row sets. */
    private boolean isComplete(Layout.Table table, String rowPath) {
        List<String> required = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        ShippedRow.columns("", table.row(), required, optional);
        List<String> missing = required.stream().filter(key -> settings.get(rowPath + "." + key).isEmpty()).toList();
        if (missing.isEmpty()) {
            return true;
        }
        List<Setting> inRow = settings.where(key -> key.equals(rowPath) || key.startsWith(rowPath + ".")).all();
        inRow.forEach(setting -> used.add(setting.path()));
        List<String> names = table.shipped().stream().map(ShippedRow::name).toList();
        String name = rowPath.substring(rowPath.lastIndexOf('.') + 1);
        problems.add(inRow.get(0).place(), rowPath + ": a new row needs also " + String.join(", ", missing)
                + Spelling.hint(name, names));
        return false;
    }

    private Object leaf(Layout.Leaf leaf, String path) {
        Setting setting = settings.get(path).orElse(null);
        if (setting == null && defaults.containsKey(path)) {
            return defaults.get(path);
        }
        Parameter parameter = leaf.at(path, leaf.param().def(), "");
        if (setting != null) {
            used.add(path);
            return read(parameter, setting.value(), setting.place());
        } else if (!parameter.def().isEmpty()) {
            return read(parameter, ParameterSchema.written(parameter.def(), parameter.type()), null);
        }
        problems.add(lastPlaceBeside(path), path + ": missing; expected " + parameter.expected());
        return null;
    }

    private Object read(Parameter parameter, Value value, Place keyPlace) {
        try {
            return parameter.type().read(value, parameter.range());
        } catch (Refusal refusal) {
            Place place = refusal.place() == null ? keyPlace : refusal.place();
            problems.add(place, parameter.path() + ": " + refusal.sentence(parameter.expected()));
            return null;
        }
    }

    private Place lastPlaceBeside(String path) {
        String parent = path.substring(0, path.lastIndexOf('.') + 1);
        if (parent.isEmpty()) {
            return settings.isEmpty() ? null : settings.all().get(0).place().whole();
        }
        return settings.latest(key -> key.startsWith(parent) || (key + ".").equals(parent)).orElse(null);
    }

    /** A group or table may be set to nothing at all, but to no value. */
    private void refuseValueFor(String pathAndDot, String what) {
        if (pathAndDot.isEmpty()) {
            return;
        }
        String path = pathAndDot.substring(0, pathAndDot.length() - 1);
        settings.get(path).ifPresent(setting -> {
            used.add(path);
            if (!(setting.value() instanceof Value.Nothing)) {
                problems.add(setting.value().place(), path + ": expected " + what + ", but found a value");
            }
        });
    }
}
