package firesale.auction;

/**
 * The ascending clock with clinching (Ausubel, American Economic Review 2004). The price rises by ticks; bidders name what
 * they still want, sellers keep what is reserved above the price. As soon as a bidder's rivals want less than what is left,
 * the bidder clinches the difference at the standing price. Without budgets and with the smallest tick that is Vickrey's
 * allocation and payment. A budget counts with what is left after clinching, as in the adaptive clock of Dobzinski, Lavi and
 * Nisan (2012).
 *
 * <p>Between ticks at which somebody drops out or a seller comes in, the clock leaps. When demand no longer covers supply it
 * stops, the rest goes at the standing price to those who would still go on, then to those who have just dropped out: first
 * for want of money, then because the price has reached their values, by tie-break.
 */
public final class AusubelClock implements AuctionFormat {

    private final long tick;
    private final BidBook bids = new BidBook();
    private final Deal deal = new Deal();
    /** What each bidder wants at the next tick. */
    private long[] still = new long[64];
    /** The price beyond which it wants less. */
    private long[] holds = new long[64];
    private long[] dropped = new long[64];
    private long[] won = new long[64];

    /** @param tickCents by how much the price rises at a time, at least 1 */
    public AusubelClock(long tickCents) {
        if (tickCents < 1) {
            throw new IllegalArgumentException("a clock's tick is at least a cent, not " + tickCents);
        }
        this.tick = tickCents;
    }

    @Override
    public void clear(BidBook book, LotBook lots, Outcome outcome) {
        outcome.clear();
        long start = lots.lowestReserve();
        if (start < 0) {
            return;
        }
        bids.copyOf(book);
        deal.clear();
        int n = bids.bidders();
        if (still.length < n) {
            still = new long[2 * n];
            holds = new long[2 * n];
            dropped = new long[2 * n];
            won = new long[2 * n];
        }
        for (int i = 0; i < n; i++) {
            ask(i, start + tick);
        }
        long left = lots.units();
        long price = start;
        while (price >= 0) {
            long open = left - (lots.units() - lots.unitsReservedBelow(price + 1));
            long demand = 0;
            for (int i = 0; i < n; i++) {
                if (holds[i] < price + tick) {
                    ask(i, price + tick);
                }
                demand += still[i];
            }
            if (demand <= open) {
                stop(price, open - demand);
                break;
            }
            left -= clinch(price, open, demand);
            price = nextPrice(lots, price, start);
        }
        deal.close(lots, outcome);
    }

    @Override
    public boolean sellsWholeLots() {
        return false;
    }

    private void ask(int bidder, long price) {
        still[bidder] = bids.demand(bidder, price);
        holds[bidder] = still[bidder] > 0 ? bids.marginalBid(bidder, still[bidder]) : Long.MAX_VALUE;
    }

    /** Gives each bidder what its rivals leave of the open units; returns how many are clinched. */
    private long clinch(long price, long open, long demand) {
        long sum = 0;
        for (int i = 0; i < bids.bidders(); i++) {
            long clinched = Math.min(still[i], Math.max(0, open - (demand - still[i])));
            if (clinched > 0) {
                deal.add(i, clinched, price);
                bids.consume(i, clinched, clinched * price);
                ask(i, price + tick);
                sum += clinched;
            }
        }
        return sum;
    }

    /**
     * The last tick at which nothing has changed yet: after it a bidder drops units, or at it a seller comes in; -1 if
     * nobody is left.
     */
    private long nextPrice(LotBook lots, long price, long start) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < bids.bidders(); i++) {
            if (still[i] > 0) {
                // demand falls beyond this bid, so at the first tick above it, whose predecessor is the standing price
                long steps = Math.floorDiv(holds[i] - start, tick);
                next = Math.min(next, start + steps * tick);
            }
        }
        for (int lot = 0; lot < lots.lots(); lot++) {
            if (lots.units(lot) > 0 && lots.reserve(lot) > price) {
                next = Math.min(next, start + Math.floorDiv(lots.reserve(lot) - start + tick - 1, tick) * tick);
            }
        }
        return next == Long.MAX_VALUE ? -1 : Math.max(next, price + tick);
    }

    /** Sells what is open at the standing price. */
    private void stop(long price, long spare) {
        long shortOfMoney = 0;
        for (int i = 0; i < bids.bidders(); i++) {
            won[i] = still[i];
            dropped[i] = Math.max(0, Math.min(bids.demand(i, price), bids.unitsWorth(i, price + 1)) - still[i]);
            shortOfMoney += dropped[i];
        }
        long first = Math.min(spare, shortOfMoney);
        TieBreak.serve(bids, dropped, first, won);
        long indifferent = 0;
        for (int i = 0; i < bids.bidders(); i++) {
            dropped[i] = bids.demand(i, price) - won[i];
            indifferent += dropped[i];
        }
        // where units are left, all who gain by them are served, and those remain to whom they are worth the price
        TieBreak.serve(bids, dropped, Math.min(spare - first, indifferent), won);
        for (int i = 0; i < bids.bidders(); i++) {
            deal.add(i, won[i], price);
        }
    }
}
