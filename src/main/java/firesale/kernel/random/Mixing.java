package firesale.kernel.random;

import java.nio.charset.StandardCharsets;

/** 64-bit mixing for stream keys. */
final class Mixing {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mixing() {
    }

    /** FNV-1a over the UTF-8 bytes, then finalised. {@code String.hashCode} collides too easily for keys. */
    static long hash(String text) {
        long h = 0xCBF29CE484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return finalise(h);
    }

    /** Combines a key so far with the next part; not symmetric, so that the order of parts matters. */
    static long combine(long key, long part) {
        return finalise(key * GOLDEN + finalise(part + GOLDEN));
    }

    /** Stafford's variant 13 of the 64-bit finaliser (the one that SplitMix64 uses). */
    private static long finalise(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
