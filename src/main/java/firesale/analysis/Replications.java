package firesale.analysis;

/**
 * How many replications an interval of a wanted width needs. The half width of a mean's interval falls with the square root of
 * the number of runs, so that n (h / wanted)&sup2; runs are expected to do. Whoever looks at the width and stops when it is small
 * enough gets intervals that cover slightly less than they say (Chow and Robbins, 1965): the width is smallest where the sample
 * happened to spread little.
 */
public final class Replications {

    /** The fewest runs with a value to judge a spread by. */
    public static final int FEWEST = 30;
    /** If none of so many runs has a value, no more are tried for the sake of one. */
    public static final int HOPELESS = 150;

    /** More than expected, since the spread was estimated. */
    private static final double MARGIN = 1.05;
    /** At most so many times as many at once: a few extreme runs among the first must not decide everything. */
    private static final int MOST_TIMES = 5;
    /** At least a part of one in so many more, so that it comes to an end soon. */
    private static final double LEAST_PART = 10;

    private Replications() {
    }

    /**
     * The number to go on with.
     *
     * @param replications how many there are
     * @param halfWidth    half the width of the widest interval; NaN if there is none yet, or of too few runs to rely on
     * @param wanted       half the width that is wanted, above 0
     * @param most         where to stop
     * @return the same number if they are enough or no more are allowed
     */
    public static int next(int replications, double halfWidth, double wanted, int most) {
        if (halfWidth <= wanted || replications >= most) {
            return replications;
        }
        double factor = halfWidth / wanted;
        double needed = Double.isNaN(factor) ? Double.POSITIVE_INFINITY : Math.ceil(MARGIN * replications * factor * factor);
        double least = replications + Math.ceil(replications / LEAST_PART);
        double next = Math.max(least, Math.min(needed, (double) MOST_TIMES * replications));
        return (int) Math.min(next, most);
    }
}
