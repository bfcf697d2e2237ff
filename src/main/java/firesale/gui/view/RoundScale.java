package firesale.gui.view;

/** Ends of axes that hold for a while: round numbers, so that an axis changes seldom while its data grow. */
public final class RoundScale {

    private RoundScale() {
    }

    /**
     * The least round number that is not below another.
     *
     * @param most what has to be shown, above zero; anything else gives 1
     */
    public static double end(double most) {
        return least(most, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10);
    }

    /** The same with fewer round numbers to choose from, for what rises and falls. */
    public static double coarseEnd(double most) {
        return least(most, 1, 1.5, 2.5, 4, 6, 10);
    }

    /**
     * A round distance of ticks such that an axis from zero has at most so many of them.
     *
     * @param end  of the axis
     * @param most how many ticks
     */
    public static double step(double end, int most) {
        return least(end / most, 1, 2, 2.5, 5, 10);
    }

    /** The next number of the kind 1, 2, 5, 10, 20 and so on that is not smaller; 1 of what is not positive. */
    public static double up(double value) {
        return least(value, 1, 2, 5, 10);
    }

    /** The next number of that kind that is not larger. */
    public static double down(double value) {
        double up = up(value);
        if (up <= value * (1 + 1e-9)) {
            return up;
        }
        double first = up / StrictMath.pow(10, StrictMath.floor(StrictMath.log10(up) + 1e-9));
        return first > 4 ? up / 2.5 : up / 2;
    }

    private static double least(double most, double... rounds) {
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
