package firesale.report;

import java.util.List;
import java.util.Optional;

/**
 * The way from FMV to the price at one design point. All are shares of the FMV of what was sold.
 *
 * @param point     the point's name
 * @param book      book value
 * @param firstBest what the machines are worth to those who value them most
 * @param steps     what each {@link Wedge} takes, in their order; negative where it adds
 * @param price     what was paid
 * @param olv       orderly liquidation value: the lot alone, with time
 * @param nolv      that less the cost of liquidation
 * @param flv       forced liquidation value: the lot alone, in haste
 */
record Waterfall(String point, Optional<Interval> book, Optional<Interval> firstBest, List<Interval> steps, Interval price,
        Optional<Interval> olv, Optional<Interval> nolv, Optional<Interval> flv) {

    /** The waterfall of a point; empty unless the summary has all steps and the discount. */
    static Optional<Waterfall> of(String point, SummaryTable summary) {
        Optional<Interval> discount = summary.get(point, "price_discount");
        Optional<List<Interval>> steps = Wedge.read(point, summary, Wedge.STEP);
        if (discount.isEmpty() || steps.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Waterfall(point, summary.get(point, "book_over_fmv"), summary.get(point, "first_best_over_fmv"),
                steps.get(), oneLess(discount.get()), summary.get(point, "olv_over_fmv"), summary.get(point, "nolv_over_fmv"),
                summary.get(point, "flv_over_fmv")));
    }

    private static Interval oneLess(Interval share) {
        return new Interval(1 - share.mean(), 1 - share.high(), 1 - share.low(), share.n(), share.method());
    }

    Interval step(Wedge wedge) {
        return steps.get(wedge.ordinal());
    }
}
