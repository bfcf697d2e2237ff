package firesale.model;

import firesale.auction.AuctionParameters;
import firesale.hardware.Hours;
import firesale.hardware.Lot;

/**
 * The value of waiting: what the lender expects from the best later week, less storage until then,
 * <pre>
 *   max over n of  e^(-r n) E P(t + n) - storage n            n = 1, 2, 4, 8, 13, 26, 39, 52 weeks
 *   E P(t + n) = FMV expected for t + n, worn by n weeks of storage, times 1 - d(n)
 *   d(n) = d* + (d - d*) e^(-n / tau)                         d what recent auctions of the kind took off FMV, d* in normal times
 *   r = r_L + shadow rate x (1 - s)                           s what the lender's capital lets it lend, from 0 to 1
 * </pre>
 * Source: section 6 of the model, reserve = max_n [e^(-r_L n) E P - storage n], with r_L raised by the shadow value of capital.
 */
final class OptimalReserve implements ReserveRule {

    private final FireSale run;
    private final AuctionParameters parameters;
    private final AuctionParameters.WaitingReserve terms;
    private final double storageDecayPerYear;

    OptimalReserve(FireSale run) {
        this.run = run;
        this.parameters = run.parameters().auction();
        this.terms = parameters.waitingReserve();
        this.storageDecayPerYear = run.parameters().hardware().storageDecayPerYear();
    }

    @Override
    public double usdPerGpu(Lot fleet, double fmvUsd) {
        double best = 0;
        best = StrictMath.max(best, after(fleet, 1));
        best = StrictMath.max(best, after(fleet, 2));
        best = StrictMath.max(best, after(fleet, 4));
        best = StrictMath.max(best, after(fleet, 8));
        best = StrictMath.max(best, after(fleet, 13));
        best = StrictMath.max(best, after(fleet, 26));
        best = StrictMath.max(best, after(fleet, 39));
        return StrictMath.max(best, after(fleet, 52));
    }

    /** What waiting for some weeks is expected to bring, USD per GPU of today. */
    double after(Lot fleet, int weeks) {
        double years = weeks / Hours.WEEKS_PER_YEAR;
        int week = run.week();
        double condition = fleet.condition(week) * StrictMath.exp(-storageDecayPerYear * years);
        double fmv = run.buyers().fmv().ahead(fleet.machine(), fleet.ageYears(week), condition, years);
        double now = 1 - run.marks().shareOfFmv(fleet.machineIndex(), 1 - terms.normalDiscount());
        double discount = terms.normalDiscount()
                + (now - terms.normalDiscount()) * StrictMath.exp(-weeks / terms.recoveryWeeks());
        return StrictMath.exp(-rate(fleet) * years) * fmv * (1 - discount) - parameters.storageUsdPerGpuWeek() * weeks;
    }

    /** The lender's rate, raised as its capital above the minimum is used up, 1/a. */
    private double rate(Lot lot) {
        return lot.discountRate() + terms.shadowRateOfCapital() * (1 - lot.sellerLends());
    }
}
