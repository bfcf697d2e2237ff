package firesale.model;

import firesale.repo.AuctionSignals;

/** What auctions of a run tell repo dealers: of what lenders and dealers sell, at the pace of the last 13 weeks. */
final class Signals implements AuctionSignals {

    private static final int WEEKS = 13;
    private static final double MOST_WEEKS = 104;

    private final FireSale run;
    private final long[] soldByWeek = new long[WEEKS];
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
        for (long each : soldByWeek) {
            sold += each;
        }
        return unsold == 0 ? 0 : sold == 0 ? MOST_WEEKS : StrictMath.min(MOST_WEEKS, (double) unsold * WEEKS / sold);
    }

    /** Notes what was sold this week. */
    void week() {
        long inAll = run.tally().soldGpus + run.tally().resaleGpus;
        soldByWeek[run.week() % WEEKS] = inAll - soldInAll;
        soldInAll = inAll;
    }
}
