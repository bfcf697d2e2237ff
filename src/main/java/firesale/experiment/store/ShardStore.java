package firesale.experiment.store;

import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The shards of a result folder. They are the truth about what was computed. */
public final class ShardStore {

    /** Shards in one folder; times four tables that is 256 files. */
    private static final int SHARDS_IN_FOLDER = 64;

    private final Path root;
    private final List<Table> tables;

    public ShardStore(Path root, List<Table> tables) {
        this.root = root;
        this.tables = tables;
    }

    public List<Table> tables() {
        return tables;
    }

    /** Where a shard's table is, published or not. */
    public Path file(Shard shard, Table table) {
        return folder(shard.index()).resolve(prefix(shard.index()) + table.fileName());
    }

    private Path folder(int shard) {
        return root.resolve(String.format(Locale.ROOT, "%05d", shard / SHARDS_IN_FOLDER));
    }

    private static String prefix(int shard) {
        return String.format(Locale.ROOT, "%07d.", shard);
    }

    /** A name on the same file system that no other process uses. Creates the folders. */
    public Path temporary(Shard shard, Table table) throws IOException {
        Files.createDirectories(file(shard, table).getParent());
        return Files.createDirectories(temporaryFolder()).resolve(UUID.randomUUID() + ".part");
    }

    private Path temporaryFolder() {
        return root.resolve("unfinished");
    }

    /** Removes what killed processes left behind; only for the holder of the exclusive lock. */
    public void removeUnfinished() throws IOException {
        if (Files.isDirectory(temporaryFolder())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(temporaryFolder(), "*.part")) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            DurableFiles.deleteIfEmpty(temporaryFolder());
        }
    }

    /** Whether every table of a shard was published; says nothing of what is in it. */
    public boolean isPublished(Shard shard) {
        return tables.stream().allMatch(table -> Files.exists(file(shard, table)));
    }

    /** How many files there are that tasks are writing or killed ones left behind. */
    public int unfinished() throws IOException {
        int unfinished = 0;
        if (Files.isDirectory(temporaryFolder())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(temporaryFolder(), "*.part")) {
                for (Path file : files) {
                    unfinished++;
                }
            }
        }
        return unfinished;
    }

    /** What is in the place of a shard; reads only. */
    public ShardState state(Shard shard) throws IOException {
        ShardState state = ShardState.PUBLISHED;
        for (Table table : tables) {
            ShardState of = state(shard, table);
            state = of.compareTo(state) > 0 ? of : state;
        }
        return state;
    }

    private ShardState state(Shard shard, Table table) throws IOException {
        Path file = file(shard, table);
        if (!Files.exists(file)) {
            return ShardState.MISSING;
        }
        try {
            boolean[] own = {true};
            boolean whole = ShardReader.copy(file, end -> own[0] = isOwn(shard, table, end), OutputStream.nullOutputStream());
            return !whole ? ShardState.DAMAGED : own[0] ? ShardState.PUBLISHED : ShardState.FOREIGN;
        } catch (NoSuchFileException e) {
            // a task has just set it aside
            return ShardState.MISSING;
        }
    }

    /**
     * The shards of a list that must be computed. One that is cut or altered is set aside with a warning.
     *
     * @throws InputException if a shard of another plan is in the place of one
     */
    public List<Shard> missing(List<Shard> shards, PrintWriter warnings) throws IOException {
        List<Shard> missing = new ArrayList<>();
        for (Shard shard : shards) {
            boolean whole = true;
            for (Table table : tables) {
                whole &= check(shard, table, warnings);
            }
            if (!whole) {
                missing.add(shard);
            }
        }
        return missing;
    }

    private boolean check(Shard shard, Table table, PrintWriter warnings) throws IOException {
        Path file = file(shard, table);
        if (!Files.exists(file)) {
            return false;
        }
        boolean whole = ShardReader.copy(file, end -> requireOwn(file, shard, table, end), OutputStream.nullOutputStream());
        if (!whole) {
            Path aside = damaged(file);
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            warnings.println("warning: " + file + " is damaged; kept as " + aside.getFileName()
                    + ", its runs are computed again");
        }
        return whole;
    }

    private static Path damaged(Path file) {
        return file.resolveSibling(file.getFileName() + ".damaged");
    }

    private static void requireOwn(Path file, Shard shard, Table table, ShardEnd end) {
        if (!isOwn(shard, table, end)) {
            throw new InputException(file + " belongs to another plan: remove it, or start anew with --force");
        }
    }

    private static boolean isOwn(Shard shard, Table table, ShardEnd end) {
        return end.shardId().equals(shard.id()) && end.table().equals(table.name());
    }

    /**
     * Copies a published table's rows.
     *
     * @throws InputException if the shard is damaged or of another plan
     */
    public void copyRows(Shard shard, Table table, OutputStream rows) throws IOException {
        Path file = file(shard, table);
        if (!ShardReader.copy(file, end -> requireOwn(file, shard, table, end), rows)) {
            throw new InputException(file + " is damaged: firesale run computes it anew");
        }
    }

    /** Removes a shard: its tables, whichever they are, and what was set aside of them. */
    public void remove(Shard shard) throws IOException {
        removeFiles(shard.index());
    }

    /** Removes the first shards and the folders that are empty then. */
    public void removeAll(int shards) throws IOException {
        for (int shard = 0; shard < shards; shard++) {
            removeFiles(shard);
            if (shard % SHARDS_IN_FOLDER == SHARDS_IN_FOLDER - 1 || shard == shards - 1) {
                DurableFiles.deleteIfEmpty(folder(shard));
            }
        }
        DurableFiles.deleteIfEmpty(root);
    }

    private void removeFiles(int shard) throws IOException {
        if (Files.isDirectory(folder(shard))) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(shard), prefix(shard)
                    + "*.csv{,.damaged,.differs}")) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
