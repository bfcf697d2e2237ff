package firesale.auction;

import java.util.Arrays;

/**
 * Lots sold whole, one after another in the order of the lot book: English and Dutch clocks, sealed first-price and
 * second-price (Vickrey) bids. What a bidder wins shrinks its budget and capacity for the lots that follow. A bidder is
 * willing to pay the smaller of the lot's value and what its budget leaves; how it bids upon that is another rule, {@link
 * LotBids}.
 */
final class SingleLots implements AuctionFormat {

    private final LotPricing pricing;
    private final LotBids strategy;
    private final long tickCents;
    private final BidBook bids = new BidBook();
    private long[] willing = new long[64];
    private long[] willingToPayReserve = new long[64];

    /** @param tickCents steps of a clock, cents for a unit; 0 for a continuous one; of no effect on sealed bids */
    SingleLots(LotPricing pricing, LotBids strategy, long tickCents) {
        this.pricing = pricing;
        this.strategy = strategy;
        this.tickCents = tickCents;
    }

    @Override
    public void clear(BidBook book, LotBook lots, Outcome outcome) {
        outcome.clear();
        bids.copyOf(book);
        if (willing.length < bids.bidders()) {
            willing = new long[2 * bids.bidders()];
            willingToPayReserve = new long[2 * bids.bidders()];
        }
        long rounds = 0;
        for (int lot = 0; lot < lots.lots(); lot++) {
            rounds += lots.units(lot) > 0 ? 1 : 0;
        }
        for (int lot = 0; lot < lots.lots(); lot++) {
            if (lots.units(lot) > 0) {
                sell(lot, lots.units(lot), Math.multiplyExact(lots.reserve(lot), lots.units(lot)), rounds, outcome);
                rounds--;
            }
        }
        outcome.dearestIsClearingPrice();
    }

    @Override
    public boolean sellsWholeLots() {
        return true;
    }

    private void sell(int lot, long units, long reserve, long rounds, Outcome outcome) {
        int count = 0;
        int present = 0;
        long lotsWanted = 0;
        for (int i = 0; i < bids.bidders(); i++) {
            willing[i] = willingness(i, units);
            present += willing[i] > 0 ? 1 : 0;
            if (willing[i] >= reserve && willing[i] > 0) {
                willingToPayReserve[count++] = willing[i];
                lotsWanted += Math.min(Math.min(rounds, bids.capacity(i) / units), lotsPayable(i, units));
            } else {
                willing[i] = -1;
            }
        }
        if (count == 0) {
            return;
        }
        strategy.prepare(willingToPayReserve, count, reserve, rounds, present, lotsWanted);
        long tick = Math.multiplyExact(tickCents, units);
        int first = highest(-1);
        long top = bid(willing[first], reserve, tick);
        int second = highest(first);
        long runnerUp = second < 0 ? -1 : bid(willing[second], reserve, tick);
        int winner = runnerUp == top ? firstOfEqual(top, reserve, tick) : first;
        long payment = pricing.payment(top, runnerUp, reserve, tick);
        outcome.award(winner, lot, units, payment);
        bids.consume(winner, units, payment);
    }

    private long bid(long willingness, long reserve, long tick) {
        return pricing.onClock(strategy.bid(willingness), reserve, tick);
    }

    /** The most willing bidder but for one; by tie-break among equals; -1 if there is none. */
    private int highest(int butFor) {
        int best = -1;
        for (int i = 0; i < bids.bidders(); i++) {
            if (i != butFor && willing[i] >= 0 && (best < 0 || willing[i] > willing[best]
                    || willing[i] == willing[best] && TieBreak.isFirst(bids, i, best))) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Of those whose bids are equal and the highest, the first by tie-break; since bids rise with willingness, a threshold
     * tells them.
     */
    private int firstOfEqual(long top, long reserve, long tick) {
        int count = 0;
        for (int i = 0; i < bids.bidders(); i++) {
            if (willing[i] >= top) {
                willingToPayReserve[count++] = willing[i];
            }
        }
        Arrays.sort(willingToPayReserve, 0, count);
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bid(willingToPayReserve[middle], reserve, tick) == top) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        int best = -1;
        for (int i = 0; i < bids.bidders(); i++) {
            if (willing[i] >= willingToPayReserve[low] && (best < 0 || TieBreak.isFirst(bids, i, best))) {
                best = i;
            }
        }
        return best;
    }

    /** How many such lots budget and credit pay for at what the bidder is willing to pay for this one, rounded up. */
    private long lotsPayable(int bidder, long units) {
        long each = willing[bidder] + bids.totalSideCost(bidder, units);
        return each <= 0 ? Long.MAX_VALUE : (bids.budget(bidder) + bids.credit(bidder) + each - 1) / each;
    }

    private long willingness(int bidder, long units) {
        if (bids.capacity(bidder) < units) {
            return -1;
        }
        return bids.mostPayment(bidder, units);
    }
}
