package firesale.experiment;

import firesale.experiment.store.Manifest;
import firesale.experiment.store.Shard;
import firesale.experiment.store.ShardState;
import firesale.experiment.store.ShardStore;
import firesale.experiment.store.Table;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a result folder holds, read off its manifest and its shards; nothing is changed, no lock is taken, and the program need
 * not be the one that computed it.
 *
 * @param name       the experiment's name
 * @param merged     whether the results are complete
 * @param runs       how many runs the plan has
 * @param runsDone   how many of them are in published shards
 * @param shards     how many shards the plan has
 * @param missing    indices of the shards that are not there
 * @param damaged    indices of those that are cut or altered
 * @param foreign    indices of those that belong to another plan
 * @param unfinished files that tasks are writing or killed ones left behind
 */
public record ShardSurvey(String name, boolean merged, long runs, long runsDone, int shards, List<Integer> missing,
        List<Integer> damaged, List<Integer> foreign, int unfinished) {

    /**
     * Looks at a folder.
     *
     * @param thorough whether to read the shards, or only to look whether they are there
     * @throws InputException if it is no result folder
     */
    public static ShardSurvey of(Path folder, boolean thorough) throws IOException {
        Manifest manifest = manifest(folder);
        ShardStore store = new ShardStore(folder.resolve(ResultFolder.SHARDS), tables(manifest));
        List<Integer> missing = new ArrayList<>();
        List<Integer> damaged = new ArrayList<>();
        List<Integer> foreign = new ArrayList<>();
        long runsDone = 0;
        List<Shard> shards = Plan.cut(manifest.plan(), manifest.runs());
        for (Shard shard : shards) {
            switch (thorough ? store.state(shard) : store.isPublished(shard) ? ShardState.PUBLISHED : ShardState.MISSING) {
                case PUBLISHED -> runsDone += shard.runs();
                case MISSING -> missing.add(shard.index());
                case DAMAGED -> damaged.add(shard.index());
                case FOREIGN -> foreign.add(shard.index());
            }
        }
        return new ShardSurvey(manifest.plan().get("name"), manifest.complete(), manifest.runs(), runsDone, shards.size(), missing,
                damaged, foreign, store.unfinished());
    }

    private static Manifest manifest(Path folder) {
        Path file = folder.resolve(ResultFolder.MANIFEST);
        if (!Files.exists(file)) {
            throw new InputException(folder + " holds no results: it has no " + ResultFolder.MANIFEST);
        }
        try {
            return Manifest.read(file);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** The tables' names are all that matters here. */
    private static List<Table> tables(Manifest manifest) {
        String recorded = manifest.plan().get("recording");
        List<String> recording = Arrays.asList(recorded.substring(1, recorded.length() - 1).split(", "));
        List<Table> tables = new ArrayList<>(List.of(new Table("runs", List.of())));
        SimulatedModel.fireSale().subTables().stream().filter(table -> recording.contains(table.recording().name()))
                .forEach(table -> tables.add(new Table(table.name(), List.of())));
        return tables;
    }

    /** Whether every shard is there. */
    public boolean isFull() {
        return missing.isEmpty() && damaged.isEmpty() && foreign.isEmpty();
    }
}
