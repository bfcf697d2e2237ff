package firesale.kernel.parameters;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** An ordered, immutable set of settings, at most one for each path. */
public final class Settings {

    private static final Settings NONE = new Settings(new LinkedHashMap<>());

    private final LinkedHashMap<String, Setting> byPath;
    /** The same settings in the order in which they were made, the latest layer last. */
    private final LinkedHashSet<String> history;

    private Settings(LinkedHashMap<String, Setting> byPath, LinkedHashSet<String> history) {
        this.byPath = byPath;
        this.history = history;
    }

    private Settings(LinkedHashMap<String, Setting> byPath) {
        this(byPath, new LinkedHashSet<>(byPath.keySet()));
    }

    /** No settings. */
    public static Settings none() {
        return NONE;
    }

    /** The given settings in their order; of two with the same path the later one holds, in the earlier one's position. */
    public static Settings of(Collection<Setting> settings) {
        LinkedHashMap<String, Setting> byPath = new LinkedHashMap<>();
        for (Setting setting : settings) {
            byPath.put(setting.path(), setting);
        }
        return new Settings(byPath);
    }

    /**
     * The settings of {@code --set key=value} arguments; a value is a YAML scalar or a flow sequence such as {@code [1, 2]}.
     *
     * @throws InputException if an argument has no key, or its value is no such thing
     */
    public static Settings ofArguments(List<String> arguments) {
        LinkedHashMap<String, Setting> byPath = new LinkedHashMap<>();
        for (String argument : arguments) {
            Place place = Place.argument("--set " + argument.strip());
            int equals = argument.indexOf('=');
            String path = equals < 0 ? "" : argument.substring(0, equals).strip();
            if (path.isEmpty()) {
                throw new InputException(place + ": expected key=value, such as --set time.weeks=52");
            }
            byPath.put(path, new Setting(path, YamlReader.value(argument.substring(equals + 1), place), place));
        }
        return new Settings(byPath);
    }

    /** These settings overlaid by others: where both have a path, the others' value holds. */
    public Settings overlaidBy(Settings others) {
        LinkedHashMap<String, Setting> merged = new LinkedHashMap<>(byPath);
        merged.putAll(others.byPath);
        LinkedHashSet<String> all = new LinkedHashSet<>(history);
        all.removeAll(others.history);
        all.addAll(others.history);
        return new Settings(merged, all);
    }

    /** The settings whose path begins with {@code group} and a dot, without that beginning. */
    public Settings under(String group) {
        LinkedHashMap<String, Setting> part = new LinkedHashMap<>();
        for (Setting setting : byPath.values()) {
            if (setting.path().startsWith(group + ".")) {
                String rest = setting.path().substring(group.length() + 1);
                part.put(rest, setting.at(rest));
            }
        }
        return new Settings(part);
    }

    /** The settings whose path satisfies the condition. */
    public Settings where(Predicate<String> condition) {
        LinkedHashMap<String, Setting> part = new LinkedHashMap<>();
        for (Map.Entry<String, Setting> entry : byPath.entrySet()) {
            if (condition.test(entry.getKey())) {
                part.put(entry.getKey(), entry.getValue());
            }
        }
        return new Settings(part);
    }

    /** The setting with this path, if there is one. */
    public Optional<Setting> get(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The place of the setting, among those whose path satisfies the condition, that was made last: in the uppermost layer. */
    Optional<Place> latest(Predicate<String> condition) {
        return history.stream().filter(condition).reduce((earlier, later) -> later).map(path -> byPath.get(path).place());
    }

    /** The paths of all settings in order. */
    Set<String> paths() {
        return Collections.unmodifiableSet(byPath.keySet());
    }

    /** All settings in order. */
    public List<Setting> all() {
        return List.copyOf(byPath.values());
    }

    /** Whether nothing is set. */
    public boolean isEmpty() {
        return byPath.isEmpty();
    }

    @Override
    public String toString() {
        return byPath.keySet().toString();
    }
}
