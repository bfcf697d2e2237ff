package firesale.cli;

import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.ToLongFunction;

/** Numbers for breaking ties that follow from the seed and a bidder's name, wherever the bidder stands in a file. */
final class TieNumbers implements ToLongFunction<String> {

    private final Streams streams;
    private final MessageDigest digest;

    TieNumbers(long seed) {
        streams = new Streams(seed);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long applyAsLong(String name) {
        long identity = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
        return streams.number(Kind.BUYER, identity, Purpose.TIE_BREAK, 0);
    }
}
