package firesale.cli;

import firesale.auction.AuctionFormat;
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
    /** How often a bidder is looked at in about a minute. */
    private static final long MOST_LOOKS = 600_000_000;
    /** How often a pooled clearing looks at every bidder: once for each halving of the range of prices. */
    private static final long LOOKS_IN_POOL = 40;

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
        AuctionFormat kernel = format.kernel(rules);
        boolean pools = kernel.poolsLots() && !rules.allOrNothing();
        boolean lotsArePools = (rules.lotByLot() || rules.allOrNothing()) && !format.kernel(Rules.plain()).sellsWholeLots();
        long looks = Math.max(1, bids.bidders()) * (lotsArePools ? LOOKS_IN_POOL : 1);
        long most = pools ? MOST_LOTS : Math.max(1, Math.min(MOST_LOTS, MOST_LOOKS / looks));
        if (lots() > most) {
            throw new InputException("--lot-units: expected at least " + (units + most - 1) / most + " for " + units
                    + " units and "
                    + bids.bidders() + " bidders, for whom at most " + most + " lots can be cleared, but found " + lotUnits);
        }
    }
}
