package firesale.cli;

import firesale.auction.AssignmentBound;
import firesale.auction.BidBook;
import firesale.auction.Efficiency;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A sale that has been cleared.
 *
 * @param terms        what was sold, and how
 * @param lines        what each bidder gets, in the order of names
 * @param awards       what each gets of each lot, in the order of lots and names
 * @param surplusCents value less reserve of what is sold
 * @param boundCents   the most surplus that is possible; empty if it was not asked for
 */
record ClearedSale(SaleTerms terms, List<Line> lines, List<Award> awards, double surplusCents, OptionalDouble boundCents) {

    /**
     * What a bidder gets.
     *
     * @param units        0 for who wins nothing
     * @param paymentCents for all of them
     * @param valueCents   of all of them
     */
    record Line(String bidder, long units, long paymentCents, long valueCents) {

        long surplusCents() {
            return valueCents - paymentCents;
        }
    }

    /** What a bidder gets of a lot; lots are counted from 1. */
    record Award(int lot, String bidder, long units, long paymentCents) {
    }

    static ClearedSale clear(SaleTerms terms, NamedBids bids, boolean withEfficiency) {
        BidBook book = bids.book();
        LotBook lots = terms.lotBook();
        Outcome outcome = new Outcome();
        terms.format().kernel(terms.rules()).clear(book, lots, outcome);
        long[] units = new long[book.bidders()];
        long[] payment = new long[book.bidders()];
        List<Award> awards = new ArrayList<>();
        for (int a = 0; a < outcome.awards(); a++) {
            units[outcome.bidder(a)] += outcome.units(a);
            payment[outcome.bidder(a)] += outcome.payment(a);
            awards.add(new Award(outcome.lot(a) + 1, bids.names().get(outcome.bidder(a)), outcome.units(a), outcome.payment(a)));
        }
        awards.sort((one, other) -> one.lot != other.lot ? Integer.compare(one.lot, other.lot) : one.bidder.compareTo(other.bidder));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            lines.add(new Line(bids.names().get(i), units[i], payment[i], book.totalValue(i, units[i])));
        }
        OptionalDouble bound = withEfficiency ? OptionalDouble.of(AssignmentBound.surplusCents(book, lots)) : OptionalDouble.empty();
        return new ClearedSale(terms, lines, awards, Efficiency.realisedCents(book, lots, outcome), bound);
    }

    long unitsSold() {
        return lines.stream().mapToLong(Line::units).sum();
    }

    long revenueCents() {
        return lines.stream().mapToLong(Line::paymentCents).sum();
    }

    /** Who wins something, most units first, then by payment and name. */
    List<Line> winners() {
        return lines.stream().filter(line -> line.units > 0).sorted((one, other) -> one.units != other.units
                ? Long.compare(other.units, one.units) : Long.compare(other.paymentCents, one.paymentCents)).toList();
    }

    /** Realised surplus over the bound, 0 to 1; only if there is a bound. */
    double efficiency() {
        return Efficiency.of(surplusCents, boundCents.orElseThrow());
    }
}
