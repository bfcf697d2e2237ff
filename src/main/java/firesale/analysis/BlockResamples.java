package firesale.analysis;

import firesale.analysis.Estimate.Method;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;

/**
 * Bootstrap over blocks of runs that belong together: {@value #DRAWS} resamples of as many blocks, drawn with replacement from a
 * fixed stream; intervals are their percentiles.
 */
final class BlockResamples {

    static final int DRAWS = 2_000;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;
    private static final long STREAM = 0x5E2517117L;

    private BlockResamples() {
    }

    /** Hands over each resample in turn: how often each block is in it. The array is used again. */
    static void forEach(int blocks, Consumer<int[]> resample) {
        UniformRandomProvider random = new SplitMix64(STREAM);
        int[] times = new int[blocks];
        for (int draw = 0; draw < DRAWS; draw++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < blocks; i++) {
                times[random.nextInt(blocks)]++;
            }
            resample.accept(times);
        }
    }

    /** The estimate with the percentiles of its resamples; those that are NaN are left out. No interval below two blocks. */
    static Estimate interval(double value, double[] draws, long n, long missing) {
        double[] sorted = Arrays.stream(draws).filter(draw -> !Double.isNaN(draw)).sorted().toArray();
        if (n < 2 || sorted.length == 0 || Double.isNaN(value)) {
            return new Estimate(value, Double.NaN, Double.NaN, n, missing, Method.PERCENTILES);
        }
        return new Estimate(value, RatioBootstrap.quantile(sorted, LOW), RatioBootstrap.quantile(sorted, HIGH), n, missing,
                Method.PERCENTILES);
    }

    /** In which share of resamples a quantity is larger than all others. */
    static double leads(double[][] draws, int quantity) {
        int leads = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            boolean largest = true;
            for (int other = 0; other < draws.length; other++) {
                largest &= other == quantity || draws[quantity][draw] > draws[other][draw];
            }
            leads += largest ? 1 : 0;
        }
        return (double) leads / DRAWS;
    }
}
