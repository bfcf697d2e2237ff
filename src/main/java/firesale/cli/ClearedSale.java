package firesale.cli;

import firesale.auction.AssignmentBound;
import firesale.auction.BidBook;
import firesale.auction.Efficiency;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A sale that has been cleared.
 *
 * @param terms        what was sold, and how
 * @param lines        what each bidder gets, in the order of names
 * @param outcome      what each gets of each lot; its bidders are those of the lines
 * @param surplusCents value less reserve of what is sold
 * @param boundCents   the most surplus that is possible; empty if it was not asked for
 */
record ClearedSale(SaleTerms terms, List<Line> lines, Outcome outcome, double surplusCents, OptionalDouble boundCents) {

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

    /** Takes what a bidder gets of a lot. */
    interface AwardReader {

        /** @param lot counted from 1 */
        void award(long lot, String bidder, long units, long paymentCents) throws IOException;
    }

    static ClearedSale clear(SaleTerms terms, NamedBids bids, boolean withEfficiency) {
        BidBook book = bids.book();
        LotBook lots = terms.lotBook();
        Outcome outcome = new Outcome();
        terms.format().kernel(terms.rules()).clear(book, lots, outcome);
        long[] units = new long[book.bidders()];
        long[] payment = new long[book.bidders()];
        for (int a = 0; a < outcome.awards(); a++) {
            units[outcome.bidder(a)] += outcome.units(a);
            payment[outcome.bidder(a)] += outcome.payment(a);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            lines.add(new Line(bids.names().get(i), units[i], payment[i], book.totalValue(i, units[i])));
        }
        OptionalDouble bound =
                withEfficiency ? OptionalDouble.of(AssignmentBound.surplusCents(book, lots)) : OptionalDouble.empty();
        return new ClearedSale(terms, lines, outcome, Efficiency.realisedCents(book, lots, outcome), bound);
    }

    /**
     * Shows what each bidder gets of each lot, in the order of lots and names. There may be a million of them: nothing is
     * made for each.
     */
    void readAwards(AwardReader reader) throws IOException {
        int bidders = lines.size();
        long[] place = new long[outcome.awards()];
        for (int a = 0; a < place.length; a++) {
            place[a] = (long) outcome.lot(a) * bidders + outcome.bidder(a);
        }
        Arrays.sort(place);
        long[] units = new long[place.length];
        long[] payment = new long[place.length];
        for (int a = 0; a < place.length; a++) {
            int at = Arrays.binarySearch(place, (long) outcome.lot(a) * bidders + outcome.bidder(a));
            units[at] += outcome.units(a);
            payment[at] += outcome.payment(a);
        }
        for (int a = 0; a < place.length; a++) {
            // of several awards at one place one holds the sum
            if (units[a] > 0) {
                reader.award(place[a] / bidders + 1, lines.get((int) (place[a] % bidders)).bidder, units[a], payment[a]);
            }
        }
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
