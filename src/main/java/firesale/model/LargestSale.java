package firesale.model;

import firesale.auction.BidBook;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.hardware.Pool;
import java.util.List;

/** The demand and supply schedule of a run's largest sale by proceeds so far; of equal ones the first. */
final class LargestSale {

    private final SaleSchedule schedule = new SaleSchedule();
    private long proceedsCents;

    /** Takes a sale down if it brought more than any before. */
    void consider(FireSale run, Pool pool, BidBook bids, LotBook lots, Outcome outcome) {
        long proceeds = outcome.revenue();
        if (proceeds > proceedsCents) {
            proceedsCents = proceeds;
            schedule.take(run, pool, bids, lots, outcome);
        }
    }

    /** The schedule's points in rising price; none if nothing was sold. */
    List<SchedulePoint> points() {
        return schedule.points();
    }
}
