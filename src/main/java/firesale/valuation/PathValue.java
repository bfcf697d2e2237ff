package firesale.valuation;

/**
 * The value of a machine along a path with several rates of decline: the closed form of {@link GpuValue} summed over
 * segments. The user stops at the best of: at once, each time that revenue falls below c + rK, and the end of life; with
 * one rate of decline that is the rule of {@link GpuValue}. Mutable scratch: one for each run, never shared by threads.
 */
public final class PathValue {

    private double runYears;

    /**
     * The value of a machine that begins to earn at a start.
     *
     * @param outlook   path of rent and discount rate
     * @param start     when the machine begins to earn, set from the same outlook
     * @param revenue   A, USD a year at today's rent
     * @param cost      c, USD a year
     * @param scrap     K, USD
     * @param lifeYears time until it is worn out, years from now, at most 12
     * @return the present value in USD, before deployment cost; never below the discounted scrap value
     */
    public double of(Outlook outlook, Start start, double revenue, double cost, double scrap, double lifeYears) {
        double rate = outlook.rate();
        double threshold = cost + rate * scrap;
        double step = RevenuePath.STEP_YEARS;
        int k = Start.segment(start.years());
        double a = start.years();
        double revenueA = revenue * start.revenue();
        double discountA = start.discount();
        double running = 0;
        double best = scrap * discountA;
        double bestRun = 0;
        while (a < lifeYears) {
            double b = (k + 1) * step;
            double delta = outlook.decline(k);
            double revenueB;
            double discountB;
            if (b <= lifeYears && k + 1 < RevenuePath.SEGMENTS) {
                revenueB = revenue * outlook.revenue(k + 1);
                discountB = outlook.discount(k + 1);
            } else {
                b = lifeYears;
                revenueB = revenueA * StrictMath.exp(-delta * (b - a));
                discountB = discountA * StrictMath.exp(-rate * (b - a));
            }
            if (revenueA > threshold && revenueB <= threshold) {
                double crossing = StrictMath.log(revenueA / threshold) / delta;
                double discountC = discountA * StrictMath.exp(-rate * crossing);
                double value = running
                        + integral(revenueA * discountA, threshold * discountC, delta + rate, outlook.perRevenueRate(k), crossing)
                        - cost * integral(discountA, discountC, rate, outlook.perRate(), crossing) + scrap * discountC;
                if (value > best) {
                    best = value;
                    bestRun = a + crossing - start.years();
                }
                if (k > outlook.lastRise()) {
                    runYears = bestRun;
                    return best;
                }
            }
            running += integral(revenueA * discountA, revenueB * discountB, delta + rate, outlook.perRevenueRate(k), b - a)
                    - cost * integral(discountA, discountB, rate, outlook.perRate(), b - a);
            a = b;
            revenueA = revenueB;
            discountA = discountB;
            k++;
        }
        double atEnd = running + scrap * discountA;
        if (atEnd > best) {
            best = atEnd;
            bestRun = StrictMath.max(0, lifeYears - start.years());
        }
        runYears = bestRun;
        return best;
    }

    /** How long the machine of the last call is run, years. */
    public double runYears() {
        return runYears;
    }

    /**
     * The integral of a flow that runs from {@code from} to {@code to} at the constant rate x over some years, given 1/x. Over a
     * short stretch the difference of the ends loses digits; the series does not.
     */
    private static double integral(double from, double to, double x, double perX, double years) {
        double z = x * years;
        if (StrictMath.abs(z) < Outlook.SMALL || perX == 0) {
            return from * years * (1 - z / 2 * (1 - z / 3 * (1 - z / 4)));
        }
        return (from - to) * perX;
    }
}
