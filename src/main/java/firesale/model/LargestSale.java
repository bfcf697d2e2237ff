package firesale.model;

import firesale.auction.BidBook;
import firesale.auction.LotBook;
import firesale.auction.MarketSchedule;
import firesale.auction.Outcome;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import java.util.ArrayList;
import java.util.List;

/** The demand and supply schedule of a run's largest sale by proceeds so far; of equal ones the first. */
final class LargestSale {

    private static final int MOST_POINTS = 150;

    private final MarketSchedule schedule = new MarketSchedule();
    private long proceedsCents;
    private int week;
    private Pool pool;
    private long clearingPriceCents;
    private long soldUnits;
    private double fmvUsd;

    /** Takes a sale down if it brought more than any before. Kernels leave the books as they are, so this may follow clearing. */
    void consider(FireSale run, Pool ofPool, BidBook bids, LotBook lots, Outcome outcome) {
        long proceeds = outcome.revenue();
        if (proceeds <= proceedsCents) {
            return;
        }
        proceedsCents = proceeds;
        schedule.copy(bids, lots);
        week = run.week();
        pool = ofPool;
        clearingPriceCents = outcome.clearingPrice();
        soldUnits = outcome.unitsSold();
        fmvUsd = run.buyers().fmv().usdPerGpu(pool.machine(), pool.ageYears(), pool.condition());
    }

    /** The schedule's points in rising price; none if nothing was sold. */
    List<SchedulePoint> points() {
        List<SchedulePoint> points = new ArrayList<>();
        if (proceedsCents == 0) {
            return points;
        }
        int gpn = pool.machine().gpusPerNode();
        for (long price : schedule.prices(MOST_POINTS, clearingPriceCents, Cents.of(fmvUsd * gpn))) {
            points.add(new SchedulePoint(week, pool.machine().name(), pool.ageYears(), Cents.toUsd(price) / gpn,
                    schedule.demand(price) * gpn, schedule.demandWithoutBudgets(price) * gpn, schedule.supply(price) * gpn,
                    Cents.toUsd(clearingPriceCents) / gpn, soldUnits * gpn, fmvUsd));
        }
        return points;
    }
}
