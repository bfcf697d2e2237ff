package firesale.experiment.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/** Reads shards and checks their last line. A shard fits into memory: it holds a fixed number of runs. */
final class ShardReader {

    private ShardReader() {
    }

    /**
     * What a whole shard holds.
     *
     * @param end      its last line
     * @param file     all bytes
     * @param rowsFrom where the first row begins
     * @param rowsTo   where the last line begins
     */
    record Content(ShardEnd end, byte[] file, int rowsFrom, int rowsTo) {
    }

    /** The content, or empty if the file is cut or altered. */
    static Optional<Content> read(Path path) throws IOException {
        byte[] file = Files.readAllBytes(path);
        int length = file.length;
        if (length == 0 || file[length - 1] != '\n') {
            return Optional.empty();
        }
        int endFrom = length - 1;
        while (endFrom > 0 && file[endFrom - 1] != '\n') {
            endFrom--;
        }
        String last = new String(file, endFrom, length - 1 - endFrom, StandardCharsets.UTF_8);
        MessageDigest digest = Hash.sha256();
        digest.update(file, 0, endFrom);
        String sha256 = Hash.hex(digest);
        int rowsFrom = headerLength(file);
        int rowsTo = endFrom;
        return ShardEnd.parse(last)
                .filter(end -> end.sha256().equals(sha256) && end.rows() == lines(file, rowsFrom, rowsTo))
                .map(end -> new Content(end, file, rowsFrom, rowsTo));
    }

    private static int headerLength(byte[] file) {
        int at = 0;
        while (file[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private static long lines(byte[] file, int from, int to) {
        long lines = 0;
        for (int at = from; at < to; at++) {
            if (file[at] == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
