package firesale.experiment;

import firesale.experiment.store.DurableFiles;
import firesale.experiment.store.Manifest;
import firesale.experiment.store.ParquetExport;
import firesale.experiment.store.PlanChange;
import firesale.experiment.store.ResultLock;
import firesale.experiment.store.SchemaJson;
import firesale.experiment.store.Shard;
import firesale.experiment.store.ShardStore;
import firesale.experiment.store.Table;
import firesale.kernel.parameters.InputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of one experiment's results and what may be done with them. */
final class ResultFolder {

    static final String SUMMARY = "summary.csv";
    static final String ANSWER = "answer.md";

    static final String MANIFEST = "manifest.json";
    static final String EXPERIMENT = "experiment.yaml";
    private static final String SCHEMA = "schema.json";
    private static final String PRINTED = "summary.txt";
    static final String SHARDS = "shards";
    private static final String CHARTS = "charts";
    static final String REPORT = "report.html";
    private static final String SCRATCH = "scratch";

    /** What version control keeps of results, and the page made of it: a folder with nothing else is free to be computed. */
    private static final Set<String> KEPT = Set.of(SUMMARY, CHARTS, ANSWER, REPORT, MissingDepthCsv.table().fileName(),
            DiscountCurveCsv.table().fileName(), SpreadCsv.fileName(), SafeAdvanceCsv.fileName(), FrontierCsv.table().fileName(),
            QuantilesCsv.table().fileName(), SensitivityCsv.table().fileName());

    private final Path path;
    private final Plan plan;
    private final List<Table> tables;
    private final ShardStore shards;
    private final String remedy;

    /** @param remedy what to do about results of another plan */
    ResultFolder(Path path, Plan plan, List<Table> tables, String remedy) {
        this.remedy = remedy;
        this.path = path;
        this.plan = plan;
        this.tables = tables;
        this.shards = new ShardStore(path.resolve(SHARDS), tables);
    }

    Path path() {
        return path;
    }

    ShardStore shards() {
        return shards;
    }

    Path runs() {
        return path.resolve(tables.get(0).fileName());
    }

    /** Every merged table and where it goes as Parquet. */
    List<ParquetExport.Merged> merged() {
        return tables.stream().map(table -> new ParquetExport.Merged(table, path.resolve(table.fileName()),
                path.resolve(table.parquetName()))).toList();
    }

    /** A folder for temporary files of this process, removed by {@link #removeScratch}. */
    Path scratch() throws IOException {
        return Files.createDirectories(path.resolve(SCRATCH));
    }

