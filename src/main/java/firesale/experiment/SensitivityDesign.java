package firesale.experiment;

import java.util.List;

/**
 * What {@code kind: sensitivity} varies and asks. Its points come in blocks: of Sobol' indices {@code keys + 2} points for each base
 * sample (A, B, then B's values put into A one key at a time), of Morris screening {@code keys + 1} for each trajectory.
 *
 * @param method   by variances or by elementary effects
 * @param keys     the varied keys in the order of the file; empty for other kinds
 * @param spans    what a change of each key is measured by; empty for other kinds
 * @param samples  base samples, or trajectories
 * @param levels   of Morris: levels of each range
 * @param measures what is explained
 */
public record SensitivityDesign(SensitivityMethod method, List<String> keys, List<Span> spans, int samples, int levels,
        List<String> measures) {

    /** What is explained unless the file says otherwise. */
    static final List<String> USUAL_MEASURES = List.of("price_discount", "recovery", "lender_losses_usd");

    public SensitivityDesign {
        keys = List.copyOf(keys);
        spans = List.copyOf(spans);
        measures = List.copyOf(measures);
    }

    /**
     * From where to where a key goes.
     *
     * @param low  the lower end; NaN for choices
     * @param high the upper end; NaN for choices
     * @param log  whether it is evenly in logs
     */
    public record Span(double low, double high, boolean log) {

        /** Of a key that has choices: there is no more or less of a change. */
        public static final Span CHOICES = new Span(Double.NaN, Double.NaN, false);

        /**
         * Which share of the span the step from one value to another is, below 0 if it goes down: as the values are written, so
         * that rounding and whole numbers are in it. Of choices 1 or -1, by the order of their texts (false before true).
         *
         * @return 0 if the value stays
         */
        double change(String before, String after) {
            if (before.equals(after)) {
                return 0;
            } else if (Double.isNaN(low)) {
                return after.compareTo(before) > 0 ? 1 : -1;
            }
            double from = Double.parseDouble(before);
            double to = Double.parseDouble(after);
            return log ? StrictMath.log(to / from) / StrictMath.log(high / low) : (to - from) / (high - low);
        }
    }

    /** Points in a block. */
    int block() {
        return keys.size() + (method == SensitivityMethod.SOBOL ? 2 : 1);
    }
}
