package firesale.cli;

import firesale.auction.BidBook;
import firesale.auction.Format;
import firesale.auction.LotBook;
import firesale.auction.Rules;
import firesale.kernel.parameters.InputException;

/**
 * What is sold, and how.
 *
 * @param units        units on offer
 * @param lotUnits     units of a lot; the last one may be smaller
 * @param reserveCents least price of a unit
 * @param seed         of the numbers that break ties
 */
record SaleTerms(Format format, Rules rules, long units, long lotUnits, long reserveCents, long seed) {

    private static final long MOST_LOTS = 1_000_000;
    /** Lots times steps that are looked at once and again, about a minute. */
    private static final double MOST_WORK = 2e9;
    /** How often a pooled clearing looks at every step: once for each halving of the price range. */
    private static final double LOOKS = 40;

    /** How many lots there are. */
    long lots() {
        return (units + lotUnits - 1) / lotUnits;
    }

    /** The lots, in the order in which they are called. */
    LotBook lotBook() {
        LotBook lots = new LotBook();
        for (long left = units; left > 0; left -= lotUnits) {
            lots.add(Math.min(left, lotUnits), reserveCents);
        }
        return lots;
    }

    /**
     * Refuses more lots than can be sold one after another within a minute or so.
     *
     * @throws InputException which says how large lots must be
     */
    void refuseTooMuchWork(BidBook bids) {
        double steps = 10;
        for (int i = 0; i < bids.bidders(); i++) {
            steps += 3;
        }
        boolean pools = format.kernel(rules).poolsLots();
        boolean whole = format.kernel(Rules.plain()).sellsWholeLots();
        double most = MOST_LOTS;
        if (rules.allOrNothing() && !whole && !rules.lotByLot()) {
            most = Math.min(most, StrictMath.sqrt(MOST_WORK / steps));
        } else if (rules.lotByLot() && !whole) {
            most = Math.min(most, MOST_WORK / LOOKS / steps);
        } else if (!pools) {
            most = Math.min(most, MOST_WORK / steps);
        }
        if (lots() > most && lots() > 1) {
            long largest = Math.max(1, (long) most);
            throw new InputException("--lot-units: expected at least " + (units + largest - 1) / largest + " for " + units + " units and "
                    + bids.bidders() + " bidders, since at most " + largest + " lots of theirs are cleared, but found " + lotUnits);
        }
    }
}
