package firesale.experiment;

import firesale.kernel.parameters.JsonSchema;
import firesale.kernel.parameters.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of experiment files, for completion and checks in editors. */
public final class ExperimentSchema {

    private ExperimentSchema() {
    }

    /** The schema as plain maps and lists, ready for a JSON writer. */
    public static Map<String, Object> json() {
        Map<String, Object> header = JsonSchema.of(ExperimentFile.headerSchema());
        Map<String, Object> properties = JsonSchema.properties(header);
        properties.keySet().removeIf(key -> key.indexOf('.') >= 0);
        properties.put("model", model());
        addToAnalysis(properties);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Firesale experiment");
        schema.putAll(header);
        schema.put("type", "object");
        schema.put("required", List.of("schemaVersion", "name", "question"));
        schema.put("$defs", Map.of("model", JsonSchema.of(ExperimentFile.modelSchema())));
        return schema;
    }

    /** The model's parameters and {@code base}: a second copy, since a closed schema cannot be extended by reference. */
    private static Map<String, Object> model() {
        Map<String, Object> base = new LinkedHashMap<>();
        base.put("description", "Another experiment file, whose model values these override: its name without .yaml, or a path");
        base.put("type", "string");
        Map<String, Object> model = JsonSchema.of(ExperimentFile.modelSchema());
        model.put("description", "The model's parameters, nested or dotted");
        JsonSchema.properties(model).put("base", base);
        return model;
    }

    @SuppressWarnings("unchecked")
    private static void addToAnalysis(Map<String, Object> properties) {
        Map<String, Object> analysis = JsonSchema.properties((Map<String, Object>) properties.get("analysis"));
        Map<String, Object> variants = new LinkedHashMap<>();
        variants.put("description", "Named overrides of model keys");
        variants.put("type", "object");
        variants.put("additionalProperties", Map.of("$ref", "#/$defs/model"));
        Map<String, Object> grid = new LinkedHashMap<>();
        grid.put("description", "Model keys with lists of values, combined as the design says and crossed with the variants");
        grid.put("type", "object");
        Map<String, Object> lists = new LinkedHashMap<>();
        for (Parameter parameter : ExperimentFile.modelSchema().parameters()) {
            lists.put(parameter.path(), list(parameter));
        }
        grid.put("properties", lists);
        analysis.put("variants", variants);
        analysis.put("grid", grid);
        Map<String, Object> ranges = new LinkedHashMap<>();
        ranges.put("description", "Model keys with ranges from which points are drawn: [low, high], [low, high, log] or choices");
        ranges.put("type", "object");
        Map<String, Object> ofKeys = new LinkedHashMap<>();
        for (Parameter parameter : ExperimentFile.modelSchema().parameters()) {
            ofKeys.put(parameter.path(), range(parameter));
        }
        ranges.put("properties", ofKeys);
        analysis.put("ranges", ranges);
    }

    private static Map<String, Object> range(Parameter parameter) {
        Map<String, Object> range = list(parameter);
        if (ValueRange.isOfNumbers(parameter)) {
            range.put("items", Map.of("anyOf", List.of(JsonSchema.value(parameter), Map.of("const", "log"))));
            range.put("maxItems", 3);
        }
        range.put("minItems", 2);
        return range;
    }

    private static Map<String, Object> list(Parameter parameter) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", JsonSchema.value(parameter));
        return list;
    }
}
