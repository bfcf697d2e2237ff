package firesale.kernel.parameters;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One component of a parameter record: a value, a group of further components, or a named table. Read once by reflection. */
sealed interface Layout {

    /** The component's name. */
    String name();

    /** Reads the component off its record; null for the outermost record, which is no component. */
    Method accessor();

    /** The component's value in a record. */
    default Object of(Object record) {
        try {
            return accessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A single parameter. */
    record Leaf(String name, Method accessor, Param param, ParameterType type, Range range) implements Layout {

        /** The parameter at a path, with a default given as it would be written in YAML (empty for none). */
        Parameter at(String path, String def, String source) {
            return new Parameter(path, type, param.unit(), range, def, param.meaning(), source);
        }
    }

    /** A nested parameter record. */
    record Group(String name, Method accessor, String meaning, Constructor<?> constructor, List<Layout> children)
            implements Layout {

        /** The same without its first component, a row's name; only for reading. */
        Group withoutFirst() {
            return new Group(name, accessor, meaning, constructor, children.subList(1, children.size()));
        }

        /** A new record. @throws IllegalArgumentException or InputException if the record itself refuses the values */
        Object create(List<Object> values) {
            try {
                return constructor.newInstance(values.toArray());
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException refusal) {
                    throw refusal;
                }
                throw new IllegalStateException(e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A list of parameter records, each with a name; {@code shipped} are the rows that come with the program. */
    record Table(String name, Method accessor, String meaning, Group row, List<ShippedRow> shipped) implements Layout {

        /** The name of one of the table's records. */
        Object nameOf(Object rowRecord) {
            return row.children().get(0).of(rowRecord);
        }
    }

    /** The layout of a parameter record. @throws IllegalStateException if it is no such record, naming what is wrong */
    static Group of(Class<?> record) {
        return group("", null, "", record);
    }

    private static Group group(String name, Method accessor, String meaning, Class<?> record) {
        List<Layout> children = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            children.add(read(record, component));
        }
        Class<?>[] types = Arrays.stream(record.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new Group(name, accessor, meaning, constructor, List.copyOf(children));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Layout read(Class<?> record, RecordComponent component) {
        String where = record.getName() + "." + component.getName();
        Param param = component.getAnnotation(Param.class);
        if (param == null) {
            throw new IllegalStateException(where + ": has no @Param");
        }
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        if (component.getType().isRecord()) {
            return group(component.getName(), accessor, param.meaning(), component.getType());
        } else if (rowClass(component) != null) {
            Group row = group(component.getName(), accessor, param.meaning(), rowClass(component));
            return new Table(component.getName(), accessor, param.meaning(), row, ShippedRow.read(param.table(), row));
        }
        ParameterType type = ParameterType.of(component.getGenericType())
                .orElseThrow(() -> new IllegalStateException(
                        where + ": " + component.getGenericType() + " is no parameter type"));
        return new Leaf(component.getName(), accessor, param, type, new Range(param.min(), param.max()));
    }

    private static Class<?> rowClass(RecordComponent component) {
        boolean rows = component.getGenericType() instanceof ParameterizedType generic && generic.getRawType() == List.class
                && generic.getActualTypeArguments()[0] instanceof Class<?> row && row.isRecord();
        return rows ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0] : null;
    }
}
