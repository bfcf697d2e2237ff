package firesale.report;

import java.util.List;
import java.util.Optional;

/**
 * What each {@link Wedge} takes of FMV at one design point, whatever the order: Shapley values, which sum to the discount.
 *
 * @param point    the point's name
 * @param shares   shares of the FMV of what was sold, in the order of the wedges; negative where one adds
 * @param discount their sum
 */
record Attribution(String point, List<Interval> shares, Interval discount) {

    /** The attribution of a point; empty unless the summary has all shares and the discount. */
    static Optional<Attribution> of(String point, SummaryTable summary) {
        Optional<Interval> discount = summary.get(point, "price_discount");
        return Wedge.read(point, summary, Wedge.SHARE).filter(shares -> discount.isPresent())
                .map(shares -> new Attribution(point, shares, discount.get()));
    }

    Interval share(Wedge wedge) {
        return shares.get(wedge.ordinal());
    }
}
