package firesale.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The rows of {@code runs.csv} in the order of runs, read afresh at each pass so that none needs to be held. */
public final class RunRows {

    private static final int RUN = 0;
    private static final int POINT = 1;
    private static final int REPLICATION = 3;
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?|-?Infinity");

    private final Path file;
    private final int measuresStart;

    RunRows(Path file, int measuresStart) {
        this.file = file;
        this.measuresStart = measuresStart;
    }

    /** Hands over each row, run 0 first. */
    public void forEach(Consumer<RunRow> consumer) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                consumer.accept(row(CsvText.split(line)));
            }
        }
    }

    private RunRow row(List<String> fields) {
        double[] values = new double[fields.size() - measuresStart];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(fields.get(measuresStart + i));
        }
        return new RunRow(Long.parseLong(fields.get(RUN)), Integer.parseInt(fields.get(POINT)),
                Integer.parseInt(fields.get(REPLICATION)), fields.get(measuresStart - 1), values);
    }

    private static double number(String field) {
        return switch (field) {
            case "" -> Double.NaN;
            case "true" -> 1;
            case "false" -> 0;
            default -> NUMBER.matcher(field).matches() ? Double.parseDouble(field) : Double.NaN;
        };
    }
}
