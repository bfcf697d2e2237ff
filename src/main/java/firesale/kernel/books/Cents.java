package firesale.kernel.books;

/** Between dollars of a valuation (doubles) and cents of an account (longs). Every flow is rounded once. */
public final class Cents {

    private Cents() {
    }

    /**
     * Dollars to cents, half to even.
     *
     * @throws ConservationException if the figure is not finite or does not fit
     */
    public static long of(double usd) {
        double cents = StrictMath.rint(usd * 100);
        if (!(StrictMath.abs(cents) < 9e18)) {
            throw new ConservationException("not an amount of money: " + usd + " USD");
        }
        return (long) cents;
    }

    /** Cents to dollars. */
    public static double toUsd(long cents) {
        return cents / 100.0;
    }

    /**
     * Splits an amount in proportion to non-negative weights, by largest remainder, earlier shares first among equals.
     * The parts sum to the amount exactly. All weights zero: all to the first.
     */
    public static long[] split(long cents, long[] weights) {
        long total = 0;
        for (long weight : weights) {
            total = Math.addExact(total, weight);
        }
        long[] parts = new long[weights.length];
        if (total == 0) {
            parts[0] = cents;
            return parts;
        }
        double[] remainder = new double[weights.length];
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            double exact = (double) cents * weights[i] / total;
            parts[i] = (long) StrictMath.floor(exact);
            remainder[i] = exact - parts[i];
            given += parts[i];
        }
        for (long left = cents - given; left != 0; left -= Long.signum(left)) {
            int next = 0;
            for (int i = 1; i < weights.length; i++) {
                if (left > 0 ? remainder[i] > remainder[next] : parts[i] > parts[next]) {
                    next = i;
                }
            }
            parts[next] += Long.signum(left);
            remainder[next] = -1;
        }
        return parts;
    }
}
