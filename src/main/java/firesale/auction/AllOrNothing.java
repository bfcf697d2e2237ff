package firesale.auction;

/**
 * Pools lots of which none may be sold in part: as long as a lot finds buyers for some of its units only, it is taken out of
 * the sale and the rest is cleared anew.
 */
final class AllOrNothing implements AuctionFormat {

    private final AuctionFormat format;
    private final LotBook left = new LotBook();

    AllOrNothing(AuctionFormat format) {
        this.format = format;
    }

    @Override
    public void clear(BidBook bids, LotBook lots, Outcome outcome) {
        boolean[] out = new boolean[lots.lots()];
        int partial;
        do {
            left.clear();
            for (int lot = 0; lot < lots.lots(); lot++) {
                left.add(out[lot] ? 0 : lots.units(lot), lots.reserve(lot));
            }
            format.clear(bids, left, outcome);
            partial = partial(outcome);
            if (partial >= 0) {
                out[partial] = true;
            }
        } while (partial >= 0);
    }

    @Override
    public boolean sellsWholeLots() {
        return true;
    }

    /** The last lot that is sold in part; -1 if there is none. */
    private int partial(Outcome outcome) {
        long[] sold = new long[left.lots()];
        for (int a = 0; a < outcome.awards(); a++) {
            sold[outcome.lot(a)] += outcome.units(a);
        }
        int partial = -1;
        for (int lot = 0; lot < sold.length; lot++) {
            partial = sold[lot] > 0 && sold[lot] < left.units(lot) ? lot : partial;
        }
        return partial;
    }
}
