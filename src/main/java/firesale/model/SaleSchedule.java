package firesale.model;

import firesale.auction.BidBook;
import firesale.auction.LotBook;
import firesale.auction.MarketSchedule;
import firesale.auction.Outcome;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import java.util.ArrayList;
import java.util.List;

/** Demand and supply of one clearing, kept beyond it; another one may be taken down in its place. */
final class SaleSchedule {

    private static final int MOST_POINTS = 150;

    private final MarketSchedule schedule = new MarketSchedule();
    private int week;
    /** Null as long as nothing was taken down. */
    private Pool pool;
    private long clearingPriceCents;
    private long soldUnits;
    private double fmvUsd;

    /** Takes a clearing down. Kernels leave the books as they are, so this may follow it. */
    void take(FireSale run, Pool ofPool, BidBook bids, LotBook lots, Outcome outcome) {
        schedule.copy(bids, lots);
        week = run.week();
        pool = ofPool;
        clearingPriceCents = outcome.awards() == 0 ? -1 : outcome.clearingPrice();
        soldUnits = outcome.unitsSold();
        fmvUsd = run.buyers().fmv().usdPerGpu(pool.machine(), pool.ageYears(), pool.condition());
    }

    /** Forgets what was taken down. */
    void clear() {
        pool = null;
    }

    /** The schedule's points in rising price; none if no clearing was taken down. The price is missing if nothing was sold. */
    List<SchedulePoint> points() {
        List<SchedulePoint> points = new ArrayList<>();
        if (pool == null) {
            return points;
        }
        int gpn = pool.machine().gpusPerNode();
        double clearingPrice = clearingPriceCents < 0 ? Double.NaN : Cents.toUsd(clearingPriceCents) / gpn;
        for (long price : schedule.prices(MOST_POINTS, clearingPriceCents, Cents.of(fmvUsd * gpn))) {
            points.add(new SchedulePoint(week, pool.machine().name(), pool.ageYears(), Cents.toUsd(price) / gpn,
                    schedule.demand(price) * gpn, schedule.demandWithoutBudgets(price) * gpn, schedule.supply(price) * gpn,
                    clearingPrice, soldUnits * gpn, fmvUsd));
        }
        return points;
    }
}
