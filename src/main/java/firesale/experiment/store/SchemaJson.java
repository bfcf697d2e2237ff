package firesale.experiment.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import firesale.kernel.table.Column;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** {@code schema.json}: the columns of every table with type, unit and meaning. */
public final class SchemaJson {

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
}
