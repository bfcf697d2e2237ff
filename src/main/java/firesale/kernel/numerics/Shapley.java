package firesale.kernel.numerics;

/**
 * Shapley values of a game: what each player adds on average over all orders in which players may come (Shapley 1953). They sum up to
 * the value of all players less that of none. A coalition is a number with the bit of each of its players.
 */
public final class Shapley {

    /** The most players whose values are computed from all coalitions. */
    public static final int MOST_EXACT = 8;

    private Shapley() {
    }

    /**
     * Exact values,
     * <pre>
     *   phi(i) = sum over S without i of |S|! (n - |S| - 1)! / n! (v(S with i) - v(S))
     * </pre>
     *
     * @param players n, at most 20
     * @param value   v of each coalition, 2^n values
     * @return the value of each player
     */
    public static double[] exact(int players, double[] value) {
        if (players > 20 || value.length != 1 << players) {
            throw new IllegalArgumentException("2^n values of at most 20 players, please");
        }
        double[] weight = new double[players];
        // |S|! (n - |S| - 1)! / n! = 1 / (n binomial(n - 1, |S|))
        double binomial = 1;
        for (int size = 0; size < players; size++) {
            weight[size] = 1 / (players * binomial);
            binomial = binomial * (players - 1 - size) / (size + 1);
        }
        double[] shapley = new double[players];
        for (int coalition = 0; coalition < value.length; coalition++) {
            for (int i = 0; i < players; i++) {
                if ((coalition >> i & 1) == 0) {
                    shapley[i] += weight[Integer.bitCount(coalition)] * (value[coalition | 1 << i] - value[coalition]);
                }
            }
        }
        return shapley;
    }
}
