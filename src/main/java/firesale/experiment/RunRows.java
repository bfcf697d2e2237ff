package firesale.experiment;

import firesale.experiment.store.Table;
import firesale.experiment.store.TableRows;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.CsvLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of {@code runs.csv} in the order of runs, read afresh at each pass so that none needs to be held. */
public final class RunRows {

    private static final int RUN = 0;
    private static final int POINT = 1;
    private static final int REPLICATION = 3;

    private final Path file;
    private final Table table;
    private final List<Table> tables;
    private final int measuresStart;

    /**
     * @param file   {@code runs.csv}, beside which the other tables lie
     * @param tables all tables of the plan, {@code runs} first
     */
    RunRows(Path file, List<Table> tables, int measuresStart) {
        this.file = file;
        this.table = tables.get(0);
        this.tables = tables;
        this.measuresStart = measuresStart;
    }

    /** Hands over each row, run 0 first. */
    public void forEach(Consumer<RunRow> consumer) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                consumer.accept(row(CsvLine.split(line)));
            }
        }
    }

    /** Another table of the same results by its name; empty if it was not recorded. */
    public Optional<TableRows> table(String name) {
        return tables.stream().filter(other -> other.name().equals(name)).findFirst()
                .map(other -> new TableRows(file.resolveSibling(other.fileName()), other));
    }

    private RunRow row(List<String> fields) {
        double[] values = new double[fields.size() - measuresStart];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(fields.get(measuresStart + i), table.columns().get(measuresStart + i).type());
        }
        return new RunRow(Long.parseLong(fields.get(RUN)), Integer.parseInt(fields.get(POINT)),
                Integer.parseInt(fields.get(REPLICATION)), fields.get(measuresStart - 1), values);
    }

    private static double number(String field, Type type) {
        if (field.isEmpty()) {
            return Double.NaN;
        }
        return switch (type) {
            case REAL, INTEGER -> Double.parseDouble(field);
            case BOOLEAN -> field.equals("true") ? 1 : 0;
            case TEXT, DATE -> Double.NaN;
        };
    }
}
