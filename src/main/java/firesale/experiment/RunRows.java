package firesale.experiment;

import firesale.experiment.store.Table;
import firesale.experiment.store.TableRows;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.CsvScan;
import java.io.IOException;
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
        Type[] types = table.columns().stream().map(Column::type).toArray(Type[]::new);
        try (CsvScan scan = new CsvScan(file)) {
            scan.nextRow();
            while (scan.nextRow()) {
                consumer.accept(row(scan, types));
            }
        }
    }

    /** Another table of the same results by its name; empty if it was not recorded. */
    public Optional<TableRows> table(String name) {
        return tables.stream().filter(other -> other.name().equals(name)).findFirst()
                .map(other -> new TableRows(file.resolveSibling(other.fileName()), other));
    }

    private RunRow row(CsvScan scan, Type[] types) throws IOException {
        long run = -1;
        int point = -1;
        int replication = -1;
        for (int i = 0; i < measuresStart; i++) {
            scan.nextField();
            switch (i) {
                case RUN -> run = scan.whole();
                case POINT -> point = (int) scan.whole();
                case REPLICATION -> replication = (int) scan.whole();
                default -> {
                    // what else names a run is in the plan
                }
            }
        }
        String reason = scan.text();
        double[] values = new double[types.length - measuresStart];
        for (int i = 0; i < values.length; i++) {
            scan.nextField();
            values[i] = number(scan, types[measuresStart + i]);
        }
        return new RunRow(run, point, replication, reason, values);
    }

    private static double number(CsvScan scan, Type type) {
        if (scan.isMissing()) {
            return Double.NaN;
        }
        return switch (type) {
            case REAL, INTEGER -> scan.real();
            case BOOLEAN -> scan.isTrue() ? 1 : 0;
            case TEXT, DATE -> Double.NaN;
        };
    }
}