    /**
     * Makes the folder unless it is there. Called before the lock is taken, so as not to leave a lock file in a stranger's
     * folder.
     *
     * @throws InputException if something is there that is no result of an experiment
     */
    void create() throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new InputException(path + " is a file; results need a folder: choose another with --out");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new InputException("cannot make the folder " + path + ": " + whyNot(e) + "; choose another with --out", e);
        }
        Set<String> names = names();
        if (!names.contains(ResultLock.FILE) && !names.contains(MANIFEST)) {
            requireNothingElse(names);
        }
    }

    /** The nearest folder above that is a file, or what the system says. */
    private String whyNot(IOException failure) {
        for (Path above = path.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                return above + " is a file";
            }
        }
        return DurableFiles.reason(failure);
    }

    private Set<String> names() throws IOException {
        return list(path).stream().map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private void requireNothingElse(Set<String> names) {
        names.removeAll(KEPT);
        if (!names.isEmpty()) {
            throw new InputException(path + " is not empty (" + names.iterator().next() + ") and has no " + MANIFEST
                    + ": choose another folder with --out, or empty it");
        }
    }

    /** The file that the experiment is kept in. */
    Path experiment() {
        return path.resolve(EXPERIMENT);
    }

    /** The files of complete results that are not there any more. */
    List<String> lost() {
        return manifest().orElseThrow().files().stream().filter(file -> !Files.exists(path.resolve(file))).toList();
    }

    /** Whether all merged tables are there. */
    boolean hasTables() {
        return tables.stream().allMatch(table -> Files.exists(path.resolve(table.fileName())));
    }

    /** Declares complete results incomplete, so that they are made again from the shards. */
    void reopen() throws IOException {
        start();
    }

    /** @throws InputException if there is a manifest that cannot be read */
    Optional<Manifest> manifest() {
        Path file = path.resolve(MANIFEST);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Manifest.read(file));
        } catch (IOException e) {
            throw new InputException(file + " cannot be read (" + e.getMessage() + "): choose another folder with --out", e);
        }
    }

    /** How many replications the stored plan has; 0 if there is none. */
    int storedReplications() {
        return manifest().map(stored -> stored.plan().get(PlanChange.REPLICATIONS)).map(Integer::parseInt).orElse(0);
    }

    /**
     * Makes the folder one of the plan.
     *
     * @param force whether results of another plan, or of this one, are given up
     * @return whether the results are complete already
     * @throws InputException if it holds results of another plan that may not be given up
     */
    boolean prepare(boolean force) throws IOException {
        Optional<Manifest> stored = manifest();
        if (stored.isEmpty()) {
            Set<String> names = names();
            names.removeAll(Set.of(ResultLock.FILE, DurableFiles.aside(path.resolve(MANIFEST)).getFileName().toString()));
            requireNothingElse(names);
            start();
            return false;
        }
        if (force) {
            clear(stored.get());
            start();
            return false;
        }
        return resume(stored.get());
    }

    /**
     * Looks whether the folder may be made one of the plan; changes nothing.
     *
     * @throws InputException if it holds something else
     */
    void requireOwn() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        Optional<Manifest> stored = manifest();
        if (stored.isPresent()) {
            refuseOther(PlanChange.between(stored.get().plan(), plan.identity()));
        } else if (!names().contains(ResultLock.FILE)) {
            requireNothingElse(names());
        }
    }

    private void refuseOther(PlanChange change) {
        if (change instanceof PlanChange.Other other) {
            throw new InputException(path + " holds results of another plan\n  " + other.first()
                    + "\n" + remedy);
        }
    }

    private boolean resume(Manifest stored) throws IOException {
        PlanChange change = PlanChange.between(stored.plan(), plan.identity());
        refuseOther(change);
        if (change instanceof PlanChange.MoreReplications) {
            removeShortLastShard(stored);
            start();
            return false;
        }
        boolean complete = stored.complete() && change instanceof PlanChange.None;
        if (!complete) {
            start();
        }
        return complete;
    }

    private void start() throws IOException {
        writeManifest(false, 0, knownFiles());
        DurableFiles.replace(path.resolve(EXPERIMENT), plan.design().effectiveYaml());
    }

    /** Names are written before the files are, so that whatever a crash leaves is named. */
    private SortedSet<String> knownFiles() {
        SortedSet<String> files = new TreeSet<>(List.of(EXPERIMENT, SCHEMA, PRINTED, SUMMARY));
        tables.forEach(table -> files.addAll(List.of(table.fileName(), table.parquetName())));
        return files;
    }

    private SortedSet<String> knownFiles(Findings findings) {
        SortedSet<String> files = knownFiles();
        files.addAll(findings.files().keySet());
        return files;
    }

    private void writeManifest(boolean complete, long failed, SortedSet<String> files) throws IOException {
        Manifest manifest = new Manifest(complete, failed, plan.runs(), plan.shards().size(), plan.identity(), files);
        DurableFiles.replace(path.resolve(MANIFEST), manifest.json());
    }

    /** The last shard of the shorter plan may end where no shard of the longer one does. */
    private void removeShortLastShard(Manifest stored) throws IOException {
        Shard last = plan.shards().get(stored.shards() - 1);
        if (last.end() != stored.runs()) {
            shards.remove(last);
        }
    }

    /** Removes what a manifest names, the shards of its plan, and folders that are empty then; nothing else. */
    private void clear(Manifest stored) throws IOException {
        Manifest given = new Manifest(false, 0, stored.runs(), stored.shards(), stored.plan(), stored.files());
        DurableFiles.replace(path.resolve(MANIFEST), given.json());
        for (String name : stored.files()) {
            Path file = path.resolve(name).normalize();
            if (file.startsWith(path.normalize())) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(DurableFiles.aside(file));
            }
        }
        shards.removeUnfinished();
        shards.removeAll(stored.shards());
        removeScratch();
        DurableFiles.deleteIfEmpty(path.resolve(CHARTS));
    }

    /** Writes the merged tables, each whole or not at all. They can be made again, so the disk need not have them yet. */
    void merge() throws IOException {
        for (Table table : tables) {
            Path file = path.resolve(table.fileName());
            Path aside = DurableFiles.aside(file);
            try {
                writeRows(table, aside);
                DurableFiles.put(file, aside);
            } finally {
                Files.deleteIfExists(aside);
            }
        }
    }

    private void writeRows(Table table, Path to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            out.write((table.header() + "\n").getBytes(StandardCharsets.UTF_8));
            for (Shard shard : plan.shards()) {
                shards.copyRows(shard, table, out);
            }
        }
    }

    /** Writes what an analysis found and the columns of all tables. */
    void write(Findings findings) throws IOException {
        writeManifest(false, 0, knownFiles(findings));
        List<Table> described = new ArrayList<>(tables);
        described.addAll(findings.tables());
        DurableFiles.put(path.resolve(SCHEMA), SchemaJson.of(described));
        for (var file : findings.files().entrySet()) {
            DurableFiles.put(path.resolve(file.getKey()), file.getValue());
        }
        DurableFiles.put(path.resolve(PRINTED), findings.text());
    }

    /** The files in the folder of charts and the page, and when each was written. */
    Map<String, FileTime> charts() throws IOException {
        Map<String, FileTime> charts = new TreeMap<>();
        Path folder = path.resolve(CHARTS);
        if (Files.isDirectory(folder)) {
            for (Path chart : list(folder)) {
                charts.put(CHARTS + "/" + chart.getFileName(), Files.getLastModifiedTime(chart));
            }
        }
        if (Files.isRegularFile(path.resolve(REPORT))) {
            charts.put(REPORT, Files.getLastModifiedTime(path.resolve(REPORT)));
        }
        return charts;
    }

    /**
     * Declares the results complete once the disk has them, and names the charts and the page that were made, so that only
     * they are removed with the results.
     *
     * @param chartsBefore the charts before these were drawn
     */
    void complete(Findings findings, Map<String, FileTime> chartsBefore) throws IOException {
        SortedSet<String> files = knownFiles(findings);
        for (String file : files) {
            DurableFiles.force(path.resolve(file));
        }
        charts().forEach((chart, written) -> {
            if (!written.equals(chartsBefore.get(chart))) {
                files.add(chart);
            }
        });
        writeManifest(true, findings.failed(), files);
    }

    /** The summary as it was printed. */
    String printed() throws IOException {
        return Files.readString(path.resolve(PRINTED), StandardCharsets.UTF_8);
    }

    /** Removes {@link #scratch} with all that is in it. */
    void removeScratch() throws IOException {
        Path scratch = path.resolve(SCRATCH);
        if (Files.isDirectory(scratch)) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(scratch)) {
                files = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.toList());
        }
    }
}
