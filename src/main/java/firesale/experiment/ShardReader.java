package firesale.experiment;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/** Reads a shard through once, copies its rows and checks its last line. */
final class ShardReader {

    private ShardReader() {
    }

    /**
     * Copies the rows, without header and last line.
     *
     * @param rows where they go
     * @return the last line if the file is whole, or empty if it is cut or altered (then some rows may have been copied)
     */
    static Optional<ShardEnd> copy(Path file, OutputStream rows) throws IOException {
        MessageDigest digest = Hash.sha256();
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        long lines = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (line.size() == 0 && b == '#') {
                    return end(in, digest, lines - 1);
                }
                line.write(b);
                if (b == '\n') {
                    byte[] whole = line.toByteArray();
                    digest.update(whole);
                    if (lines > 0) {
                        rows.write(whole);
                    }
                    lines++;
                    line.reset();
                }
            }
        }
        return Optional.empty();
    }

    /** The file's end, after its first byte was read. */
    private static Optional<ShardEnd> end(InputStream in, MessageDigest digest, long rows) throws IOException {
        String text = "#" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (!text.endsWith("\n")) {
            return Optional.empty();
        }
        String sha256 = Hash.hex(digest);
        return ShardEnd.parse(text.substring(0, text.length() - 1))
                .filter(end -> end.rows() == rows && end.sha256().equals(sha256));
    }
}
