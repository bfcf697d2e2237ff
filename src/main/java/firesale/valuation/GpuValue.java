package firesale.valuation;

/**
 * The value of a machine whose revenue declines at a constant rate, in closed form.
 *
 * <p>Revenue runs at A e^(-delta t) a year, operating cost at c; the user runs the machine while revenue covers c + rK and
 * then takes the scrap value K:
 * <pre>
 *   T = L                                if delta &lt;= 0
 *   T = min(L, ln(A / (c + rK)) / delta) if delta &gt; 0 and A &gt; c + rK;   T = 0 otherwise
 *   V = A (1 - e^(-(delta+r)T)) / (delta+r) - c (1 - e^(-rT)) / r + K e^(-rT)
 * </pre>
 * with the limits as r or delta + r vanish. Nobody has to run a machine: V is never below K.
 */
public final class GpuValue {

    private GpuValue() {
    }

    /**
     * @param revenue   A, USD a year now
     * @param cost      c, USD a year
     * @param rate      r, continuously compounded, 1/a
     * @param decline   delta, 1/a; negative if rent rises
     * @param scrap     K, USD
     * @param lifeYears L, remaining life in years
     * @return V in USD
     */
    public static double of(double revenue, double cost, double rate, double decline, double scrap, double lifeYears) {
        double t = runYears(revenue, cost, rate, decline, scrap, lifeYears);
        double value = revenue * annuity(decline + rate, t) - cost * annuity(rate, t) + scrap * StrictMath.exp(-rate * t);
        return StrictMath.max(scrap, value);
    }

    /** How long the machine is run, T, in years; the parameters are those of {@link #of}. */
    public static double runYears(double revenue, double cost, double rate, double decline, double scrap, double lifeYears) {
        if (decline <= 0) {
            return lifeYears;
        }
        double threshold = cost + rate * scrap;
        if (revenue <= threshold) {
            return 0;
        }
        return threshold <= 0 ? lifeYears : StrictMath.min(lifeYears, StrictMath.log(revenue / threshold) / decline);
    }

    /** The present value of one dollar a year for t years at the rate x: (1 - e^(-xt)) / x, and t as x vanishes. */
    public static double annuity(double x, double years) {
        double z = x * years;
        return StrictMath.abs(z) < 1e-12 ? years : years * (-StrictMath.expm1(-z) / z);
    }
}
