package firesale.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code schema.json} says of the tables' columns; nothing if there is no such file. */
final class StoredSchema {

    /** A column of a table. */
    record Column(String name, String type, String unit, String meaning) {

        boolean isReal() {
            return type.equals("real");
        }
    }

    private final Map<String, List<Column>> tables = new LinkedHashMap<>();

    /** Reads the file of a result folder. */
    static StoredSchema read(Path folder) throws IOException {
        StoredSchema schema = new StoredSchema();
        Path file = folder.resolve("schema.json");
        if (Files.isRegularFile(file)) {
            try (JsonParser json = new JsonFactory().createParser(Files.readString(file, StandardCharsets.UTF_8))) {
                json.nextToken();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String table = json.currentName();
                    List<Column> columns = new ArrayList<>();
                    json.nextToken();
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        columns.add(column(json));
                    }
                    schema.tables.put(table, List.copyOf(columns));
                }
            }
        }
        return schema;
    }

    private static Column column(JsonParser json) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            fields.put(json.currentName(), json.nextTextValue());
        }
        return new Column(fields.getOrDefault("name", ""), fields.getOrDefault("type", ""), fields.getOrDefault("unit", ""),
                fields.getOrDefault("meaning", ""));
    }

    /** The names of the tables' files, in order. */
    List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    /** A column of a table, if it is known. */
    Optional<Column> column(String table, String name) {
        return tables.getOrDefault(table, List.of()).stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Whether a table has rows of single runs, which are too many for a page. */
    boolean isOfRuns(String table) {
        return column(table, "replication").isPresent() || column(table, "run").isPresent();
    }
}
