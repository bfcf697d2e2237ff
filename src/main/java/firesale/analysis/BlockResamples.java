package firesale.analysis;

import firesale.analysis.Estimate.Method;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;

/**
 * Bootstrap over blocks of runs that belong together: {@value #DRAWS} resamples of as many blocks, drawn with replacement from a
 * fixed stream; intervals are their percentiles. Of n blocks those of indices are expanded, to the levels Phi(-z) and Phi(z) with
 * z = sqrt(n / (n - 1)) times the 97.5 % quantile of Student's t with n - 1 degrees of freedom, since resamples of few blocks
 * spread too little (Hesterberg, 2015, What teachers should know about the bootstrap, The American Statistician 69).
 */
final class BlockResamples {

    static final int DRAWS = 2_000;
    private static final double LOW = 0.025;
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

    /** The estimate with expanded percentiles of its resamples; those that are NaN are left out. No interval below two blocks. */
    static Estimate expanded(double value, double[] draws, long n, long missing) {
        return interval(value, draws, n, missing, n < 2 ? Double.NaN : level(n));
    }

    /** The same with percentiles as they are. */
    static Estimate interval(double value, double[] draws, long n, long missing) {
        return interval(value, draws, n, missing, LOW);
    }

    /** The lower level that makes up for n blocks being few: 0.025 of very many, less of fewer. */
    static double level(long n) {
        double z = Math.sqrt(n / (n - 1.0)) * new StudentQuantiles().upper(n - 1);
        return new NormalDistribution(null, 0, 1).cumulativeProbability(-z);
    }

    private static Estimate interval(double value, double[] draws, long n, long missing, double level) {
        double[] sorted = Arrays.stream(draws).filter(draw -> !Double.isNaN(draw)).sorted().toArray();
        if (n < 2 || sorted.length == 0 || Double.isNaN(value)) {
            return new Estimate(value, Double.NaN, Double.NaN, n, missing, Method.PERCENTILES);
        }
        return new Estimate(value, RatioBootstrap.quantile(sorted, level), RatioBootstrap.quantile(sorted, 1 - level), n,
                missing, Method.PERCENTILES);
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
