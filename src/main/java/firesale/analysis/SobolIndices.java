package firesale.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sobol' indices: which shares of an output's variance go back to which of its inputs. With the outputs f(A) and f(B) at two
 * independent samples and f(AB_i) at A with input i from B, over N base samples, V the variance over A and B together and m their
 * mean:
 * <pre>
 *   first order  S_i = 1/N sum (f(B) - m) (f(AB_i) - f(A)) / V      Saltelli et al. (2010), table 2 (b), centred
 *   total order  T_i = 1/(2 N) sum (f(A) - f(AB_i))^2 / V           Jansen (1999); the same table, (f)
 * </pre>
 * S_i is the share that goes if input i alone were known, T_i the share that stays if all others were known. Estimates of small
 * S_i may be below 0 by chance. Intervals are percentiles of a bootstrap over base samples, the same resamples for all inputs. They
 * take base samples for independent; those of a Sobol' sequence are more even than that, and intervals wider than they need be.
 */
public final class SobolIndices {

    private final long n;
    private final long missing;
    private final double mean;
    private final double variance;
    private final double[] first;
    private final double[] total;
    /** By input, then by resample. */
    private final double[][] firstDraws;
    private final double[][] totalDraws;

    /**
     * Estimates from outputs. A base sample with an output that is NaN is left out.
     *
     * @param a  outputs at A, by base sample
     * @param b  outputs at B
     * @param ab by input, then by base sample: outputs at A with that input from B
     * @throws IllegalArgumentException if there are not as many of each
     */
    public SobolIndices(double[] a, double[] b, double[][] ab) {
        this(a, b, ab, true);
    }

    /** The indices alone, without intervals: quickly. */
    public static SobolIndices withoutIntervals(double[] a, double[] b, double[][] ab) {
        return new SobolIndices(a, b, ab, false);
    }

    private SobolIndices(double[] a, double[] b, double[][] ab, boolean intervals) {
        int[] kept = kept(a, b, ab);
        n = kept.length;
        missing = a.length - n;
        double sum = 0;
        for (int s : kept) {
            sum += a[s] + b[s];
        }
        mean = n == 0 ? Double.NaN : sum / (2 * n);
        Terms terms = new Terms(kept, a, b, ab, mean);
        int[] once = new int[kept.length];
        Arrays.fill(once, 1);
        first = new double[ab.length];
        total = new double[ab.length];
        variance = terms.indices(once, first, total);
        firstDraws = new double[ab.length][intervals ? BlockResamples.DRAWS : 0];
        totalDraws = new double[ab.length][intervals ? BlockResamples.DRAWS : 0];
        if (intervals && n >= 2) {
            resample(terms);
        }
    }

    private static int[] kept(double[] a, double[] b, double[][] ab) {
        for (double[] outputs : ab) {
            if (outputs.length != a.length || a.length != b.length) {
                throw new IllegalArgumentException("as many outputs at A, B and each AB, please");
            }
        }
        return IntStream.range(0, a.length).filter(s -> {
            boolean whole = !Double.isNaN(a[s]) && !Double.isNaN(b[s]);
            for (double[] outputs : ab) {
                whole &= !Double.isNaN(outputs[s]);
            }
            return whole;
        }).toArray();
    }

    private void resample(Terms terms) {
        double[] firsts = new double[first.length];
        double[] totals = new double[first.length];
        int[] draw = {0};
        BlockResamples.forEach((int) n, times -> {
            terms.indices(times, firsts, totals);
            for (int i = 0; i < firsts.length; i++) {
                firstDraws[i][draw[0]] = firsts[i];
                totalDraws[i][draw[0]] = totals[i];
            }
            draw[0]++;
        });
    }

    /** What the indices are sums of, by base sample; outputs less the mean of all, so that nothing cancels. */
    private static final class Terms {

        private final double[] sums;
        private final double[] squares;
        private final double[] b;
        /** By input: f(AB) - f(A). */
        private final double[][] moves;
        private final double rounding;

        Terms(int[] kept, double[] a, double[] b, double[][] ab, double mean) {
            sums = new double[kept.length];
            squares = new double[kept.length];
            this.b = new double[kept.length];
            moves = new double[ab.length][kept.length];
            for (int s = 0; s < kept.length; s++) {
                double ofA = a[kept[s]] - mean;
                double ofB = b[kept[s]] - mean;
                sums[s] = ofA + ofB;
                squares[s] = ofA * ofA + ofB * ofB;
                this.b[s] = ofB;
                for (int i = 0; i < ab.length; i++) {
                    moves[i][s] = ab[i][kept[s]] - a[kept[s]];
                }
            }
            rounding = 1e-24 * mean * mean;
        }

        /** Fills in the indices, all NaN where nothing varies, and returns the variance. */
        double indices(int[] times, double[] first, double[] total) {
            double sum = 0;
            double square = 0;
            long count = 0;
            for (int s = 0; s < times.length; s++) {
                sum += times[s] * sums[s];
                square += times[s] * squares[s];
                count += times[s];
            }
            double mean = sum / (2 * count);
            double variance = square / (2 * count) - mean * mean;
            boolean varies = count > 0 && variance > rounding;
            for (int i = 0; i < moves.length; i++) {
                double product = 0;
                double jansen = 0;
                double[] move = moves[i];
                for (int s = 0; s < times.length; s++) {
                    double counted = times[s] * move[s];
                    product += counted * (b[s] - mean);
                    jansen += counted * move[s];
                }
                first[i] = varies ? product / (count * variance) : Double.NaN;
                total[i] = varies ? jansen / (2 * count * variance) : Double.NaN;
            }
            return count == 0 ? Double.NaN : varies ? variance : 0;
        }
    }

    /** Base samples that entered. */
    public long n() {
        return n;
    }

    /** Base samples that were left out. */
    public long missing() {
        return missing;
    }

    /** The mean of the outputs at A and B; NaN without any. */
    public double mean() {
        return mean;
    }

    /** Their variance; 0 if they are all the same, and then there are no indices. */
    public double variance() {
        return variance;
    }

    /** First-order index of an input: what it does by itself. */
    public Estimate first(int input) {
        return BlockResamples.expanded(first[input], firstDraws[input], n, missing);
    }

    /** Total-order index of an input: what it does by itself and together with others. */
    public Estimate total(int input) {
        return BlockResamples.expanded(total[input], totalDraws[input], n, missing);
    }

    /** Sum of all first-order indices: 1 if inputs do not interact, less the more they do. */
    public Estimate sumOfFirst() {
        double sum = 0;
        double[] draws = new double[first.length == 0 ? 0 : firstDraws[0].length];
        for (int i = 0; i < first.length; i++) {
            sum += first[i];
            for (int draw = 0; draw < draws.length; draw++) {
                draws[draw] += firstDraws[i][draw];
            }
        }
        return BlockResamples.expanded(sum, draws, n, missing);
    }

    /** Inputs by falling total order. */
    public List<Integer> ranked() {
        List<Integer> inputs = new ArrayList<>(IntStream.range(0, total.length).boxed().toList());
        inputs.sort((i, j) -> Double.compare(total[j], total[i]));
        return inputs;
    }

    /** In which share of resamples an input has the largest total order; there must be intervals. */
    public double leads(int input) {
        return BlockResamples.leads(totalDraws, input);
    }
}
