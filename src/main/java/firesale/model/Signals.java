package firesale.model;

import firesale.repo.AuctionSignals;

/** What auctions of a run tell repo dealers: of what lenders and dealers sell, at the pace of the last 13 weeks. */
final class Signals implements AuctionSignals {

    private static final int WEEKS = 13;
    private static final double MOST_WEEKS = 104;

    private final FireSale run;
    private final long[] soldByWeek = new long[WEEKS];
    private final boolean[] offeredByWeek = new boolean[WEEKS];
    private int saleWeeks;
    private long soldInAll;

    Signals(FireSale run) {
        this.run = run;
    }

    @Override
    public double priceOverFmv(int machineIndex) {
        return run.marks().shareOfFmv(machineIndex, 1);
    }

    @Override
    public double priceOverFmv() {
        return run.marks().shareOfFmv();
    }

    @Override
    public double weeksToSell() {
        long unsold = run.repo().heldGpus();
        for (int i = 0; i < run.credit().inventory().size(); i++) {
            unsold += run.credit().inventory().get(i).gpus().balance();
        }
        long sold = 0;
        int offered = 0;
        for (int i = 0; i < WEEKS; i++) {
            sold += soldByWeek[i];
            offered += offeredByWeek[i] ? 1 : 0;
        }
        if (unsold == 0 || offered == 0) {
            return 0;
        }
        return sold == 0 ? MOST_WEEKS : StrictMath.min(MOST_WEEKS, (double) unsold * offered / sold);
    }

    /** Notes whether anything was on offer this week, and what was sold. */
    void week() {
        long inAll = run.tally().soldGpus + run.tally().resaleGpus;
        soldByWeek[run.week() % WEEKS] = inAll - soldInAll;
        soldInAll = inAll;
        offeredByWeek[run.week() % WEEKS] = run.tally().saleWeeks > saleWeeks;
        saleWeeks = run.tally().saleWeeks;
    }
}
