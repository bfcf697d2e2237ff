package firesale.kernel.parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All parameters of a record whose components carry {@link Param}: read once by reflection into a flat list, from which files
 * are bound, effective values written, and tables and editors' schemas made.
 *
 * @param <T> the record
 */
public final class ParameterSchema<T extends Record> {

    /** One parameter's value as canonical text: a YAML scalar or flow sequence that reads back as an equal value. */
    public record Assignment(String path, String text) {

        /** {@code path: text}, the path quoted where it must be. */
        public String yaml() {
            return (path.matches("[A-Za-z][A-Za-z0-9_./+-]*") ? path : Scalars.yaml(path)) + ": " + text;
        }
    }

    /** One input file among the values of a record. */
    public record Input(String path, InputFile file) {
    }

    private final Class<T> record;
    private final Layout.Group root;
    private final List<Parameter> parameters;
    private final List<String> knownPaths;
    private final Map<String, Object> defaults = new LinkedHashMap<>();
    private final Map<String, Parameter> byPath = new LinkedHashMap<>();

    private ParameterSchema(Class<T> record) {
        this.record = record;
        this.root = Layout.of(record);
        List<Parameter> list = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        list(root, "", ShippedRow.NONE, "", list, paths);
        this.parameters = List.copyOf(list);
        list.forEach(parameter -> byPath.put(parameter.path(), parameter));
        this.knownPaths = List.copyOf(paths);
    }

    /**
     * The schema of a record class; keep it, since this reads the class and the shipped tables.
     *
     * @throws IllegalStateException if a component is no parameter or a default does not fit its own type and range
     */
    public static <T extends Record> ParameterSchema<T> of(Class<T> record) {
        return new ParameterSchema<>(record);
    }

    /**
     * Every parameter in the order of the components, the shipped rows of named tables included; of a table without rows one row
     * called {@code <name>}.
     */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The paths of all parameters, groups and tables, for spelling hints. */
    public List<String> knownPaths() {
        return knownPaths;
    }

    /** The components as a tree. */
    Layout.Group layout() {
        return root;
    }

    /**
     * The record with all defaults.
     *
     * @throws InputException if a parameter has none
     */
    public T defaults() {
        return bind(Settings.none());
    }

    /**
     * The record with the settings over the defaults.
     *
     * @throws InputException naming the place, if a key is unknown or missing, or a value of another type or out of range
     */
    public T bind(Settings settings) {
        Problems problems = new Problems();
        Object bound = new Binder(settings, knownPaths, defaults, problems).bind(root);
        problems.throwIfAny();
        return record.cast(bound);
    }

    /**
     * The record with the changes over the settings, as {@link #bind(Settings)} of both would give it; what no change touches is
     * not made again but taken from the base, so that many records that differ a little share the rest.
     *
     * @param base     what the settings alone gave
     * @param settings the settings below the changes
     */
    public T bind(T base, Settings settings, Settings changes) {
        Problems problems = new Problems();
        Object bound = new Binder(settings.overlaidBy(changes), knownPaths, defaults, problems).bind(root, base, changes);
        problems.throwIfAny();
        return record.cast(bound);
    }

    /** The parameter at a path, also in rows of tables that do not ship; empty if there is none. */
    public Optional<Parameter> parameter(String path) {
        return Optional.ofNullable(byPath.get(path)).or(() -> find(root, "", path));
    }

    private static Optional<Parameter> find(Layout.Group group, String prefix, String path) {
        for (Layout child : group.children()) {
            String childPath = prefix + child.name();
            if (child instanceof Layout.Leaf leaf && childPath.equals(path)) {
                return Optional.of(leaf.at(path, leaf.param().def(), leaf.param().source()));
            } else if (child instanceof Layout.Group nested && path.startsWith(childPath + ".")) {
                return find(nested, childPath + ".", path);
            } else if (child instanceof Layout.Table table && path.startsWith(childPath + ".")) {
                int dot = path.indexOf('.', childPath.length() + 1);
                return dot < 0 || path.substring(dot + 1).equals(ShippedRow.NAME) ? Optional.empty()
                        : find(table.row(), path.substring(0, dot + 1), path);
            }
        }
        return Optional.empty();
    }

