package firesale.cli;

import firesale.experiment.ExperimentFile;
import firesale.kernel.parameters.InputException;
import firesale.kernel.table.Column;
import firesale.kernel.table.CsvWriter;
import firesale.model.Checkpoint;
import firesale.model.FireSale;
import firesale.model.RunOutcome;
import firesale.model.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** MASON's loop over the model: its options, its checkpoints, and the measures of each job as a row of CSV. */
final class MasonLoop {

    private static final List<String> WITH_VALUE = List.of("-seed", "-for", "-until", "-repeat", "-parallel", "-time",
            "-docheckpoint",
            "-checkpoint");
    private static final List<String> WITHOUT_VALUE = List.of("-quiet");

    private MasonLoop() {
    }

    static void run(Path file, List<String> options, PrintWriter out) {
        ExperimentFile experiment = ExperimentFile.read(file);
        if (experiment.points().size() != 1) {
            throw new InputException(file + ": has " + experiment.points().size() + " points; MASON's loop runs one model");
        }
        List<String> arguments = new ArrayList<>(options);
        check(arguments);
        if (!arguments.contains("-seed")) {
            arguments.addAll(List.of("-seed", Long.toString(experiment.analysis().seed())));
        }
        Deque<FireSale> restored = restored(arguments);
        Rows rows = new Rows(out);
        Scenario scenario = Scenario.of(experiment.points().get(0).parameters());
        FireSale.loop(scenario, restored, rows::write, arguments);
    }

    /**
     * The run of {@code -checkpoint}, which is taken out of MASON's options: MASON would read the file without a filter, and
     * print a stack trace if it is damaged.
     */
    private static Deque<FireSale> restored(List<String> arguments) {
        Deque<FireSale> runs = new ArrayDeque<>();
        int option = arguments.indexOf("-checkpoint");
        if (option >= 0) {
            FireSale run = Checkpoint.read(Path.of(arguments.get(option + 1)));
            run.goOnAtStart();
            runs.push(run);
            arguments.subList(option, option + 2).clear();
            arguments.set(arguments.indexOf("-seed") + 1, Long.toString(run.modelSeed()));
        }
        return runs;
    }

    /** MASON reports a wrong option with a stack trace or not at all, so they are checked here. */
    private static void check(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            if (WITHOUT_VALUE.contains(option)) {
                continue;
            }
            if (!WITH_VALUE.contains(option)) {
                throw new InputException("firesale mason: unknown option " + option + "; MASON's are " + String.join(", ",
                        WITH_VALUE)
                        + ", " + String.join(", ", WITHOUT_VALUE));
            }
            i++;
            String value = i < arguments.size() ? arguments.get(i) : "";
            boolean number = value.matches("[0-9]{1,15}") && (!option.equals("-seed") || !value.matches("0+"));
            if (!option.equals("-checkpoint") && !number || value.isEmpty()) {
                throw new InputException("firesale mason: " + option + ": expected " + (option.equals("-checkpoint") ? "a file"
                        : "a whole number" + (option.equals("-seed") ? " above 0" : "")) + ", but found \"" + value + "\"");
            }
        }
    }

    /** Writes the header once and a row for each job that ends. */
    private static final class Rows {

        private final PrintWriter out;
        private CsvWriter<FireSale> writer;

        Rows(PrintWriter out) {
            this.out = out;
        }

        synchronized void write(FireSale run) {
            try {
                if (writer == null) {
                    List<Column<FireSale>> columns = new ArrayList<>();
                    columns.add(new Column<>("job", Column.Type.INTEGER, "", "MASON's job number", FireSale::jobNumber));
                    columns.add(new Column<>("seed", Column.Type.INTEGER, "", "The model's seed", FireSale::modelSeed));
                    for (Column<RunOutcome> measure : RunOutcome.columns()) {
                        columns.add(new Column<>(measure.name(), measure.type(), measure.unit(), measure.meaning(),
                                finished -> measure.value().apply(finished.outcome())));
                    }
                    writer = CsvWriter.begin(out, columns);
                }
                writer.write(run);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
