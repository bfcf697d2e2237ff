package firesale.experiment;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Problems;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What varies in an experiment: named variants crossed with a full factorial grid. */
record Variations(Map<String, Settings> variants, List<Axis> grid) {

    /** The most points that an experiment may have. */
    static final int MOST_POINTS = 100_000;

    /** One key of the grid with its values, as settings. */
    record Axis(String key, Place place, List<Setting> values) {
    }

    /** One point before its parameters are bound: the variant's name (or ""), its settings, and the keys the grid set. */
    record Combination(String variant, Settings settings, List<String> gridKeys) {

        private Combination with(Setting setting) {
            List<String> keys = new ArrayList<>(gridKeys);
            keys.add(setting.path());
            return new Combination(variant, settings.overlaidBy(Settings.of(List.of(setting))), keys);
        }
    }

    /**
     * The variations of an {@code analysis} section.
     *
     * @throws InputException if a variant's name or a grid's value is not as it should be
     */
    static Variations of(Settings analysis) {
        Problems problems = new Problems();
        Variations variations = new Variations(variants(analysis, problems), grid(analysis.under("grid"), problems));
        variations.refuseKeysVariedTwice(problems);
        problems.throwIfAny();
        variations.refuseTooManyPoints();
        return variations;
    }

    private static Map<String, Settings> variants(Settings analysis, Problems problems) {
        Map<String, Settings> variants = new LinkedHashMap<>();
        Settings section = analysis.under("variants");
        for (Setting setting : section.all()) {
            String name = setting.path().split("\\.", 2)[0];
            boolean alone = setting.path().equals(name);
            if (!Header.NAME.matcher(name).matches()) {
                problems.add(setting.place(), "analysis.variants." + name
                        + ": a variant's name consists of lower-case letters, digits and hyphens");
            } else if (alone && !(setting.value() instanceof Value.Nothing)) {
                problems.add(setting.value().place(), "analysis.variants." + name
                        + ": expected model keys with values, such as { time.weeks: 52 }");
            }
            variants.computeIfAbsent(name, section::under);
        }
        return variants;
    }

    private static List<Axis> grid(Settings section, Problems problems) {
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
        return axes;
    }

    private void refuseKeysVariedTwice(Problems problems) {
        for (Axis axis : grid) {
            for (Map.Entry<String, Settings> variant : variants.entrySet()) {
                if (variant.getValue().get(axis.key).isPresent()) {
                    problems.add(axis.place, axis.key + ": set by the variant " + variant.getKey() + " and varied by the grid");
                }
            }
        }
    }

    private void refuseTooManyPoints() {
        long points = Math.max(1, variants.size());
        for (Axis axis : grid) {
            points *= axis.values.size();
            if (points > MOST_POINTS) {
                throw new InputException(axis.place + ": analysis.grid: more than " + MOST_POINTS + " points");
            }
        }
    }

    /** All combinations; the variants vary slowest, the last key of the grid fastest. */
    List<Combination> combinations() {
        List<Combination> combinations = new ArrayList<>();
        variants.forEach((name, settings) -> combinations.add(new Combination(name, settings, List.of())));
        if (variants.isEmpty()) {
            combinations.add(new Combination("", Settings.none(), List.of()));
        }
        for (Axis axis : grid) {
            List<Combination> shorter = List.copyOf(combinations);
            combinations.clear();
            for (Combination combination : shorter) {
                axis.values.forEach(value -> combinations.add(combination.with(value)));
            }
        }
        return combinations;
    }

    /** Where a key is first varied; empty if nothing varies it. */
    Optional<Place> place(String key) {
        return Stream.concat(variants.values().stream().flatMap(settings -> settings.get(key).stream()).map(Setting::place),
                grid.stream().filter(axis -> axis.key.equals(key)).map(Axis::place)).findFirst();
    }

    /** Every key that varies anywhere, the variants' first. */
    Collection<String> variedKeys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Settings settings : variants.values()) {
            for (Setting setting : settings.all()) {
                if (!(setting.value() instanceof Value.Nothing)) {
                    keys.add(setting.path());
                }
            }
        }
        grid.forEach(axis -> keys.add(axis.key));
        return keys;
    }
}
