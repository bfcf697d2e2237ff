package firesale.kernel.parameters;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes parameters as JSON Schema (draft 2020-12), for completion and checks in editors. The result is plain maps, lists,
 * texts and numbers, ready for any JSON writer.
 */
public final class JsonSchema {

    private static final Map<String, Object> ANYTHING = Map.of();

    private JsonSchema() {
    }

    /**
     * The schema of a mapping with these parameters. Keys may be nested or dotted; dotted keys are listed in full at the top,
     * and accepted unseen further down.
     */
    public static Map<String, Object> of(ParameterSchema<?> parameters) {
        Map<String, Object> schema = group(parameters.layout());
        Map<String, Object> properties = properties(schema);
        for (Parameter parameter : parameters.parameters()) {
            properties.putIfAbsent(parameter.path(), value(parameter));
        }
        return schema;
    }

    /** The named properties of a schema made here; more may be added. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> properties(Map<String, Object> schema) {
        return (Map<String, Object>) schema.get("properties");
    }

    /** The schema of one parameter's value. */
    public static Map<String, Object> value(Parameter parameter) {
        Map<String, Object> single = single(parameter);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", description(parameter));
        switch (parameter.type().shape()) {
            case SINGLE -> schema.putAll(single);
            case LIST -> {
                schema.put("type", "array");
                schema.put("items", single);
            }
            case OPTIONAL -> schema.put("anyOf", List.of(single, Map.of("const", ParameterType.ABSENT)));
        }
        if (!parameter.def().isEmpty()) {
            schema.put("default", def(parameter));
        }
        return schema;
    }

    private static Map<String, Object> group(Layout.Group group) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Layout child : group.children()) {
            if (child instanceof Layout.Leaf leaf) {
                properties.put(leaf.name(), value(leaf.at(leaf.name(), leaf.param().def(), leaf.param().source())));
            } else if (child instanceof Layout.Group nested) {
                properties.put(nested.name(), described(nested.meaning(), group(nested)));
            } else if (child instanceof Layout.Table table) {
                properties.put(table.name(), table(table));
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of("object", "null"));
        schema.put("properties", properties);
        schema.put("patternProperties", Map.of("\\.", ANYTHING));
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> table(Layout.Table table) {
        Map<String, Object> row = group(table.row());
        properties(row).remove(ShippedRow.NAME);
        Map<String, Object> rows = new LinkedHashMap<>();
        table.shipped().forEach(shipped -> rows.put(shipped.name(), row));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of("object", "null"));
        schema.put("properties", rows);
        schema.put("additionalProperties", row);
        return described(table.meaning(), schema);
    }

    private static Map<String, Object> described(String meaning, Map<String, Object> schema) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("description", meaning);
        described.putAll(schema);
        return described;
    }

    private static Map<String, Object> single(Parameter parameter) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (parameter.type().kind()) {
            case REAL -> schema.put("type", "number");
            case INTEGER -> schema.put("type", "integer");
            case BOOLEAN -> schema.put("type", "boolean");
            case CHOICE -> schema.put("enum", parameter.type().allowed());
            case DATE -> {
                schema.put("type", "string");
                schema.put("format", "date");
            }
            case TEXT, FILE -> schema.put("type", "string");
        }
        if (!Double.isInfinite(parameter.range().min())) {
            schema.put("minimum", number(parameter.range().min()));
        }
        if (!Double.isInfinite(parameter.range().max())) {
            schema.put("maximum", number(parameter.range().max()));
        }
        return schema;
    }

    private static String description(Parameter parameter) {
        String unit = parameter.unit().isEmpty() ? "" : " (" + parameter.unit() + ")";
        return parameter.meaning() + unit + (parameter.source().isEmpty() ? "" : ". Source: " + parameter.source());
    }

    /** The default as JSON would have it; a list or an optional value keeps its canonical text. */
    private static Object def(Parameter parameter) {
        if (parameter.type().shape() != ParameterType.Shape.SINGLE) {
            return parameter.def();
        }
        return switch (parameter.type().kind()) {
            case REAL, INTEGER -> new BigDecimal(parameter.def());
            case BOOLEAN -> parameter.def().equals("true");
            default -> parameter.def();
        };
    }

    private static Object number(double value) {
        return new BigDecimal(Scalars.text(value));
    }
}