    /**
     * Notes what {@link #bind} would refuse, for settings that stand in a file beside other keys.
     *
     * @param otherPaths the other keys, for spelling hints
     */
    public void check(Settings settings, List<String> otherPaths, Problems problems) {
        List<String> known = new ArrayList<>(knownPaths);
        known.addAll(otherPaths);
        new Binder(settings, known, defaults, problems).bind(root);
    }

    /** Every parameter's value as canonical text, in order; a file's name stays as it was written. */
    public List<Assignment> effective(T values) {
        return effective(values, UnaryOperator.identity());
    }

    /** Every parameter's value as canonical text, in order; a file's name is written relative to the folder. */
    public List<Assignment> effective(T values, Path folder) {
        return effective(values, file -> file.relativeTo(folder));
    }

    /** The canonical texts of some parameters, in the order of the paths; empty text where a table has no such row. */
    public LinkedHashMap<String, String> texts(T values, Collection<String> paths) {
        return texts(values, paths, UnaryOperator.identity());
    }

    /** As {@link #texts(Record, Collection)}, but a file's name is written relative to the folder. */
    public LinkedHashMap<String, String> texts(T values, Collection<String> paths, Path folder) {
        return texts(values, paths, file -> file.relativeTo(folder));
    }

    private LinkedHashMap<String, String> texts(T values, Collection<String> paths, UnaryOperator<InputFile> renaming) {
        LinkedHashMap<String, String> texts = new LinkedHashMap<>();
        paths.forEach(path -> texts.put(path, ""));
        if (!paths.isEmpty()) {
            // only groups in which a path lies: there are many other parameters
            visit(root, "", values, path -> paths.stream().anyMatch(wanted -> wanted.startsWith(path)), (leaf, path, value) ->
                    texts.computeIfPresent(path, (key, old) -> leaf.type().write(value, renaming)));
        }
        return texts;
    }

    /** Every parameter's value as YAML, one dotted key a line, to be kept in the given folder: reads back as an equal record. */
    public String yaml(T values, Path folder) {
        StringBuilder yaml = new StringBuilder();
        effective(values, folder).forEach(assignment -> yaml.append(assignment.yaml()).append('\n'));
        return yaml.toString();
    }

    /** The input files among the values, so that their content can enter a run's identity. */
    public List<Input> inputs(T values) {
        List<Input> inputs = new ArrayList<>();
        visit(root, "", values, path -> true, (leaf, path, value) -> inputs.addAll(inputs(path, value)));
        return List.copyOf(inputs);
    }

    private static List<Input> inputs(String path, Object value) {
        List<Input> inputs = new ArrayList<>();
        for (Object item : value instanceof List<?> list ? list : Arrays.asList(value)) {
            if ((item instanceof Optional<?> optional ? optional.orElse(null) : item) instanceof InputFile file) {
                inputs.add(new Input(path, file));
            }
        }
        return inputs;
    }

    /** What is different in one record from another: the values and the input files of the one, as far as they are not equal. */
    public record Differences(List<Assignment> values, List<Input> inputs) {
    }

    /** Looks only where the two do not share their parts; a table's row that only {@code from} has is no difference. */
    public Differences differences(T from, T to) {
        Differences found = new Differences(new ArrayList<>(), new ArrayList<>());
        differences(root, "", from, to, found);
        return found;
    }

    private static void differences(Layout.Group group, String path, Object from, Object to, Differences found) {
        for (Layout child : group.children()) {
            Object before = from == null ? null : child.of(from);
            Object after = child.of(to);
            String childPath = path + child.name();
            if (before == after) {
                continue;
            }
            if (child instanceof Layout.Leaf leaf) {
                if (!after.equals(before)) {
                    found.values.add(new Assignment(childPath, leaf.type().write(after, UnaryOperator.identity())));
                    found.inputs.addAll(inputs(childPath, after));
                }
            } else if (child instanceof Layout.Group nested) {
                differences(nested, childPath + ".", before, after, found);
            } else if (child instanceof Layout.Table table) {
                rows(table, childPath, before == null ? List.of() : (List<?>) before, (List<?>) after, found);
            }
        }
    }

    private static void rows(Layout.Table table, String path, List<?> from, List<?> to, Differences found) {
        for (Object row : to) {
            Object name = table.nameOf(row);
            Object before = from.stream().filter(other -> table.nameOf(other).equals(name)).findFirst().orElse(null);
            if (before != row) {
                Layout.Group unnamed = table.row().withoutFirst();
                differences(unnamed, path + "." + name + ".", before, row, found);
            }
        }
    }

