package firesale.api;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Value;
import firesale.kernel.parameters.YamlReader;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a caller's map into settings, as if its values stood in a file. */
final class GivenParameters {

    private GivenParameters() {
    }

    /** @throws InputException if a value is of a kind that no parameter has */
    static Settings settings(Map<String, ?> parameters) {
        Settings base = Settings.none();
        List<Setting> given = new ArrayList<>();
        for (Map.Entry<String, ?> entry : parameters.entrySet()) {
            String key = entry.getKey();
            if (BaseCases.KEY.equals(key)) {
                base = BaseCases.settings(String.valueOf(entry.getValue()));
            } else if (key == null || key.isBlank()) {
                throw new InputException("parameters: a key is empty");
            } else {
                Place place = Place.argument(key + " = " + entry.getValue());
                given.add(new Setting(key, value(key, entry.getValue(), place), place));
            }
        }
        return base.overlaidBy(Settings.of(given));
    }

    private static Value value(String key, Object value, Place place) {
        if (value instanceof CharSequence) {
            return text(value.toString(), place);
        } else if (value instanceof Double || value instanceof Float) {
            return new Value.Text(Scalars.text(((Number) value).doubleValue()), place);
        } else if (value instanceof Number || value instanceof Boolean) {
            return new Value.Text(value.toString(), place);
        } else if (value instanceof Enum<?> constant) {
            return new Value.Text(Scalars.kebab(constant), place);
        } else if (value instanceof Iterable<?> items) {
            List<Value> values = new ArrayList<>();
            items.forEach(item -> values.add(value(key, item, place)));
            return new Value.Listing(values, place);
        } else if (value != null && value.getClass().isArray()) {
            List<Value> values = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                values.add(value(key, Array.get(value, i), place));
            }
            return new Value.Listing(values, place);
        }
        throw new InputException(key + ": expected a number, true or false, a text, or a list of these, but found "
                + (value == null ? "null" : value.getClass().getName()));
    }

    /** Only what begins like a list is read as YAML: every other text means itself. */
    private static Value text(String text, Place place) {
        return text.startsWith("[") ? YamlReader.value(text, place) : new Value.Text(text, place);
    }
}
