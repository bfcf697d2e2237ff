package firesale.kernel.numerics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * Shapley values of a game: what each player adds on average over all orders in which players may come (Shapley 1953). They
 * sum up to the value of all players less that of none. A coalition is a number with the bit of each of its players.
 */
public final class Shapley {

    /** The most players for whose coalitions, all of them, whole runs are made; shadow sales within a run are cheaper and may be more. */
    public static final int MOST_EXACT = 8;

    /** A coalition's bits must fit into a positive number. */
    private static final int MOST_SAMPLED = 30;

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

    /**
     * Values estimated from random orders.
     *
     * @param value         of each player; they sum up to the value of all players less that of none, but for rounding
     * @param standardError of each value; NaN for a single pair of orders
     */
    public record Sampled(double[] value, double[] standardError) {
    }

    /**
     * Values from random orders, for games with too many coalitions. Orders come in pairs, each with its reverse: a player
     * that came early comes late then, so that the two contributions tend to err to opposite sides (antithetic sampling;
     * Mitchell, Cooper, Frank and Holmes 2022). The standard error is that of the mean over pairs, which are independent.
     *
     * @param players n, at most 30
     * @param value   v of a coalition; asked 2 n - 2 times for each pair, and once for none and all
     * @param pairs   how many orders to draw, each used twice
     * @param below   a uniform number from 0 to below its argument, from a stream of the caller's
     */
    public static Sampled sampled(int players, IntToDoubleFunction value, int pairs, IntUnaryOperator below) {
        if (players < 1 || players > MOST_SAMPLED || pairs < 1) {
            throw new IllegalArgumentException("1 to 30 players and at least one pair of orders, please");
        }
        RunningMean[] means = new RunningMean[players];
        int[] order = new int[players];
        for (int i = 0; i < players; i++) {
            means[i] = new RunningMean();
            order[i] = i;
        }
        double none = value.applyAsDouble(0);
        double all = value.applyAsDouble((1 << players) - 1);
        double[] added = new double[players];
        for (int pair = 0; pair < pairs; pair++) {
            shuffle(order, below);
            Arrays.fill(added, 0);
            addContributions(order, false, value, none, all, added);
            addContributions(order, true, value, none, all, added);
            for (int i = 0; i < players; i++) {
                means[i].add(added[i] / 2);
            }
        }
        double[] estimate = new double[players];
        double[] standardError = new double[players];
        for (int i = 0; i < players; i++) {
            estimate[i] = means[i].mean();
            standardError[i] = means[i].standardError();
        }
        return new Sampled(estimate, standardError);
    }

    /** Fisher and Yates: every order is equally likely, whatever the order was before. */
    private static void shuffle(int[] order, IntUnaryOperator below) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = below.applyAsInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }

    private static void addContributions(int[] order, boolean reversed, IntToDoubleFunction value, double none, double all,
            double[] added) {
        int coalition = 0;
        double before = none;
        for (int k = 0; k < order.length; k++) {
            int player = order[reversed ? order.length - 1 - k : k];
            coalition |= 1 << player;
            double after = k == order.length - 1 ? all : value.applyAsDouble(coalition);
            added[player] += after - before;
            before = after;
        }
    }
}
