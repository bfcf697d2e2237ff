package firesale.analysis;

import firesale.kernel.numerics.Shapley;
import java.util.List;

/**
 * Several quantities estimated over the same runs and the same resampled replications, so that sums and differences of them have
 * intervals too: {@link RatioBootstrap}'s percentiles of the combination, resample by resample.
 */
public final class JointEstimates {

    private final double[] values;
    private final double[][] draws;
    private final long n;
    private final long missing;

    private JointEstimates(double[] values, double[][] draws, long n, long missing) {
        this.values = values;
        this.draws = draws;
        this.n = n;
        this.missing = missing;
    }

    /** Ratios of sums, in the given order. */
    public static JointEstimates of(RatioBootstrap bootstrap, List<RatioSums> sums) {
        double[] values = new double[sums.size()];
        double[][] draws = new double[sums.size()][];
        long n = Long.MAX_VALUE;
        long missing = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = sums.get(i).ratio();
            draws[i] = bootstrap.draws(sums.get(i));
            n = Math.min(n, sums.get(i).n());
            missing = Math.max(missing, sums.get(i).missing());
        }
        return new JointEstimates(values, draws, n, missing);
    }

    /**
     * Shapley values of a game over replications: the value of a coalition is the ratio of sums over its runs, and a
     * resample draws the same replications at every coalition. After the values of the n players come the value of no
     * player and that of all.
     *
     * @param coalitions 2^n sums, at the place of the coalition's number
     * @param runs       replications that entered
     * @param left       replications that were left out
     */
    public static JointEstimates ofGame(RatioBootstrap bootstrap, List<RatioSums> coalitions, long runs, long left) {
        int players = Integer.numberOfTrailingZeros(coalitions.size());
        double[] game = new double[coalitions.size()];
        double[][] resampled = new double[coalitions.size()][];
        for (int s = 0; s < game.length; s++) {
            game[s] = coalitions.get(s).ratio();
            resampled[s] = bootstrap.draws(coalitions.get(s));
        }
        double[] values = solved(players, game);
        double[][] draws = new double[values.length][RatioBootstrap.DRAWS];
        for (int draw = 0; draw < RatioBootstrap.DRAWS; draw++) {
            for (int s = 0; s < game.length; s++) {
                game[s] = resampled[s][draw];
            }
            double[] solved = solved(players, game);
            for (int i = 0; i < solved.length; i++) {
                draws[i][draw] = solved[i];
            }
        }
        return new JointEstimates(values, draws, runs, left);
    }

    private static double[] solved(int players, double[] game) {
        double[] shapley = Shapley.exact(players, game);
        double[] solved = new double[players + 2];
        System.arraycopy(shapley, 0, solved, 0, players);
        solved[players] = game[0];
        solved[players + 1] = game[game.length - 1];
        return solved;
    }

    /**
     * A constant and the weighted sum of the quantities, with its interval.
     *
     * @param weights of the first quantities; the others weigh nothing
     */
    public Estimate combination(double constant, double... weights) {
        double[] combined = new double[RatioBootstrap.DRAWS];
        for (int draw = 0; draw < combined.length; draw++) {
            combined[draw] = constant;
            for (int i = 0; i < weights.length; i++) {
                combined[draw] += weights[i] == 0 ? 0 : weights[i] * draws[i][draw];
            }
        }
        double value = constant;
        for (int i = 0; i < weights.length; i++) {
            value += weights[i] == 0 ? 0 : weights[i] * values[i];
        }
        return RatioBootstrap.interval(value, combined, n, missing);
    }

    /** One quantity with its interval. */
    public Estimate of(int quantity) {
        double[] weights = new double[quantity + 1];
        weights[quantity] = 1;
        return combination(0, weights);
    }

    /** How many quantities there are. */
    public int size() {
        return values.length;
    }
}
