package firesale.kernel.random;

import firesale.kernel.numerics.Normal;
import org.apache.commons.rng.core.source64.SplitMix64;

/** A short-lived generator for one purpose. Normals come by inversion: one uniform each, the same on every machine. */
public final class RandomStream {

    private static final double UNIT = 0x1.0p-52;

    private final SplitMix64 generator;

    RandomStream(long key) {
        generator = new SplitMix64(key);
    }

    /** Uniform on the open interval (0, 1). */
    public double uniform() {
        // 52 bits and a half: with 53 the half would be rounded away above one half, up to 1 itself
        return ((generator.nextLong() >>> 12) + 0.5) * UNIT;
    }

    /** Uniform between the two bounds. */
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Standard normal. */
    public double normal() {
        return Normal.quantile(uniform());
    }

    /** Log-normal by its median and the standard deviation of its logarithm. */
    public double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** True with the given probability. Always uses one uniform, so that streams stay aligned. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Uniform on 0 … bound - 1. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }
}
