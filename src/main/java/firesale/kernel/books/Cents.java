package firesale.kernel.books;

import java.math.BigInteger;

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
     * The parts sum to the amount exactly and each lies within a cent of its share, however large the amount. All weights
     * zero: all to the first.
     *
     * @throws ConservationException if the amount is negative
     */
    public static long[] split(long cents, long[] weights) {
        if (cents < 0) {
            throw new ConservationException("cannot split " + cents + " cents");
        }
        long total = 0;
        for (long weight : weights) {
            total = Math.addExact(total, weight);
        }
        long[] parts = new long[weights.length];
        if (total == 0) {
            parts[0] = cents;
            return parts;
        }
        long[] remainder = new long[weights.length];
        long left = cents;
        BigInteger whole = BigInteger.valueOf(cents);
        BigInteger all = BigInteger.valueOf(total);
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = whole.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(all);
            parts[i] = share[0].longValueExact();
            remainder[i] = share[1].longValueExact();
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int next = 0;
            for (int i = 1; i < weights.length; i++) {
                if (remainder[i] > remainder[next]) {
                    next = i;
                }
            }
            parts[next]++;
            remainder[next] = -1;
        }
        return parts;
    }
}
