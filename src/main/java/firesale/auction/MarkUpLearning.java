package firesale.auction;

/**
 * Reinforcement learning of the mark-up between value and bid (Erev and Roth, American Economic Review 1998). A bidder has a
 * propensity for each of some mark-ups, chooses one with a probability in proportion, and afterwards strengthens it by what it
 * gained relative to value. It begins near its value (half of the times at no mark-up, a quarter at the next, and so on), and
 * returns there if nothing is gained:
 * <pre>
 *   q(j) := (1 - forgetting) q(j) + gain x (1 - experiment)          for the mark-up chosen
 *   q(j) := (1 - forgetting) q(j) + gain x experiment / 2            for its neighbours (at an end the chosen one keeps the rest)
 * </pre>
 */
public final class MarkUpLearning {

    private static final int CHOICES = 13;
    private static final double STEP = 0.05;
    /** What is left of the first propensities however long a mark-up brought nothing. */
    private static final double LEAST_SHARE = 1e-2;

    private final double forgetting;
    private final double experiment;
    private final double[] propensity = new double[CHOICES];
    private final double[] first = new double[CHOICES];
    private int chosen;

    /**
     * @param forgetting how fast propensities fade, a choice, 0 to 1
     * @param experiment share of a gain that strengthens the neighbours, 0 to 1
     */
    public MarkUpLearning(double forgetting, double experiment) {
        this.forgetting = forgetting;
        this.experiment = experiment;
        double share = 0.5;
        for (int j = 0; j < CHOICES; j++) {
            first[j] = share;
            propensity[j] = share;
            share /= 2;
        }
    }

    /**
     * Chooses a mark-up.
     *
     * @param uniform a draw from (0, 1)
     * @return share of the value that is held back, 0 to 0.6
     */
    public double choose(double uniform) {
        double sum = 0;
        for (double each : propensity) {
            sum += each;
        }
        double left = uniform * sum;
        chosen = 0;
        while (chosen < CHOICES - 1 && left >= propensity[chosen]) {
            left -= propensity[chosen++];
        }
        return STEP * chosen;
    }

    /**
     * Learns from what the mark-up chosen last has brought.
     *
     * @param gain surplus over the value of what was bid for, 0 to 1
     */
    public void learn(double gain) {
        int neighbours = chosen == 0 || chosen == CHOICES - 1 ? 1 : 2;
        for (int j = 0; j < CHOICES; j++) {
            double share = j == chosen ? 1 - neighbours * experiment / 2 : Math.abs(j - chosen) == 1 ? experiment / 2 : 0;
            propensity[j] = StrictMath.max(LEAST_SHARE * first[j], (1 - forgetting) * propensity[j] + gain * share);
        }
    }

    /** The mark-up expected of the next choice, share of the value. */
    public double expectedMarkUp() {
        double sum = 0;
        double weighted = 0;
        for (int j = 0; j < CHOICES; j++) {
            sum += propensity[j];
            weighted += propensity[j] * STEP * j;
        }
        return weighted / sum;
    }
}
