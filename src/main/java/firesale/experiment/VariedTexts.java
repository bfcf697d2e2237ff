package firesale.experiment;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Texts by key whose keys many points share: a map in a third of the memory. Immutable. */
final class VariedTexts extends AbstractMap<String, String> {

    private final String[] keys;
    private final String[] texts;

    /** The arrays are not copied. */
    VariedTexts(String[] keys, String[] texts) {
        this.keys = keys;
        this.texts = texts;
    }

    static VariedTexts copyOf(Map<String, String> map) {
        return map instanceof VariedTexts texts ? texts
                : new VariedTexts(map.keySet().toArray(String[]::new), map.values().toArray(String[]::new));
    }

    @Override
    public String get(Object key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return texts[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(keys)));
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
                return IntStream.range(0, keys.length).mapToObj(i -> Map.entry(keys[i], texts[i])).iterator();
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }
}
