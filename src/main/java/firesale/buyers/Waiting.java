package firesale.buyers;

import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import java.util.List;

/**
 * What it is worth to wait for a later sale. While less is sold than is on offer, the same machines will be on offer again,
 * and a buyer can hope for their price. It bids its value less what waiting is worth,
 * <pre>
 *   W = max over n of e^(-r n) a(n) m(n) (V - rho(n) FMV)^+        a(n) = (1 - s)^n (1 - (1 - q)^n)
 * </pre>
 * where rho(n) is the price expected relative to FMV and s the share sold a week, both learnt from public sales of the kind, q
 * the buyer's attendance and m(n) how much FMV is expected to melt: (1 - s)^n is left for later, and the buyer comes at least
 * once with the other factor. Prices that were sellers' reserves are expected to fall as reserves do, prices that bidders made
 * are not:
 * <pre>
 *   rho(n) = rho (1 - z + z (1 - decay)^n)        z: share of units sold at the reserve
 * </pre>
 * Where all is sold at once, waiting is worth nothing. A factor above 1 counts as 1, so that higher values bid more.
 */
final class Waiting {

    /** How many dates ahead are weighed against each other. */
    static final int HORIZONS = 4;
    /** What the market still remembers of a sale after the next one: half of it after three. Larger sales count for more. */
    private static final double MEMORY = 0.8;

    private final double logDecayPerWeek;
    private final double[] offered;
    private final double[] sold;
    private final double[] priced;
    private final double[] pricedOverFmv;
    private final double[] atReserve;
    /** As the week's buyers know it, by kind: price over FMV, share sold at the reserve, log of the share left; NaN before a sale. */
    private final double[] ratio;
    private final double[] reserved;
    private final double[] logLeft;

    /** @param reserveDecayPerWeek by which share sellers lower their reserves in a week */
    Waiting(List<MachineType> machines, double reserveDecayPerWeek) {
        logDecayPerWeek = StrictMath.log(StrictMath.max(1e-12, 1 - reserveDecayPerWeek));
        offered = new double[machines.size()];
        sold = new double[machines.size()];
        priced = new double[machines.size()];
        pricedOverFmv = new double[machines.size()];
        atReserve = new double[machines.size()];
        ratio = new double[machines.size()];
        reserved = new double[machines.size()];
        logLeft = new double[machines.size()];
        beginWeek();
    }

    /** Lets this week's buyers know what has been learnt; what the week's own sales teach, the next week's know. */
    void beginWeek() {
        for (int m = 0; m < ratio.length; m++) {
            ratio[m] = priced[m] == 0 ? Double.NaN : pricedOverFmv[m] / priced[m];
            reserved[m] = priced[m] == 0 ? Double.NaN : atReserve[m] / priced[m];
            logLeft[m] = priced[m] == 0 ? Double.NaN : StrictMath.log(StrictMath.max(1e-12, 1 - sold[m] / offered[m]));
        }
    }

    /** Weeks until a date ahead: a week, a month, a quarter, half a year. */
    static int weeksAhead(int horizon) {
        return switch (horizon) {
            case 0 -> 1;
            case 1 -> 4;
            case 2 -> 13;
            default -> 26;
        };
    }

    /**
     * Learns from a sale.
     *
     * @param offeredUnits units on offer
     * @param soldUnits    units sold
     * @param reserveUnits of these, units whose price was the reserve
     * @param priceUsd     mean price, USD per GPU; of no meaning if nothing was sold
     */
    void observe(Pool pool, long offeredUnits, long soldUnits, long reserveUnits, double priceUsd, double fmvUsd) {
        int m = pool.machineIndex();
        offered[m] = MEMORY * offered[m] + offeredUnits;
        sold[m] = MEMORY * sold[m] + soldUnits;
        if (soldUnits > 0 && fmvUsd > 0) {
            priced[m] = MEMORY * priced[m] + soldUnits;
            pricedOverFmv[m] = MEMORY * pricedOverFmv[m] + soldUnits * priceUsd / fmvUsd;
            atReserve[m] = MEMORY * atReserve[m] + reserveUnits;
        }
    }

    /**
     * What waiting is worth to a buyer, USD per GPU; 0 until a sale of the kind has been seen.
     *
     * @param valueUsd what the machine is worth to the buyer now
     * @param fmvUsd   FMV now
     * @param fmvAhead holds, from {@code from} on, FMV expected after {@link #weeksAhead} of each horizon
     * @param rate     the buyer's cost of capital, 1/a
     * @param attends  probability that the buyer comes to a weekly sale
     */
    double worth(int machineIndex, double valueUsd, double fmvUsd, double[] fmvAhead, int from, double rate, double attends) {
        int m = machineIndex;
        if (Double.isNaN(ratio[m]) || fmvUsd <= 0) {
            return 0;
        }
        double misses = StrictMath.log(StrictMath.max(1e-12, 1 - attends));
        double best = 0;
        for (int i = 0; i < HORIZONS; i++) {
            int n = weeksAhead(i);
            double price = ratio[m] * fmvUsd * (1 - reserved[m] + reserved[m] * StrictMath.exp(n * logDecayPerWeek));
            double factor = StrictMath.exp(n * (logLeft[m] - rate / Hours.WEEKS_PER_YEAR)) * -StrictMath.expm1(n * misses)
                    * fmvAhead[from + i] / fmvUsd;
            best = StrictMath.max(best, StrictMath.min(1, factor) * (valueUsd - price));
        }
        return best;
    }
}
