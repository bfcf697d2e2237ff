package firesale.buyers;

import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import java.util.List;

/**
 * What it is worth to wait for a later sale. While less is sold than is on offer, the same machines will be on offer again, and a buyer can
 * hope for their price. It bids its value less what waiting is worth,
 * <pre>
 *   W = max over n of e^(-r n) a(n) m(n) (V - rho FMV)^+        a(n) = (1 - s)^n (1 - (1 - q)^n)
 * </pre>
 * where rho is the price relative to FMV and s the share sold a week, both learnt from public sales of the kind, q the buyer's attendance and
 * m(n) how much FMV is expected to melt: (1 - s)^n is left for later, and the buyer comes at least once with the other factor. Where all is
 * sold at once, waiting is worth nothing.
 */
final class Waiting {

    /** How many dates ahead are weighed against each other. */
    static final int HORIZONS = 4;
    /** Weight of the latest sale in what the market remembers: a half-life of about a month of weekly sales. */
    private static final double LATEST = 0.2;

    private final double[] priceOverFmv;
    private final double[] soldShare;
    private final boolean[] seen;

    Waiting(List<MachineType> machines) {
        priceOverFmv = new double[machines.size()];
        soldShare = new double[machines.size()];
        seen = new boolean[machines.size()];
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
     * @param offered  units on offer
     * @param sold     units sold
     * @param priceUsd mean price, USD per GPU; of no meaning if nothing was sold
     */
    void observe(Pool pool, long offered, long sold, double priceUsd, double fmvUsd) {
        int m = pool.machineIndex();
        double share = (double) sold / offered;
        soldShare[m] = seen[m] ? (1 - LATEST) * soldShare[m] + LATEST * share : share;
        if (sold > 0) {
            double ratio = priceUsd / fmvUsd;
            priceOverFmv[m] = priceOverFmv[m] > 0 ? (1 - LATEST) * priceOverFmv[m] + LATEST * ratio : ratio;
        }
        seen[m] = true;
    }

    /**
     * What waiting is worth to a buyer, USD per GPU; 0 until a sale of the kind has been seen.
     *
     * @param valueUsd  what the machine is worth to the buyer now
     * @param fmvUsd    FMV now
     * @param fmvAhead  holds, from {@code from} on, FMV expected after {@link #weeksAhead} of each horizon
     * @param rate      the buyer's cost of capital, 1/a
     * @param attends   probability that the buyer comes to a weekly sale
     */
    double worth(int machineIndex, double valueUsd, double fmvUsd, double[] fmvAhead, int from, double rate, double attends) {
        double ratio = priceOverFmv[machineIndex];
        double gain = valueUsd - ratio * fmvUsd;
        if (ratio == 0 || gain <= 0) {
            return 0;
        }
        double best = 0;
        double left = StrictMath.log(StrictMath.max(1e-12, 1 - soldShare[machineIndex]));
        double misses = StrictMath.log(StrictMath.max(1e-12, 1 - attends));
        for (int i = 0; i < HORIZONS; i++) {
            int n = weeksAhead(i);
            double worth = StrictMath.exp(n * (left - rate / Hours.WEEKS_PER_YEAR)) * -StrictMath.expm1(n * misses)
                    * fmvAhead[from + i] / fmvUsd * gain;
            best = StrictMath.max(best, worth);
        }
        return best;
    }
}
