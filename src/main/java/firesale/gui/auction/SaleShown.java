package firesale.gui.auction;

import firesale.gui.view.Moment;
import firesale.gui.view.RoundScale;
import firesale.model.AuctionWeek;
import firesale.model.FireSale;
import firesale.model.Offer;
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

    /** Axes hold what was on offer for two months, so that they change seldom and yet follow values that fall. */
    private static final int WEEKS_HELD = 8;
    private static final double ROOM = 1.05;
    private static final double ROOM_ABOVE_FMV = 1.2;
    /** Book value that is so many times FMV is left beyond the axis, lest the rest be squeezed at its foot. */
    private static final double FAR = 1.5;
    private static final double LEAST_GPUS = 500;

    /** Takes it down; a function of the run's records alone. */
    static SaleShown of(FireSale run) {
        Watch watch = run.watch();
        List<Largest> largest = largest(watch.offers());
        SaleOfWeek now = null;
        SaleOfWeek last = null;
        int shown = largest.size() - 1;
        if (shown >= 0 && largest.get(shown).week() == run.week()) {
            now = SaleOfWeek.of(run, largest.get(shown).offer(), largest.get(shown).pools(), watch.schedule());
        } else {
            while (shown >= 0 && largest.get(shown).offer().clearing().soldGpus() == 0) {
                shown--;
            }
            last = shown < 0 ? null : SaleOfWeek.of(run, largest.get(shown).offer(), largest.get(shown).pools(), List.of());
        }
        double mostUsd = shown < 0 && !watch.weeks().isEmpty() ? watch.weeks().get(0).fmvUsd() : 0;
        double mostGpus = LEAST_GPUS;
        for (int i = shown; i >= 0 && largest.get(i).week() > largest.get(shown).week() - WEEKS_HELD; i--) {
            mostUsd = Math.max(mostUsd, highest(largest.get(i).offer()));
            mostGpus = Math.max(mostGpus, largest.get(i).offer().clearing().offeredGpus());
        }
        return new SaleShown(Moment.of(run), Optional.ofNullable(now), Optional.ofNullable(last),
                RoundScale.end(mostUsd), RoundScale.end(ROOM * mostGpus));
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

    /** How far an axis of prices must reach. */
    private static double highest(Offer offer) {
        AuctionWeek clearing = offer.clearing();
        double price = clearing.soldGpus() > 0 ? clearing.clearingPriceUsd() : 0;
        double value = Math.max(Math.max(clearing.fmvUsd(), price), Math.max(offer.olvUsd(), clearing.reserveUsd()));
        return Math.max(ROOM_ABOVE_FMV * value, ROOM * Math.min(clearing.bookUsd(), FAR * value));
    }
}
