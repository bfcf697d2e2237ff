package firesale.gui.auction;

import firesale.gui.view.Moment;
import firesale.gui.view.RoundScale;
import firesale.model.AuctionWeek;
import firesale.model.FireSale;
import firesale.model.Offer;
import firesale.model.SchedulePoint;
import firesale.model.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the auction view draws.
 *
 * @param moment      when it was taken
 * @param now         this week's clearing of the largest pool; empty if nothing was on offer
 * @param last        the last clearing in which something was sold, of an earlier week; empty if there was none
 * @param priceEndUsd end of the axis of prices
 * @param gpusEnd     end of the axis of GPUs
 */
record SaleShown(Moment moment, Optional<SaleOfWeek> now, Optional<SaleOfWeek> last, double priceEndUsd, double gpusEnd) {

    /** Axes hold what was on offer in half a year, and the last sale: they change seldom and yet follow values that fall. */
    private static final int WEEKS_HELD = 26;
    private static final double ROOM = 1.05;
    private static final double ROOM_ABOVE_FMV = 1.2;
    private static final double LEAST_GPUS = 500;

    /** Takes it down; a function of the run's records alone. */
    static SaleShown of(FireSale run) {
        Watch watch = run.watch();
        List<Largest> largest = largest(watch.offers());
        int latest = largest.size() - 1;
        boolean isNow = latest >= 0 && largest.get(latest).week() == run.week();
        int sold = isNow ? latest - 1 : latest;
        while (sold >= 0 && largest.get(sold).offer().clearing().soldGpus() == 0) {
            sold--;
        }
        double mostUsd = latest < 0 && !watch.weeks().isEmpty() ? watch.weeks().get(0).fmvUsd() : 0;
        double mostGpus = LEAST_GPUS;
        for (int i = latest; i >= 0; i--) {
            if (i == sold || largest.get(i).week() > largest.get(latest).week() - WEEKS_HELD) {
                mostUsd = Math.max(mostUsd, highest(largest.get(i).offer()));
                mostGpus = Math.max(mostGpus, largest.get(i).offer().clearing().offeredGpus());
            }
        }
        Optional<SaleOfWeek> now = isNow ? Optional.of(largest.get(latest).sale(run, watch.schedule())) : Optional.empty();
        Optional<SaleOfWeek> last = sold < 0 ? Optional.empty() : Optional.of(largest.get(sold).sale(run, List.of()));
        return new SaleShown(Moment.of(run), now, last, RoundScale.coarseEnd(ROOM_ABOVE_FMV * mostUsd),
                RoundScale.coarseEnd(ROOM * mostGpus));
    }

    /**
     * The pool with the most GPUs of a week.
     *
     * @param pools how many were on offer
     */
    private record Largest(Offer offer, int pools) {

        int week() {
            return offer.clearing().week();
        }

        SaleOfWeek sale(FireSale run, List<SchedulePoint> points) {
            return SaleOfWeek.of(run, offer, pools, points);
        }
    }

    /** One for each week with offers; of pools of one size the first, as {@link Watch#schedule} has it. */
    private static List<Largest> largest(List<Offer> offers) {
        List<Largest> weeks = new ArrayList<>();
        int next;
        for (int first = 0; first < offers.size(); first = next) {
            int most = first;
            for (next = first + 1; next < offers.size()
                    && offers.get(next).clearing().week() == offers.get(first).clearing().week(); next++) {
                if (offers.get(next).clearing().offeredGpus() > offers.get(most).clearing().offeredGpus()) {
                    most = next;
                }
            }
            weeks.add(new Largest(offers.get(most), next - first));
        }
        return weeks;
    }

    /** The highest of what must be seen; book value may be so far above that the rest would be squeezed at the foot. */
    private static double highest(Offer offer) {
        AuctionWeek clearing = offer.clearing();
        double price = clearing.soldGpus() > 0 ? clearing.clearingPriceUsd() : 0;
        return Math.max(Math.max(clearing.fmvUsd(), price), Math.max(offer.olvUsd(), clearing.reserveUsd()));
    }
}
