package firesale.gui.view;

/** Ends of axes that hold for a while: round numbers, so that an axis changes seldom while its data grow. */
public final class RoundScale {

    private static final double[] ENDS = {1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    private RoundScale() {
    }

    /**
     * The least round number that is not below another.
     *
     * @param most what has to be shown, above zero; anything else gives 1
     */
    public static double end(double most) {
        return least(ENDS, most);
    }

    /**
     * A round distance of ticks such that an axis from zero has at most so many of them.
     *
     * @param end  of the axis
     * @param most how many ticks
     */
    public static double step(double end, int most) {
        return least(STEPS, end / most);
    }

    private static double least(double[] rounds, double most) {
        if (!(most > 0) || Double.isInfinite(most)) {
            return 1;
        }
        double size = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(most)));
        for (double round : rounds) {
            if (round * size >= most * (1 - 1e-9)) {
                return round * size;
            }
        }
        return 10 * size;
    }
}
