package firesale.experiment.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firesale.kernel.table.Column;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code schema.json}: the columns of every table with type, unit and meaning. */
public final class SchemaJson {

    private static final String CSV = ".csv";

    private SchemaJson() {
    }

    public static String of(List<Table> tables) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            for (Table table : tables) {
                json.writeArrayFieldStart(table.fileName());
                for (Column<?> column : table.columns()) {
                    json.writeStartObject();
                    json.writeStringField("name", column.name());
                    json.writeStringField("type", column.type().name().toLowerCase(Locale.ROOT));
                    json.writeStringField("unit", column.unit());
                    json.writeStringField("meaning", column.meaning());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /**
     * The tables that a file describes; their columns say everything but how a value is read off a row.
     *
     * @throws IOException if the file cannot be read or is none of ours
     */
    public static List<Table> read(Path file) throws IOException {
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : new ObjectMapper().readTree(file.toFile()).properties()) {
            List<Column<?>> columns = new ArrayList<>();
            for (JsonNode column : table.getValue()) {
                columns.add(new Column<>(text(column, "name"), type(column), text(column, "unit"), text(column, "meaning"), row -> null));
            }
            if (!table.getKey().endsWith(CSV) || columns.isEmpty()) {
                throw new IOException(table.getKey() + " is no table");
            }
            tables.add(new Table(table.getKey().substring(0, table.getKey().length() - CSV.length()), columns));
        }
        return tables;
    }

    private static String text(JsonNode column, String field) throws IOException {
        JsonNode value = column.get(field);
        if (value == null || !value.isTextual()) {
            throw new IOException("a column has no " + field);
        }
        return value.textValue();
    }

    private static Column.Type type(JsonNode column) throws IOException {
        String type = text(column, "type").toUpperCase(Locale.ROOT);
        return Arrays.stream(Column.Type.values()).filter(known -> known.name().equals(type)).findFirst()
                .orElseThrow(() -> new IOException("there is no type " + type));
    }
}
