package firesale.experiment;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The canonical text of parameters: one line for each leaf of the record tree, its dotted path and its value, in the order of
 * declaration. Two points with the same text are the same point.
 */
final class ParameterText {

    private ParameterText() {
    }

    /** Path to value, in the order of declaration; rows of a list have their number in the path. */
    static Map<String, String> flatten(Record parameters) {
        Map<String, String> flat = new LinkedHashMap<>();
        components(parameters, "", flat);
        return flat;
    }

    private static void components(Record group, String prefix, Map<String, String> flat) {
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            add(prefix + component.getName(), read(component, group), flat);
        }
    }

    private static void add(String path, Object value, Map<String, String> flat) {
        if (value instanceof Record group) {
            components(group, path + ".", flat);
        } else if (value instanceof List<?> list) {
            flat.put(path + ".size", Integer.toString(list.size()));
            for (int i = 0; i < list.size(); i++) {
                add(path + "[" + i + "]", list.get(i), flat);
            }
        } else if (value instanceof Double number) {
            flat.put(path, NumberOutput.toString(number, true));
        } else {
            flat.put(path, String.valueOf(value));
        }
    }

    private static Object read(RecordComponent component, Record group) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(group);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read parameter " + component.getName(), e);
        }
    }
}
