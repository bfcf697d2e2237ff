package firesale.analysis;

/**
 * From which amount of money a discount stays under a target. The discount is known at some amounts, of which the first is none
 * and the last stands for no limit; between them it is linear in the log of the amount, and linear in the amount next to none.
 * Beyond the largest amount that has a number nothing is interpolated.
 */
final class Crossings {

    /** What prices in whole cents may leave of a discount that is held exactly. */
    static final double TIE = 1e-5;

    private Crossings() {
    }

    /** Whether a discount holds the target. Without any forced sale none is below it. */
    static boolean holds(double discount, double target) {
        return !(discount > target + TIE);
    }

    /**
     * The least amount from which on the target holds: inf{C : D(C') &le; target for all C' &ge; C}.
     *
     * @param amounts   0, then rising, the last one infinite
     * @param discounts at each of them; NaN where nothing is sold
     * @return 0 if it always holds; infinity if it holds without limit, but not at the largest amount; NaN if not even then
     */
    static double holding(double[] amounts, double[] discounts, double target) {
        int last = amounts.length - 1;
        if (!holds(discounts[last], target)) {
            return Double.NaN;
        }
        int from = last;
        while (from > 0 && holds(discounts[from - 1], target)) {
            from--;
        }
        return from == 0 ? 0 : between(amounts, discounts, from - 1, target);
    }

    /** The least amount at which the target holds, whatever comes after: inf{C : D(C) &le; target}; as {@link #holding}. */
    static double first(double[] amounts, double[] discounts, double target) {
        int at = 0;
        while (at < amounts.length && !holds(discounts[at], target)) {
            at++;
        }
        if (at == amounts.length) {
            return Double.NaN;
        }
        return at == 0 ? 0 : between(amounts, discounts, at - 1, target);
    }

    /** Where the discount falls to the target between an amount at which it is above and the next, at which it is not. */
    private static double between(double[] amounts, double[] discounts, int above, double target) {
        double low = amounts[above];
        double high = amounts[above + 1];
        double fall = discounts[above] - discounts[above + 1];
        if (Double.isInfinite(high) || Double.isNaN(fall)) {
            return high;
        }
        double part = (discounts[above] - target) / fall;
        if (part >= 1) {
            return high;
        }
        return low == 0 ? part * high : low * StrictMath.exp(part * StrictMath.log(high / low));
    }
}