    private List<Assignment> effective(T values, UnaryOperator<InputFile> renaming) {
        List<Assignment> assignments = new ArrayList<>();
        visit(root, "", values, path -> true, (leaf, path, value) -> assignments.add(new Assignment(path, leaf.type().write(value, renaming))));
        return List.copyOf(assignments);
    }

    /** What to do with one parameter's value. */
    private interface Visitor {
        void visit(Layout.Leaf leaf, String path, Object value);
    }

    private static void visit(Layout.Group group, String path, Object values, Predicate<String> wanted, Visitor visitor) {
        for (Layout child : group.children()) {
            if (!(child instanceof Layout.Leaf) && !wanted.test(path + child.name() + ".")) {
                continue;
            }
            Object value = child.of(values);
            if (child instanceof Layout.Leaf leaf) {
                visitor.visit(leaf, path + leaf.name(), value);
            } else if (child instanceof Layout.Group nested) {
                visit(nested, path + nested.name() + ".", value, wanted, visitor);
            } else if (child instanceof Layout.Table table) {
                for (Object row : (List<?>) value) {
                    String rowPath = path + table.name() + "." + table.nameOf(row) + ".";
                    if (!wanted.test(rowPath)) {
                        continue;
                    }
                    visit(table.row(), rowPath, row, wanted, (leaf, leafPath, leafValue) -> {
                        if (!leafPath.equals(rowPath + ShippedRow.NAME)) {
                            visitor.visit(leaf, leafPath, leafValue);
                        }
                    });
                }
            }
        }
    }

    private void list(Layout.Group group, String path, ShippedRow row, String within, List<Parameter> list,
            List<String> paths) {
        for (Layout child : group.children()) {
            String childPath = path + child.name();
            String childWithin = within + child.name();
            boolean rowName = row != ShippedRow.NONE && childWithin.equals(ShippedRow.NAME);
            if (!rowName) {
                paths.add(childPath);
            }
            if (child instanceof Layout.Leaf leaf && !rowName) {
                String shipped = row.cells().get(childWithin);
                String def = canonical(leaf, childPath, shipped == null ? leaf.param().def() : shipped);
                boolean fromRow = shipped != null && !row.source().isEmpty();
                list.add(leaf.at(childPath, def, fromRow ? row.source() : leaf.param().source()));
            } else if (child instanceof Layout.Group nested) {
                list(nested, childPath + ".", row, childWithin + ".", list, paths);
            } else if (child instanceof Layout.Table table) {
                if (table.shipped().isEmpty()) {
                    ShippedRow any = new ShippedRow("<name>", Map.of(), "");
                    list(table.row(), childPath + ".<name>.", any, "", list, new ArrayList<>());
                }
                for (ShippedRow shipped : table.shipped()) {
                    paths.add(childPath + "." + shipped.name());
                    list(table.row(), childPath + "." + shipped.name() + ".", shipped, "", list, paths);
                }
            }
        }
    }

    /** The canonical text of a default, which is read here once for all binds. */
    private String canonical(Layout.Leaf leaf, String path, String def) {
        if (def.isEmpty()) {
            return "";
        }
        try {
            Object value = leaf.type().read(written(def, leaf.type()), leaf.range());
            defaults.put(path, value);
            return leaf.type().write(value, UnaryOperator.identity());
        } catch (Refusal refusal) {
            Parameter parameter = leaf.at(path, def, "");
            throw new IllegalStateException("default of " + path + ": " + refusal.sentence(parameter.expected()), refusal);
        }
    }

    /** A default or a table's cell as a value: for a list {@code [a, b]} or {@code a;b}, else a scalar, in quotes or without. */
    static Value written(String text, ParameterType type) {
        Place place = Place.argument("default");
        boolean isList = type.shape() == ParameterType.Shape.LIST;
        if (isList && !text.startsWith("[")) {
            List<Value> items = new ArrayList<>();
            for (String item : text.split(";")) {
                items.add(new Value.Text(item.strip(), place));
            }
            return new Value.Listing(items, place);
        }
        boolean isYaml = isList || text.startsWith("\"") || text.startsWith("'");
        return isYaml ? YamlReader.value(text, place) : new Value.Text(text, place);
    }
}
