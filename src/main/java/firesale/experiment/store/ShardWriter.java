package firesale.experiment.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Writes one shard's tables aside and publishes them; closed without publishing it leaves nothing behind. */
public final class ShardWriter implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final ShardStore store;
    private final Shard shard;
    private final List<Part> parts = new ArrayList<>();

    public ShardWriter(ShardStore store, Shard shard) throws IOException {
        this.store = store;
        this.shard = shard;
        try {
            for (Table table : store.tables()) {
                parts.add(new Part(table, store.temporary(shard, table)));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Adds one run; runs come in the order of the plan. */
    public void append(RunLines run) throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).write(run.bytes()[i], run.rows()[i]);
        }
    }

    /**
     * Publishes every table, {@code runs} last, so that its presence means that all are there.
     *
     * @throws NonDeterministicException if the shard was published before with other content
     */
    public void publish() throws IOException {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            part.finish(shard);
            DurableFiles.publishFirstWins(part.file, store.file(shard, part.table));
        }
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            part.discard();
        }
    }

    private static final class Part {

        private final Table table;
        private final Path file;
        private final OutputStream raw;
        private final OutputStream out;
        private final MessageDigest digest = Hash.sha256();
        private long rows;

        Part(Table table, Path file) throws IOException {
            this.table = table;
            this.file = file;
            this.raw = Files.newOutputStream(file);
            this.out = new BufferedOutputStream(raw, BUFFER_BYTES);
            write((table.header() + "\n").getBytes(StandardCharsets.UTF_8), 0);
        }

        void write(byte[] lines, int added) throws IOException {
            digest.update(lines);
            out.write(lines);
            rows += added;
        }

        void finish(Shard shard) throws IOException {
            ShardEnd end = new ShardEnd(shard.id(), table.name(), rows, Hash.hex(digest));
            out.write((end.line() + "\n").getBytes(StandardCharsets.UTF_8));
            out.close();
        }

        /** Drops what is buffered: on a full disk writing it would fail again. */
        void discard() throws IOException {
            raw.close();
            Files.deleteIfExists(file);
        }
    }
}
