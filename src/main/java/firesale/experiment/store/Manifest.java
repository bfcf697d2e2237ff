package firesale.experiment.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code manifest.json}: what a result folder holds.
 *
 * @param complete whether every file is there
 * @param failed   how many runs failed; known when complete
 * @param runs     how many runs the plan has
 * @param shards   how many shards
 * @param plan     the plan as names and values, see {@link Plan#identity}
 * @param files    every file that belongs to the results beside the shards, relative to the folder, with {@code /}
 */
public record Manifest(boolean complete, long failed, long runs, int shards, Map<String, String> plan, SortedSet<String> files) {

    /** The text of the file. */
    public String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory().createGenerator(text)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            json.writeBooleanField("complete", complete);
            json.writeNumberField("failed", failed);
            json.writeNumberField("runs", runs);
            json.writeNumberField("shards", shards);
            json.writeObjectFieldStart("plan");
            for (Map.Entry<String, String> entry : plan.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("files");
            for (String file : files) {
                json.writeString(file);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /** @throws IOException if the file cannot be read or is no manifest */
    public static Manifest read(Path file) throws IOException {
        boolean complete = false;
        long failed = 0;
        long runs = 0;
        int shards = 0;
        Map<String, String> plan = new LinkedHashMap<>();
        SortedSet<String> files = new TreeSet<>();
        try (JsonParser json = factory().createParser(Files.readString(file, StandardCharsets.UTF_8))) {
            expect(json.nextToken(), JsonToken.START_OBJECT, json);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "complete" -> complete = json.getBooleanValue();
                    case "failed" -> failed = json.getLongValue();
                    case "runs" -> runs = json.getLongValue();
                    case "shards" -> shards = json.getIntValue();
                    case "plan" -> {
                        while (json.nextToken() == JsonToken.FIELD_NAME) {
                            plan.put(json.currentName(), json.nextTextValue());
                        }
                    }
                    case "files" -> {
                        while (json.nextToken() == JsonToken.VALUE_STRING) {
                            files.add(json.getText());
                        }
                    }
                    default -> throw new IOException("unknown field " + field);
                }
            }
            expect(json.currentToken(), JsonToken.END_OBJECT, json);
        }
        return new Manifest(complete, failed, runs, shards, plan, files);
    }

    private static JsonFactory factory() {
        return JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    }

    private static void expect(JsonToken token, JsonToken expected, JsonParser json) throws IOException {
        if (token != expected) {
            throw new IOException("expected " + expected + " at line " + json.currentLocation().getLineNr());
        }
    }
}
