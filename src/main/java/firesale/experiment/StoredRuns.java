package firesale.experiment;

import firesale.experiment.store.CsvText;
import firesale.experiment.store.DurableFiles;
import firesale.experiment.store.Manifest;
import firesale.experiment.store.PlanChange;
import firesale.kernel.parameters.InputException;
import firesale.kernel.table.CsvLine;
import firesale.model.FireSale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The runs that a {@code runs.csv} holds, each with all that it was made from, so that it can be run again. */
public final class StoredRuns {

    private static final String RUNS = "runs.csv";
    private static final String STATUS = "status";
    private static final String REASON = "reason";
    /** Of a plan what says nothing of a run's numbers, or is told of as a warning. */
    private static final Set<String> ANY = Set.of("code", "replications", PlanChange.PRECISION);

    private final Path file;
    private final PlannedRuns plan;
    private final List<String> columns;
    private final int measuresStart;
    private final long last;
    private final List<String> warnings = new ArrayList<>();

    private StoredRuns(Path file, PlannedRuns plan) throws IOException {
        this.file = file;
        this.plan = plan;
        try (RowFinder rows = new RowFinder(file)) {
            if (rows.header() == null) {
                throw new InputException(file + ":1: expected the header of a table of runs, but the file is empty");
            }
            this.columns = CsvLine.split(rows.header());
            this.measuresStart = requireHead();
            this.last = rows.last();
        }
        if (last < 0) {
            throw new InputException(file + ":2: expected a run, but the table has none");
        }
        lookAtManifest();
    }

