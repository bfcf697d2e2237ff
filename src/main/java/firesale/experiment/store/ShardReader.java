package firesale.experiment.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;

/** Reads shards and checks them against their last line, in one pass and with a fixed buffer. */
final class ShardReader {

    private static final int BLOCK_BYTES = 1 << 17;

    /** No last line is longer, nor is a table's name. */
    private static final int END_BYTES = 512;

    private ShardReader() {
    }

    /** Told what a shard claims to be, before anything of it is read. */
    @FunctionalInterface
    interface Claim {
        void accept(ShardEnd end);
    }

    /**
     * Copies a shard's rows.
     *
     * @param claim may refuse it
     * @param rows  takes the rows, also those of a shard that turns out to be altered
     * @return false if the file is cut or altered
     */
    static boolean copy(Path path, Claim claim, OutputStream rows) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            byte[] tail = tail(file);
            int endFrom = tail.length - 1;
            while (endFrom > 0 && tail[endFrom - 1] != '\n') {
                endFrom--;
            }
            if (tail.length == 0 || tail[tail.length - 1] != '\n') {
                return false;
            }
            Optional<ShardEnd> end =
                    ShardEnd.parse(new String(tail, endFrom, tail.length - 1 - endFrom, StandardCharsets.UTF_8));
            if (end.isEmpty()) {
                return false;
            }
            claim.accept(end.get());
            return copy(file, file.size() - tail.length + endFrom, end.get(), rows);
        }
    }

    private static byte[] tail(FileChannel file) throws IOException {
        ByteBuffer tail = ByteBuffer.allocate((int) Math.min(END_BYTES, file.size()));
        file.position(file.size() - tail.capacity());
        while (tail.hasRemaining() && file.read(tail) >= 0) {
            continue;
        }
        return tail.array();
    }

    private static boolean copy(FileChannel file, long length, ShardEnd end, OutputStream rows) throws IOException {
        MessageDigest digest = Hash.sha256();
        ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
        byte[] bytes = block.array();
        boolean header = true;
        long lines = 0;
        file.position(0);
        for (long left = length; left > 0; left -= block.position()) {
            block.clear().limit((int) Math.min(BLOCK_BYTES, left));
            if (file.read(block) <= 0) {
                return false;
            }
            int filled = block.position();
            digest.update(bytes, 0, filled);
            int from = 0;
            for (int at = 0; at < filled; at++) {
                if (bytes[at] == '\n') {
                    if (header) {
                        header = false;
                        from = at + 1;
                    } else {
                        lines++;
                    }
                }
            }
            if (!header) {
                rows.write(bytes, from, filled - from);
            }
        }
        return lines == end.rows() && Hash.hex(digest).equals(end.sha256());
    }
}
