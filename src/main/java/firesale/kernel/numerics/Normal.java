package firesale.kernel.numerics;

/** The standard normal distribution. */
public final class Normal {

    private static final double ONE_OVER_SQRT_PI = 0.56418958354775628695;

    private Normal() {
    }

    /**
     * The quantile function, by Wichura's algorithm AS 241 (PPND16), relative accuracy about 1e-16. Uses
     * {@code StrictMath} alone, so that it gives the same bits on every machine.
     *
     * @param p a probability in (0, 1)
     * @return z with P(Z &le; z) = p
     */
    public static double quantile(double p) {
        double q = p - 0.5;
        if (StrictMath.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                    + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r
                    + 133.14166789178437745) * r + 3.387132872796366608)
                    / (((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                    + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r
                    + 42.313330701600911252) * r + 1.0);
        }
        double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double z;
        if (r <= 5) {
            r -= 1.6;
            z = (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r
                    + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r
                    + 4.6303378461565452959) * r + 1.42343711074968357734)
                    / (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r
                    + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r
                    + 2.05319162663775882187) * r + 1.0);
        } else {
            r -= 5;
            z = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784381) * r
                    + 0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r
                    + 5.4637849111641143699) * r + 6.6579046435011037772)
                    / (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r
                    + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r + 0.0148753612908506148525) * r
                    + 0.13692988092273580531) * r + 0.59983220655588793769) * r + 1.0);
        }
        return q < 0 ? -z : z;
    }

    /**
     * The distribution function, from the complementary error function by Cody (1969, Mathematics of Computation 23, 631-637),
     * relative accuracy about 1e-15 where the exponential does not magnify the error of its argument. Uses {@code StrictMath}
     * alone.
     *
     * @return P(Z &le; z)
     */
    public static double cdf(double z) {
        double x = -z * StrictMath.sqrt(0.5);
        double y = StrictMath.abs(x);
        if (y <= 0.46875) {
            return 0.5 - 0.5 * erfNearZero(x);
        }
        double tail = y > 27 ? 0 : StrictMath.exp(-y * y) * (y <= 4 ? erfcMiddle(y) : erfcFar(y));
        return x > 0 ? 0.5 * tail : 1 - 0.5 * tail;
    }

    private static double erfNearZero(double x) {
        double s = x * x;
        return x * ((((1.85777706184603153e-1 * s + 3.16112374387056560) * s + 113.864154151050156) * s + 377.485237685302021) * s
                + 3209.37758913846947)
                / ((((s + 23.6012909523441209) * s + 244.024637934444173) * s + 1282.61652607737228) * s + 2844.23683343917062);
    }

    private static double erfcMiddle(double y) {
        return ((((((((2.15311535474403846e-8 * y + 0.564188496988670089) * y + 8.88314979438837594) * y
                + 66.1191906371416295) * y
                + 298.635138197400131) * y + 881.952221241769090) * y + 1712.04761263407058) * y + 2051.07837782607147) * y
                + 1230.33935479799725)
                / ((((((((y + 15.7449261107098347) * y + 117.693950891312499) * y + 537.181101862009858) * y
                + 1621.38957456669019) * y
                + 3290.79923573345963) * y + 4362.61909014324716) * y + 3439.36767414372164) * y + 1230.33935480374942);
    }

    private static double erfcFar(double y) {
        double s = 1 / (y * y);
        double r = s * (((((1.63153871373020978e-2 * s + 0.305326634961232344) * s + 0.360344899949804439) * s
                + 0.125781726111229246) * s + 1.60837851487422766e-2) * s + 6.58749161529837803e-4)
                / (((((s + 2.56852019228982242) * s + 1.87295284992346725) * s + 0.527905102951428412) * s
                + 6.05183413124413191e-2) * s + 2.33520497626869185e-3);
        return (ONE_OVER_SQRT_PI - r) / y;
    }
}