    /**
     * Opens a table of runs; its {@code experiment.yaml} lies beside it.
     *
     * @param fileOrFolder {@code runs.csv} or the result folder that holds it
     * @throws InputException naming the file, if one is missing or is not what it should be
     */
    public static StoredRuns open(Path fileOrFolder) {
        Path file = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(RUNS) : fileOrFolder;
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        requireTable(fileOrFolder, file, folder);
        Path yaml = folder.resolve(ResultFolder.EXPERIMENT);
        if (!Files.isRegularFile(yaml)) {
            throw new InputException(file + ": there is no " + ResultFolder.EXPERIMENT
                    + " beside it, which says what the runs were made from: "
                    + "give the file in the folder where firesale run wrote it");
        }
        try {
            return new StoredRuns(file, new PlannedRuns(ExperimentFile.read(yaml)));
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + DurableFiles.reason(e), e);
        }
    }

    private static void requireTable(Path given, Path file, Path folder) {
        if (Files.isRegularFile(file)) {
            return;
        }
        if (!Files.exists(given)) {
            throw new InputException(given + ": there is no such file or folder; expected a " + RUNS + " or a result folder");
        }
        if (!Files.exists(folder.resolve(ResultFolder.MANIFEST))) {
            throw new InputException(given + ": there is no " + RUNS + " in it; expected a folder that firesale run has written");
        }
        try {
            ShardSurvey survey = ShardSurvey.of(folder, false);
            throw new InputException(given + ": the results are not complete, so there is no " + RUNS + " yet: "
                    + survey.runsDone() + " of " + survey.runs() + " runs are done; the same firesale run goes on from them");
        } catch (IOException e) {
            throw new InputException(given + ": cannot be read: " + DurableFiles.reason(e), e);
        }
    }

    /** Compares the columns that name a run with those of the plan; returns the place of the first measure. */
    private int requireHead() {
        List<String> expected = new ArrayList<>(List.of("run", "point", "point_id", "replication", "seed"));
        expected.addAll(variedKeys());
        expected.addAll(List.of(STATUS, REASON));
        for (int i = 0; i < expected.size(); i++) {
            String found = i < columns.size() ? "\"" + RowFinder.shortened(columns.get(i)) + "\"" : "none";
            if (i >= columns.size() || !columns.get(i).equals(expected.get(i))) {
                throw new InputException(file + ":1: expected column " + (i + 1) + " to be " + expected.get(i) + ", as "
                        + ResultFolder.EXPERIMENT + " beside it has it, but found " + found);
            }
        }
        return expected.size();
    }

    private List<String> variedKeys() {
        // as in a plan: every key that some point sets, in the order of first mention
        return plan.points().stream().flatMap(point -> point.varied().keySet().stream()).distinct().toList();
    }

    private void lookAtManifest() {
        Path path = Optional.ofNullable(file.getParent()).orElse(Path.of("")).resolve(ResultFolder.MANIFEST);
        if (!Files.exists(path)) {
            return;
        }
        Manifest manifest;
        try {
            manifest = Manifest.read(path);
        } catch (IOException e) {
            warnings.add(path + " cannot be read (" + e.getMessage() + ").");
            return;
        }
        String now = CodeIdentity.of(FireSale.class);
        String was = manifest.plan().get("code");
        if (!now.equals(was)) {
            warnings.add(path.getFileName() + ": other code than this program's computed these results (" + was + ", now " + now
                    + "): numbers may differ.");
        }
        refuseOtherPlan(path, manifest);
        if (!manifest.complete() || last + 1 < manifest.runs()) {
            warnings.add(file.getFileName() + " holds " + (last + 1) + " of " + manifest.runs()
                    + " runs: the results are not complete.");
        }
    }

    /** Refuses an experiment.yaml that was changed since: its runs would not be those of the table. */
    private void refuseOtherPlan(Path path, Manifest manifest) {
        Map<String, String> now = plan.identity();
        for (Map.Entry<String, String> was : manifest.plan().entrySet()) {
            String is = now.get(was.getKey());
            if (!ANY.contains(was.getKey()) && is != null && !is.equals(was.getValue())) {
                throw new InputException(file.resolveSibling(ResultFolder.EXPERIMENT) + ": is not what the runs were made from, as "
                        + path.getFileName() + " has it: " + was.getKey() + ": was " + was.getValue() + ", now " + is);
            }
        }
    }

    /** The table. */
    public Path file() {
        return file;
    }

    /** What the runs are of. */
    public PlannedRuns plan() {
        return plan;
    }

    /** The number of the last run; the first is 0. */
    public long last() {
        return last;
    }

    /** What is worth knowing before a run is compared; a sentence each, empty if all is well. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * One run; looks at a few lines of the table only.
     *
     * @throws InputException if there is no such run, it failed, or its row is damaged or does not agree with the experiment
     */
    public StoredRun run(long number) {
        if (number < 0 || number > last) {
            throw new InputException(file + ": there is no run " + number + "; expected 0 to " + last);
        }
        String row;
        try (RowFinder rows = new RowFinder(file)) {
            row = rows.row(number);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + DurableFiles.reason(e), e);
        }
        if (row == null) {
            throw new InputException(file + ": run " + number + " is missing, though the last one is " + last
                    + "; compute the results anew");
        }
        return checked(number, CsvLine.split(row));
    }

    private StoredRun checked(long number, List<String> fields) {
        // rows follow the header in the order of runs
        String where = file + ":" + (number + 2) + ": run " + number + ": ";
        if (fields.size() != columns.size()) {
            throw new InputException(where + "expected " + columns.size() + " fields, but found " + fields.size()
                    + ": the row is damaged");
        }
        Point point = plan.point(number);
        int replication = plan.replication(number);
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("run", Long.toString(number));
        expected.put("point", Integer.toString(point.index()));
        expected.put("point_id", point.id());
        expected.put("replication", Integer.toString(replication));
        expected.put("seed", Long.toString(plan.seed(replication)));
        variedKeys().forEach(key -> expected.put(key, asStored(point.varied().get(key))));
        int column = 0;
        for (Map.Entry<String, String> head : expected.entrySet()) {
            String found = fields.get(column++);
            if (!found.equals(head.getValue())) {
                throw new InputException(where + "expected " + head.getKey() + " " + head.getValue() + ", as "
                        + ResultFolder.EXPERIMENT
                        + " beside it has it, but found " + (found.isEmpty() ? "nothing" : RowFinder.shortened(found)));
            }
        }
        requireSuccess(where, fields.get(column), fields.get(column + 1));
        Map<String, String> measures = new LinkedHashMap<>();
        for (int i = measuresStart; i < fields.size(); i++) {
            measures.put(columns.get(i), fields.get(i));
        }
        return new StoredRun(file, plan.experiment().name(), plan.experiment().question(), number, point, replication,
                plan.seed(replication), measures);
    }

    /** A value as it reads back from the table, in which line breaks are spaces. */
    private static String asStored(String value) {
        StringBuilder text = new StringBuilder();
        CsvText.field(text, value);
        return CsvLine.split(text.toString()).get(0);
    }

    private static void requireSuccess(String where, String status, String reason) {
        if (status.equals(RunHead.FAILED)) {
            throw new InputException(where + "the run failed, so there is nothing to compare with: " + reason
                    + "\nOpen the experiment at the same point and replication to watch it up to there.");
        }
        if (!status.equals(RunHead.OK)) {
            throw new InputException(where + "expected status ok or failed, but found \"" + RowFinder.shortened(status) + "\"");
        }
    }
}
